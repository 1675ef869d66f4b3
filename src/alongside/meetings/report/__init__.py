"""One look-back, laid out for a terminal, for a program or for a page."""

from importlib import import_module
from typing import Literal, get_args

from alongside.engines.meetings import LookBack

Format = Literal["text", "json", "html", "markdown"]
FORMATS: tuple[Format, ...] = get_args(Format)


def render(look_back: LookBack, form: Format, *, width: int = 80, colour: bool = False) -> str:
    """Lay out a look-back; `width` and `colour` are those of the terminal, for "text" only."""
    # Each form imports what it needs when it is asked for: the template engine takes as long as all the rest.
    module = import_module(f"{__name__}.{form}")
    terminal = {"width": width, "colour": colour} if form == "text" else {}
    report: str = module.render(look_back, **terminal)
    return report
