"""Words weighed: the log-odds that what was said, and where in a unit it was said, adds up to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._lexicon import BITS, Keys, Lexicon, words_of
from alongside.engines.meetings._spoken import Spoken

Flags = NDArray[np.bool_]
Features = Mapping[str, Sequence[Keys]]
"""For each kind of feature one or more columns of keys, one entry a unit."""

NOT_SAID = -1
_MOST_CLASSES = 100_000

# Function words and listeners' words: what is left of a sentence's grammar when its subject matter is taken away.
GRAMMAR = frozenset(
    "the a an to and of in on for with at from by or but so if that because is are was were be been am i we you"
    " he she they it this these those my your our their his her its them us me him which who what when where how"
    " why can could would will should might may must do does did don't didn't doesn't have has had not no just"
    " like than as about into then there here i'm we're you're it's that's they're he's she's there's what's i've"
    " we've you've i'd we'd i'll we'll you'll let's can't won't gonna wanna gotta um uh er erm hm hmm mm mhm mmhm"
    " uhhuh uh-huh mm-hmm huh oh ah yeah yes yep yup right okay ok sure exactly well actually really maybe"
    " probably some any all one two more very too also".split()
)
# Transcribers and speech recognisers write the sounds of talk in many ways.
_SPELLED = {
    "uhhuh": "uh-huh uhuh mhm mm-hm mm-hmm mmhm mmhmm mhmm m-hm mm aha",
    "hm": "hmm hmmm mmm huh",
    "um": "umm uhm erm em ehm",
    "uh": "uhh er err eh",
    "yeah": "yea yah ya",
    "yep": "yup",
    "yes": "aye",
    "okay": "ok okey k",
    "because": "cuz cos coz",
}
_USUAL_SPELLING = {variant: usual for usual, variants in _SPELLED.items() for variant in variants.split()}
_ENDINGS = ("ing", "ed", "ly", "ion", "er", "est", "al", "ive", "able", "ic", "ous", "ness", "ment", "ity", "s")


def word_class(word: str) -> str:
    """A function word as itself; of another word only how it ends ("~ing"), so that weights hold for any subject."""
    if word.endswith("-"):
        return "-"
    word = _USUAL_SPELLING.get(word, word)
    if word in GRAMMAR:
        return word
    if word[0].isdigit():
        return "#"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return "~" + ending
    return "~"


class _Classes(dict[str, str]):
    """Classes of the words that were met, so that each is found out once."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_CLASSES:
            self.clear()
        self[word] = found = word_class(word)
        return found


_classes = _Classes()


def word_classes(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(_classes.__getitem__, words))


class Vocabulary(Lexicon):
    """A lexicon in which the sounds of talk are one word however they are spelled."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__(words, _USUAL_SPELLING)

    def code(self, units: Sequence[tuple[str, ...]]) -> "Coded":
        """The units as numbers."""
        spoken = Spoken.of(units)
        number = np.append(self.numbers(spoken), 0)
        return Coded(number, np.cumsum(spoken.length) - spoken.length, spoken.length)

    def counts(self, lengths: NDArray[np.int64], most: int) -> Keys:
        """Each length, `most` at most, as the key of its numeral."""
        numerals = np.array([self.number.get(str(count), NOT_SAID) for count in range(most + 1)], np.int64)
        return numerals[np.minimum(lengths, most)]


class Coded(NamedTuple):
    """Units as numbers: all words one after the other, and where each unit begins and how long it is."""

    number: Keys
    begin: Keys
    length: Keys

    def of(self, units: NDArray[np.intp]) -> "Coded":
        """Some of the units, in any order."""
        return Coded(self.number, self.begin[units], self.length[units])

    def first(self, count: int) -> Keys:
        """The first words; NOT_SAID where there are fewer, or one is not in the vocabulary."""
        return self._run(self.begin, count, self.length >= count)

    def last(self, count: int) -> Keys:
        return self._run(self.begin + self.length - count, count, self.length >= count)

    def word(self, place: int) -> Keys:
        """The word at a place, counted from the end where negative."""
        there = self.length > place if place >= 0 else self.length >= -place
        return self._run(self.begin + (place if place >= 0 else self.length + place), 1, there)

    def whole(self, most: int) -> Keys:
        """All words of units that have no more than `most`."""
        keys = np.full(len(self.length), NOT_SAID, np.int64)
        for count in range(1, most + 1):
            keys = np.where(self.length == count, self._run(self.begin, count, self.length == count), keys)
        return keys

    def _run(self, at: Keys, count: int, there: Flags) -> Keys:
        at = np.where(there, at, len(self.number) - 1)
        keys = np.zeros(len(at), np.int64)
        known = there.copy()
        for step in range(count):
            word = self.number[np.minimum(at + step, len(self.number) - 1)]
            known &= word > 0
            keys = keys << BITS | word
        return np.where(known, keys, NOT_SAID)


def where(flags: Flags, keys: Keys) -> Keys:
    """The keys where the flags are set, and NOT_SAID elsewhere."""
    return np.where(flags, keys, NOT_SAID)


@dataclass(frozen=True, slots=True)
class WordWeights:
    """Several logistic regressions over the same features, one column of weights each.

    `kinds` has for each kind of feature its keys in order, and a row of weights for each.
    """

    vocabulary: Vocabulary
    kinds: Mapping[str, tuple[Keys, NDArray[np.float64]]]
    intercepts: tuple[float, ...]

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "WordWeights":
        """Weights from a record: intercepts, and for each kind of feature a row of weights a phrase."""
        weights = record["weights"]
        vocabulary = Vocabulary(words_of(chain.from_iterable(weights.values())))
        kinds = {}
        for kind, phrases in weights.items():
            keys = vocabulary.keys(phrases)
            order = np.argsort(keys)
            kinds[kind] = (keys[order], np.array(list(phrases.values()), np.float64)[order])
        return cls(vocabulary, kinds, tuple(record["intercepts"]))

    def score(self, features: Features, count: int) -> NDArray[np.float64]:
        """Log-odds: one row for each of `count` units, one column a regression."""
        total = np.tile(np.array(self.intercepts), (count, 1))
        for kind, columns in features.items():
            if kind not in self.kinds:
                continue
            keys, weights = self.kinds[kind]
            for column in columns:
                place = np.minimum(np.searchsorted(keys, column), len(keys) - 1)
                known = np.flatnonzero(keys[place] == column)
                total[known] += weights[place[known]]
        return total
