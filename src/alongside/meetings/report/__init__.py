"""One look-back, laid out for a terminal, for a program or for a page."""

from importlib import import_module
from typing import Literal, get_args

from alongside.engines.meetings import LookBack
from alongside.meetings.report import json, text

Format = Literal["text", "json", "html", "markdown"]
FORMATS: tuple[Format, ...] = get_args(Format)


def render(look_back: LookBack, form: Format, *, width: int = 80, colour: bool = False) -> str:
    """Lay out a look-back; `width` and `colour` are those of the terminal, for "text" only."""
    if form == "json":
        return json.render(look_back)
    if form == "text":
        return text.render(look_back, width=width, colour=colour)
    # The template engine takes as long to import as everything else together, and only the page needs it.
    rendered: str = import_module(f"{__name__}.{form}").render(look_back)
    return rendered
