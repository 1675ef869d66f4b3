"""What was found, laid out for a person, for a program or for a service that shows it beside a change."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any, Literal, get_args

from alongside.engines.writing import Strength
from alongside.writing.checked import Checked

Format = Literal["text", "json", "sarif", "github", "markdown"]
FORMATS: tuple[Format, ...] = get_args(Format)


def render(
    files: Iterable[Checked],
    form: Format,
    *,
    fail_at: Strength = "context",
    width: int = 80,
    colour: bool = False,
) -> Iterator[str]:
    """Lay out what became of files, part by part as they come.

    Args:
        files: in the order in which they are to be shown.
        form: one of `FORMATS`.
        fail_at: the strength from which on a check fails; services show it as a warning, and the rest as a notice.
        width: columns of the terminal, for "text".
        colour: whether the terminal shows bold and underlined letters, for "text".
    """
    # Each form is imported when it is asked for: a start takes longer than the work on a page.
    module = import_module(f"{__name__}.{form}")
    asked: dict[str, dict[str, Any]] = {
        "text": {"width": width, "colour": colour},
        "sarif": {"fail_at": fail_at},
        "github": {"fail_at": fail_at},
    }
    report: Iterator[str] = module.render(files, **asked.get(form, {}))
    return report
