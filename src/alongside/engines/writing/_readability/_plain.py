"""Hard words with plain ones in their place, and idioms."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from alongside.engines.writing._finding import Finding
from alongside.engines.writing._forms import verb_forms
from alongside.engines.writing._page import Page
from alongside.engines.writing._readability._mark import Rule
from alongside.engines.writing._scan import Scanner, flat

_HARD: Final = Rule(
    "readability.hard-word",
    "consider",
    "There is a plainer word.",
    "GOV.UK: words to avoid; plainlanguage.gov: simple words",
)
_IDIOM: Final = Rule(
    "readability.idiom",
    "consider",
    "An idiom does not mean what its words say. That is hard for who learned English later, and many autistic people.",
    "plainlanguage.gov; Google developer style: write for a global audience",
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to look for, in small letters, and what to write instead."""

    words: str
    plain: str
    rule: Rule
    anchor: int
    """Where its longest word begins; that one is looked for, since it is the rarest."""


@dataclass(frozen=True)
class _Book:
    scanner: Scanner
    by_anchor: dict[str, tuple[Phrase, ...]]


def findings(page: Page) -> Iterator[Finding]:
    """The first place of each hard word and idiom."""
    said = page.masked.replace("İ", "I").lower().replace("\n", " ").replace("’", "'")
    seen: set[str] = set()
    for at in _book().scanner.starts(said):
        for phrase in _book().by_anchor[_word_at(said, at)]:
            start = at - phrase.anchor
            if phrase.plain not in seen and _stands_at(said, start, phrase.words):
                seen.add(phrase.plain)
                span = (start, start + len(phrase.words))
                yield phrase.rule.at(page, span, alternatives=(_cased(phrase.plain, page.source[start]),))
                break


def _stands_at(flat: str, start: int, words: str) -> bool:
    end = start + len(words)
    before, after = flat[start - 1 : start], flat[end : end + 1]
    return start >= 0 and flat.startswith(words, start) and not (before.isalnum() or after.isalnum() or after == "-")


def _cased(plain: str, first: str) -> str:
    return plain[0].upper() + plain[1:] if first.isupper() else plain


def _word_at(flat: str, at: int) -> str:
    end = at
    while end < len(flat) and flat[end].isalnum():
        end += 1
    return flat[at:end]


@cache
def _book() -> _Book:
    by_anchor: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in sorted(phrases(), key=lambda one: -len(one.words)):
        by_anchor[_word_at(phrase.words, phrase.anchor)].append(phrase)
    known = defaultdict(tuple, {word: tuple(found) for word, found in by_anchor.items()})
    return _Book(Scanner(map(flat, known)), known)


def phrases() -> Iterator[Phrase]:
    """Everything in the two tables, verbs in all their forms."""
    plain, idioms = _read("plain_words.toml"), _read("idioms.toml")
    for verb, other in plain["verbs"].items():
        yield from (_phrase(form, said, _HARD) for form, said in _forms(verb, other))
    for words, other in (plain["words"] | plain["phrases"]).items():
        yield _phrase(words, other, _HARD)
    for words, other in idioms["idioms"].items():
        yield _phrase(words, other, _IDIOM)


def _forms(verb: str, plain: str) -> Iterator[tuple[str, str]]:
    other, _, rest = plain.partition(" ")
    by_name = dict(reversed(verb_forms(other)))
    for spelling in {verb, verb[:-3] + "ize" if verb.endswith("ise") else verb}:
        yield spelling, plain
        for name, form in verb_forms(spelling):
            yield form, f"{by_name.get(name, other)} {rest}".strip()


def _phrase(words: str, plain: str, rule: Rule) -> Phrase:
    longest = max(words.replace("-", " ").replace("'", " ").split(), key=len)
    return Phrase(words, plain, rule, words.index(longest))


def _read(name: str) -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files(__package__ or "").joinpath(name).read_text(encoding="utf-8"))
