"""The library of two-minute items: what each holds, and how they are read from readable files."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from alongside.engines.practice._act import ROLES, STARTER_ACTIONS
from alongside.engines.practice._catalogue import Catalogue, our_catalogue
from alongside.engines.practice._table import Table, read_area

MOST_WORDS_OF_A_TITLE = 10
MOST_WORDS = 230
"""Two minutes, at the 230 words a minute of silent reading (Brysbaert 2019), leave half for thinking."""

OUR_ITEMS = tuple(sorted((Path(__file__).parent / "items").glob("*.toml")))


class FaultyLibrary(ValueError):
    """Files that hold no library. The message has a line for each fault: file, item, field, and what was expected."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something to learn in two minutes, which ends in one thing to do.

    Attributes:
        code: a stable name; what somebody's own list refers to.
        area: one of `AREAS`.
        starter_action: one of the area's `STARTER_ACTIONS`.
        title: at most ten words.
        roles: for whom it is today, of `ROLES`; "anyone" stands alone.
        text: one to four paragraphs.
        question: what to ask when it comes back.
        answer: the answer, in a sentence or two.
        act: the code of the act that it ends in.
        sources: where it is from, so that a reader can check.
    """

    code: str
    area: str
    starter_action: str
    title: str
    roles: frozenset[str]
    text: tuple[str, ...]
    question: str
    answer: str
    act: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Library:
    """Items, none of which has the code of another."""

    items: tuple[Item, ...]

    @cached_property
    def by_code(self) -> dict[str, Item]:
        return {item.code: item for item in self.items}


@cache
def our_library() -> Library:
    """Return our own library, read once."""
    return read_library(OUR_ITEMS, our_catalogue())


def read_library(paths: Iterable[Path], catalogue: Catalogue) -> Library:
    """Read a library from TOML files, each with the items of one area.

    Raises:
        FaultyLibrary: a file is no TOML; a field is missing, misspelt or not as expected; a code is there twice; an act
            is not in the catalogue.
    """
    problems: list[str] = []
    items = [_item(code, area, table, catalogue) for path in paths for area, code, table in read_area(path, problems)]
    times = Counter(item.code for item in items)
    problems += [f"{code}: expected once; found {count} times" for code, count in times.items() if count > 1]
    if problems:
        raise FaultyLibrary("\n".join(problems))
    return Library(tuple(items))


def _item(code: str, area: str, table: Table, catalogue: Catalogue) -> Item:
    item = Item(
        code=code,
        area=area,
        starter_action=table.word("starter_action", STARTER_ACTIONS.get(area, ())),
        title=table.text("title", most_words=MOST_WORDS_OF_A_TITLE),
        roles=table.words("roles", ROLES),
        text=tuple(part.strip() for part in table.text("text", most_words=MOST_WORDS).split("\n\n") if part.strip()),
        question=table.text("question"),
        answer=table.text("answer"),
        act=table.word("act", catalogue.by_code.keys()),
        sources=table.texts("sources", most=4),
    )
    table.refuse_the_rest()
    return item
