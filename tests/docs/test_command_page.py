"""Each option, choice and exit code of a command stands on its page, and the page names no option that is not there."""

import re
from pathlib import Path

import click
import pytest

from alongside.cli import commands

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = sorted(commands.commands.items())

_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
_EXIT_CODE_IN_HELP = re.compile(r"^ +(\d+) {2,}\S", re.MULTILINE)


def page_of(name: str) -> str:
    return (ROOT / f"docs/use/{name}.md").read_text(encoding="utf-8")


def options_of(command: click.Command) -> set[str]:
    return {name for parameter in command.params for name in parameter.opts if name.startswith("--")}


def choices_of(command: click.Command) -> set[str]:
    kinds = [parameter.type for parameter in command.params]
    return {choice for kind in kinds if isinstance(kind, click.Choice) for choice in kind.choices}


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_option_and_choice_is_on_the_page(name: str, command: click.Command) -> None:
    page = page_of(name)
    assert not {option for option in options_of(command) if f"`{option}" not in page}
    assert not {choice for choice in choices_of(command) if not re.search(rf"\b{choice}\b", page)}


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_the_page_names_no_option_that_is_not_there(name: str, command: click.Command) -> None:
    assert set(_OPTION.findall(page_of(name))) <= options_of(command) | {"--help", "--version"}


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_exit_code_is_on_the_page(name: str, command: click.Command) -> None:
    page = page_of(name)
    codes = _EXIT_CODE_IN_HELP.findall(command.help or "")
    assert {"0", "2"} <= set(codes)
    assert not {code for code in codes if not re.search(rf"^\| *`?{code}`? *\|", page, re.MULTILINE)}
