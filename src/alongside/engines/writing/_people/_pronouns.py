"""Pronouns: the sets that we know, sets that are written out in an entry, and what a person's entry accepts."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Case = Literal["subject", "object", "possessive", "absolute", "reflexive"]
CASES: tuple[Case, ...] = ("subject", "object", "possessive", "absolute", "reflexive")
"""As in: she came, I saw her, her desk, it is hers, she hurt herself."""


@dataclass(frozen=True, slots=True)
class PronounSet:
    """The five forms of one set of pronouns."""

    subject: str
    object: str
    possessive: str
    absolute: str
    reflexive: str
    also: tuple[str, ...] = ()
    """Other forms that are as right."""

    @property
    def is_plural(self) -> bool:
        """Whether its verb is that of a plural: "they are"."""
        return self.subject == "they"

    def form(self, case: Case) -> str:
        """The word for one case."""
        return {
            "subject": self.subject,
            "object": self.object,
            "possessive": self.possessive,
            "absolute": self.absolute,
            "reflexive": self.reflexive,
        }[case]

    def cases(self, word: str) -> tuple[Case, ...]:
        """The cases that a word can have in this set; none if it is not of this set."""
        found = tuple(case for case in CASES if self.form(case) == word)
        return found or (("reflexive",) if word in self.also else ())


_KNOWN = {
    one.subject + "/" + one.object: one
    for one in (
        PronounSet("he", "him", "his", "his", "himself"),
        PronounSet("she", "her", "her", "hers", "herself"),
        PronounSet("they", "them", "their", "theirs", "themself", ("themselves", "theirself", "theirselves")),
        PronounSet("ze", "hir", "hir", "hirs", "hirself", ("zirself",)),
        PronounSet("ze", "zir", "zir", "zirs", "zirself"),
        PronounSet("zie", "hir", "hir", "hirs", "hirself"),
        PronounSet("zie", "zir", "zir", "zirs", "zirself"),
        PronounSet("sie", "hir", "hir", "hirs", "hirself"),
        PronounSet("xe", "xem", "xyr", "xyrs", "xemself", ("xyrself",)),
        PronounSet("ey", "em", "eir", "eirs", "emself", ("eirself", "emselves")),
        PronounSet("fae", "faer", "faer", "faers", "faerself"),
        PronounSet("ae", "aer", "aer", "aers", "aerself"),
        PronounSet("ve", "ver", "vis", "vis", "verself"),
        PronounSet("per", "per", "per", "pers", "perself"),
        PronounSet("ne", "nem", "nir", "nirs", "nemself"),
        PronounSet("thon", "thon", "thons", "thons", "thonself"),
        PronounSet("it", "it", "its", "its", "itself"),
    )
}
_BY_SUBJECT = {one.subject: one for one in reversed(_KNOWN.values())}
# Seen in a text these are pronouns; "per", "em", "it" and the like are other words too often.
_PLAIN_TO_SEE = ("he/him", "she/her", "they/them", "ze/hir", "ze/zir", "xe/xem", "fae/faer", "ey/em")
_OTHER_WORDS_TOO = frozenset({"em", "ey", "fae"})


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a person's entry says about pronouns."""

    sets: tuple[PronounSet, ...] = ()
    has_any: bool = False
    by_name_only: bool = False

    @property
    def says_something(self) -> bool:
        """Whether a pronoun could be wrong at all."""
        return not self.has_any and (self.by_name_only or bool(self.sets))

    def takes(self, word: str) -> bool:
        """Whether a pronoun, in lower case, is right as far as is known."""
        return not self.says_something or any(one.cases(word) for one in self.sets)


_ANY = frozenset({"any", "all", "any pronouns", "any/all", "all pronouns", "no preference", "any set"})
_NAME_ONLY = frozenset(
    {"name-only", "name only", "name", "just my name", "my name", "none", "no pronouns", "use my name", "only my name"}
)


@lru_cache(maxsize=4_096)
def accepted(pronouns: tuple[str, ...]) -> Accepted:
    """Read the pronouns of an entry. What cannot be read counts as not said, so that nothing is claimed about it."""
    entries = [" ".join(entry.casefold().replace(" / ", "/").split()) for entry in pronouns]
    if any(entry in _ANY for entry in entries):
        return Accepted(has_any=True)
    if any(entry in _NAME_ONLY for entry in entries):
        return Accepted(by_name_only=True)
    if any("any" in entry.split("/") for entry in entries):
        return Accepted(has_any=True)
    sets = [_sets_of(tuple(part for part in entry.split("/") if part)) for entry in entries]
    if not all(sets):
        return Accepted()
    return Accepted(sets=tuple(dict.fromkeys(one for some in sets for one in some)))


def _sets_of(words: tuple[str, ...]) -> tuple[PronounSet, ...]:
    """One entry: "she/her", "she/they", "he/him/his", "she/her/they/them", "ze/zir/zir/zirs/zirself"."""
    if not words or not all(word.isalpha() for word in words):
        return ()
    if all(word in _BY_SUBJECT for word in words):
        return tuple(_BY_SUBJECT[word] for word in words)
    known = _KNOWN.get("/".join(words[:2]))
    if len(words) == 2:
        return (known,) if known else ()
    if len(words) == 4 and known and "/".join(words[2:]) in _KNOWN:
        return (known, _KNOWN["/".join(words[2:])])
    if known and all(known.cases(word) for word in words):
        return (known,)
    return (_written_out(words),) if len(words) <= 5 else ()


def sets_of_words(words: Iterable[str]) -> list[PronounSet]:
    """The known sets that begin with one of some words."""
    return [_BY_SUBJECT[word] for word in words if word in _BY_SUBJECT]


def _written_out(words: tuple[str, ...]) -> PronounSet:
    subject, other, third, *rest = words
    possessive = other if not rest and third == other + "s" else third
    absolute = rest[0] if rest else (third if third.endswith("s") else third + "s")
    reflexive = rest[1] if len(rest) > 1 else other + "self"
    return PronounSet(subject, other, possessive, absolute, reflexive)


def _seen_in_texts() -> dict[str, tuple[Case, ...]]:
    found: dict[str, dict[Case, None]] = {}
    for one in (_KNOWN[name] for name in _PLAIN_TO_SEE):
        for word in sorted({*(one.form(case) for case in CASES), *one.also} - _OTHER_WORDS_TOO):
            found.setdefault(word, {}).update(dict.fromkeys(one.cases(word)))
    return {word: tuple(cases) for word, cases in found.items()}


SEEN = _seen_in_texts()
"""Each word that is a pronoun wherever it stands in a text, with the cases that it can have."""
