"""A check of a short text loads nothing of adverts and of accessible language, so that it starts sooner."""

import subprocess
import sys

SHORT = "import sys; from alongside.engines import writing; writing.check('Hey guys, see [here](/a).'); "
LOADED = "print(sorted(name for name in sys.modules if '._adverts' in name or '_readability.' in name))"


def test_a_short_text_is_checked_without_adverts_and_accessible_language() -> None:
    ran = subprocess.run([sys.executable, "-c", SHORT + LOADED], capture_output=True, text=True, check=True)  # noqa: S603
    assert ran.stdout.strip() == "[]"


def test_both_are_there_when_asked_for() -> None:
    asks = "writing.advert('We lead'); writing.reading_age('We lead'); "
    ran = subprocess.run([sys.executable, "-c", SHORT + asks + LOADED], capture_output=True, text=True, check=True)  # noqa: S603
    assert "_adverts._advert" in ran.stdout
    assert "_readability._age" in ran.stdout
