"""Collect all that the site says into the translators' files; `scripts/messages` calls this in `src/alongside`.

The words of the catalogue of acts, of the demo, of the questions of listening rounds, and what things are called under
each law stand in TOML, which xgettext cannot read: they are written down as Python for as long as it looks.
"""

from pathlib import Path

import django
from django.core.management import call_command
from django.core.management.commands.makemessages import Command

django.setup()
from alongside.administration.jurisdiction import profile  # noqa: E402 - Django has to be set up first
from alongside.administration.sample import parts  # noqa: E402
from alongside.engines.listening import our_questions  # noqa: E402
from alongside.engines.practice import our_catalogue  # noqa: E402
from alongside.people.models import Jurisdiction  # noqa: E402
from alongside.practice.wording import words_of  # noqa: E402

_WORDS = Path("practice/words_of_the_catalogues.py")
# A guess from a similar sentence is more work to check than a translation is to write.
Command.msgmerge_options = [*Command.msgmerge_options, "--no-fuzzy-matching"]


def words() -> list[str]:
    """All that a page shows of the acts, the demo, the questions and the law, and a translator can translate."""
    demo = [words for part in parts() for words in (part.part, part.look)]
    called = [words for place in Jurisdiction for words in profile(place).wording.values()]
    asked = [words for question in our_questions().values() for words in (question.text, question.why)]
    return [*demo, *called, *asked, *(words for act in our_catalogue().acts for words in words_of(act))]


def main() -> None:
    lines = ["from django.utils.translation import gettext_noop as _", *(f"_({text!r})" for text in words())]
    _WORDS.write_text("\n".join(lines), encoding="utf-8")
    try:
        call_command(Command(), locale=["fr"], no_location=True, no_wrap=True, no_obsolete=True, verbosity=0)
    finally:
        _WORDS.unlink()


if __name__ == "__main__":
    main()
