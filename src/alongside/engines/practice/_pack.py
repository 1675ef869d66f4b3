"""An organisation's own items, read from Markdown files: a title, a few fields and a text for each."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from markdown_it import MarkdownIt

from alongside.engines.practice._act import ANYONE, ROLES, STARTER_ACTIONS
from alongside.engines.practice._catalogue import Catalogue
from alongside.engines.practice._library import MOST_WORDS, MOST_WORDS_OF_A_TITLE, FaultyLibrary, Item, Library
from alongside.engines.practice._table import Table

OWN = "local-"
"""How the code of an organisation's own item begins. None of ours begins so."""

_MOST_ITEMS = 200
_LONGEST_CODE = 80
_DEEPEST = 4
_MOST_EVENTS = 200
_FENCE = "---"
_OPENS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSES = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_AREA_OF = {action: area for area, actions in STARTER_ACTIONS.items() for action in actions}
_MARKDOWN = MarkdownIt("commonmark", {"html": False})


@dataclass(frozen=True, slots=True)
class _Section:
    """One heading and what stands below it; `line` is that of the heading, from 1."""

    file: str
    line: int
    title: str
    lines: list[str]


def read_pack(files: Mapping[str, bytes], catalogue: Catalogue) -> Library:
    """Read items from Markdown files: each heading of the first level begins one.

    Args:
        files: what is in each file, by its name.
        catalogue: the acts that items may end in.

    Raises:
        FaultyLibrary: there is no item, or more than 200; a file is not UTF-8; a field is missing, misspelt or not as
            expected; a code is there twice. The message has a line for each fault.
    """
    problems: list[str] = []
    items = [item for name, content in files.items() for item in _items_in(name, content, catalogue, problems)]
    times = Counter(item.code for item in items if item.code)
    problems += [
        f"{code}: expected once; found {count} times. Give one of them another title or code"
        for code, count in times.items()
        if count > 1
    ]
    if not problems and not 1 <= len(items) <= _MOST_ITEMS:
        problems.append(
            f"The pack: expected 1 to {_MOST_ITEMS} items, each below a heading (# Title); found {len(items)}"
        )
    if problems:
        raise FaultyLibrary("\n".join(problems))
    return Library(tuple(items))


def _items_in(name: str, content: bytes, catalogue: Catalogue, problems: list[str]) -> Iterator[Item]:
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as fault:
        problems.append(f"{name}: expected a text in UTF-8; byte {fault.start} is not. Save the file as UTF-8")
        return
    if any("\0" in line for line in lines):
        problems.append(f"{name}: expected a text; it holds bytes of zero, as no text does")
        return
    shared, below = _fields_on_top(lines, name, 1, problems)
    for section in _sections(lines[below:], below, name, problems):
        own, used = _fields_on_top(section.lines, name, section.line + 1, problems)
        yield _item(section, {**shared, **own}, "\n".join(section.lines[used:]).strip(), catalogue, problems)


def _sections(lines: list[str], before: int, name: str, problems: list[str]) -> Iterator[_Section]:
    tokens = _MARKDOWN.parse("\n".join(lines))
    heads = [
        (token.map[0], token.map[1], tokens[at + 1].content)
        for at, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h1" and token.level == 0 and token.map
    ]
    first = heads[0][0] if heads else len(lines)
    if any(line.strip() for line in lines[:first]):
        problems.append(f"{name}, line {before + 1}: expected a heading, such as # Let people finish, before any text")
    ends = [start for start, _below, _title in heads[1:]] + [len(lines)]
    for (start, below, title), end in zip(heads, ends, strict=False):
        yield _Section(name, before + start + 1, title, lines[below:end])


def _fields_on_top(lines: list[str], name: str, line: int, problems: list[str]) -> tuple[dict[str, Any], int]:
    """The fields between two lines of three hyphens, and how many lines they take; none if it does not begin so."""
    start = next((at for at, text in enumerate(lines) if text.strip()), len(lines))
    if start == len(lines) or lines[start].rstrip() != _FENCE:
        return {}, 0
    end = next((at for at in range(start + 1, len(lines)) if lines[at].rstrip() == _FENCE), None)
    where = line + start
    if end is None:
        problems.append(f"{name}, line {where}: expected a second line of {_FENCE} below the fields; found none")
        return {}, len(lines)
    try:
        return _fields("\n".join(lines[start + 1 : end])), end + 1
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        at = where + 1 + (mark.line if mark else 0)
        said = getattr(fault, "problem", None) or str(fault)
        problems.append(f"{name}, line {at}: expected fields in YAML, such as act: count-to-three; {said}")
        return {}, end + 1


def _fields(text: str) -> dict[str, Any]:
    """Texts, lists and tables only: `no` is a word here, and nothing repeats another part.

    Raises:
        yaml.YAMLError: it is no table of fields, or larger or deeper than fields need.
    """
    depth = 0
    for number, event in enumerate(yaml.parse(text, Loader=yaml.CBaseLoader)):
        depth += isinstance(event, _OPENS) - isinstance(event, _CLOSES)
        if isinstance(event, yaml.AliasEvent) or depth > _DEEPEST or number > _MOST_EVENTS:
            raise yaml.YAMLError("it repeats or nests more than fields do")
    found = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes texts, lists and dicts only
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise yaml.YAMLError("it has no names of fields")
    return {str(name): value for name, value in found.items()}


def _item(section: _Section, fields: dict[str, Any], text: str, catalogue: Catalogue, problems: list[str]) -> Item:
    where = f"{section.file}, line {section.line}"
    given = {"title": section.title, "text": text, **{name: fields[name] for name in fields.keys() - {"title", "text"}}}
    problems += [
        f"{where}, {name}: expected above or below the fields, not among them"
        for name in sorted(fields.keys() & {"title", "text"})
    ]
    table = Table(where, "", given, problems)
    action = table.word("starter_action", _AREA_OF)
    title = table.text("title", most_words=MOST_WORDS_OF_A_TITLE)
    item = Item(
        code=_code(table, title, where, problems),
        area=_AREA_OF.get(action, ""),
        starter_action=action,
        title=title,
        roles=table.words("roles", ROLES, optional=True) or frozenset({ANYONE}),
        text=(table.text("text", most_words=MOST_WORDS),),
        question=table.text("question"),
        answer=table.text("answer"),
        act=table.word("act", catalogue.by_code.keys()),
        sources=table.texts("sources", most=4),
    )
    table.refuse_the_rest()
    return item


def _code(table: Table, title: str, where: str, problems: list[str]) -> str:
    """The code that is given, or one made from the title."""
    given = table.text("code", most_words=1, optional=True)
    plain = unicodedata.normalize("NFKD", given or title).encode("ascii", "ignore").decode().lower()
    code = OWN + "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))
    if title and (code == OWN or len(code) > _LONGEST_CODE):
        problems.append(f"{where}, code: expected a name of lower-case words with hyphens, such as let-people-finish")
        return ""
    return code if title else ""
