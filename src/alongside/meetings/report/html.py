"""The page: one file without scripts, which loads nothing and sends nothing."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.template import Context, Engine

from alongside.engines.meetings import LookBack
from alongside.meetings.report.picture import lay_out
from alongside.meetings.report.printable import printable
from alongside.meetings.report.story import tell

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"


def render(look_back: LookBack) -> str:
    shown = printable(look_back)
    story = tell(shown)
    context = {
        "story": story,
        "picture": lay_out(shown, story.events),
        "style": _style(),
        "style_hash": b64encode(sha256(_style().encode()).digest()).decode(),
    }
    return _engine().get_template("meetings/report.html").render(Context(context, use_l10n=False, use_tz=False))


@cache
def _engine() -> Engine:
    return Engine(dirs=[str(TEMPLATES)], autoescape=True)


@cache
def _style() -> str:
    return (TEMPLATES / "meetings/report.css").read_text(encoding="utf-8")
