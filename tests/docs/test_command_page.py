"""Each option, choice and exit code of a command stands on its page, and the page names no option that is not there."""

import argparse
import re
from pathlib import Path

import click
import pytest

from alongside.cli import commands
from alongside.cli.write import parser

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "demo": "run/setup",
    "lsp": "use/writing",
    "meeting": "use/meeting",
    "people": "use/administration",
    "release": "use/release",
    "serve": "run/serve",
    "setup": "run/setup",
    "worker": "run/serve",
    "write": "use/writing",
}
# Django's own commands have Django's own pages.
ELSEWHERE = {"manage"}


def _leaves(name: str) -> list[click.Command]:
    command = commands.get_command(click.Context(commands), name)
    assert command, name
    if name == "write":
        return [_as_click_would_know_it(parser())]
    return list(command.commands.values()) if isinstance(command, click.Group) else [command]


def _as_click_would_know_it(found: argparse.ArgumentParser) -> click.Command:
    """`write` starts without click; what its own reader takes has to be on its page all the same."""
    taken: list[click.Parameter] = [
        click.Option(action.option_strings, type=click.Choice(action.choices) if action.choices else None)
        for action in found._actions
        if action.option_strings
    ]
    return click.Command("write", params=taken, help=found.epilog)


COMMANDS = [(name, command) for name in PAGES for command in _leaves(name)]

_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
_EXIT_CODE_IN_HELP = re.compile(r"^ +(\d+) {2,}\S", re.MULTILINE)


def page_of(name: str) -> str:
    return (ROOT / f"docs/{PAGES[name]}.md").read_text(encoding="utf-8")


def test_every_command_has_a_page() -> None:
    assert set(commands.list_commands(click.Context(commands))) == PAGES.keys() | ELSEWHERE


def options_of(command: click.Command) -> set[str]:
    return {name for parameter in command.params for name in parameter.opts if name.startswith("--")}


def choices_of(command: click.Command) -> set[str]:
    kinds = [parameter.type for parameter in command.params]
    return {choice for kind in kinds if isinstance(kind, click.Choice) for choice in kind.choices}


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_option_and_choice_is_on_the_page(name: str, command: click.Command) -> None:
    page = page_of(name)
    assert not {option for option in options_of(command) if f"`{option}" not in page}
    assert not {choice for choice in choices_of(command) if choice.isalpha() and not re.search(rf"\b{choice}\b", page)}


@pytest.mark.parametrize("page", sorted(set(PAGES.values())))
def test_the_page_names_no_option_that_is_not_there(page: str) -> None:
    known = {option for name, command in COMMANDS if PAGES[name] == page for option in options_of(command)}
    text = re.sub(r"`alongside manage [^`]*`", "", (ROOT / f"docs/{page}.md").read_text(encoding="utf-8"))
    assert set(_OPTION.findall(text)) <= known | {"--help", "--version"}


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_exit_code_is_on_the_page(name: str, command: click.Command) -> None:
    page = page_of(name)
    codes = _EXIT_CODE_IN_HELP.findall(command.help or "")
    assert {"0", "2"} <= set(codes)
    assert not {code for code in codes if not re.search(rf"^\| *`?{code}`? *\|", page, re.MULTILINE)}
