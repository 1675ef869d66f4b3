"""Alternatives in the form of the words that were found: the same inflection, and a capital where they had one."""

import re
from collections.abc import Sequence

from alongside.engines.writing._entries import Form
from alongside.engines.writing._forms import inflected

_ARTICLE = re.compile(r"^an?(?= )")
_VOWEL = re.compile(r"(?!eu|uni|use|usual|one|once)[aeiou]|hour|hono|heir", re.IGNORECASE)
"""How a word begins that takes "an"."""
_PROPER = frozenset(
    "chinaman chinese christian indian islamic islamist mexican mohammedan moslem moslems muslim russian".split()
)
"""Words that have a capital wherever they stand, so that it says nothing of what comes in their place."""
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")


def alternatives_for(form: Form, words: Sequence[str], text: str, *, begins: bool = False) -> tuple[str, ...]:
    """Return what a rule offers instead, best first.

    Args:
        form: the form of the term that was found.
        words: its words, in lower case.
        text: as it is written.
        begins: whether a sentence begins with it.
    """
    name = next((form.names[word] for word in words if word in form.names), "")
    offered = form.instead or form.entry.alternatives
    like = text.lower() if words[0] in _PROPER and not begins else text
    return tuple(_written_like(like, _filled(inflected(one, name), words, text)) for one in offered)


def _filled(alternative: str, words: Sequence[str], text: str) -> str:
    """An alternative with words of the text in it: one of "(me|you)", and its last word for "~"."""
    chosen = _CHOICE.sub(lambda choice: _said_of(choice[1].split("|"), words), alternative)
    filled = chosen.replace("~", re.split(r"[\s-]", text)[-1])
    return _ARTICLE.sub(lambda found: "an" if _VOWEL.match(filled, found.end() + 1) else "a", filled)


def _said_of(choice: Sequence[str], words: Sequence[str]) -> str:
    return next((word for word in words if word in choice), choice[0])


def _written_like(text: str, alternative: str) -> str:
    is_name = (text[:2].isalpha() and text[:2].isupper()) or any(word[:1].isupper() for word in text.split()[1:])
    if text[:1].isupper() and alternative[:1].islower() and not is_name:
        return alternative[:1].upper() + alternative[1:]
    return alternative
