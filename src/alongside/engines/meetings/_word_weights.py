"""Words weighed: the log-odds that what was said, and where in a unit it was said, adds up to.

The kind of a feature stands above the key of its words, so that all that is to be known of a meeting's words is looked
up in one table at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._lexicon import BITS, LONGEST, Keys, Lexicon, Table, words_of
from alongside.engines.meetings._spoken import Spoken

Flags = NDArray[np.bool_]
Features = Mapping[str, Sequence[Keys]]
"""For each kind of feature one or more columns of keys, one entry a unit."""

NOT_SAID = -1
_KIND_BITS = BITS * LONGEST
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

    def code(self, spoken: Spoken) -> "Coded":
        """The units as numbers."""
        number = np.zeros(len(spoken.number) + LONGEST, np.int64)
        number[:-LONGEST] = self.numbers(spoken)
        return Coded(_runs(number), spoken.begin, spoken.length)

    def counts(self, lengths: NDArray[np.int64], most: int) -> Keys:
        """Each length, `most` at most, as the key of its numeral."""
        numerals = np.array([self.number.get(str(count), NOT_SAID) for count in range(most + 1)], np.int64)
        return numerals[np.minimum(lengths, most)]


def _runs(number: Keys) -> tuple[Keys, ...]:
    """Keys of one word, two words and so on from each place; NOT_SAID where one is not in the vocabulary."""
    runs = [np.where(number > 0, number, NOT_SAID)]
    for length in range(1, LONGEST):
        # with a word that is not in the vocabulary the number is below zero, and stays so
        runs.append(np.maximum(runs[-1][:-1] << BITS | runs[0][length:], NOT_SAID))
    return tuple(runs)


class Coded(NamedTuple):
    """Units as numbers: the keys of all runs of words, and where each unit begins and how long it is."""

    runs: tuple[Keys, ...]
    begin: Keys
    length: Keys

    def of(self, units: NDArray[np.intp]) -> "Coded":
        """Some of the units, in any order."""
        return Coded(self.runs, self.begin[units], self.length[units])

    def first(self, count: int) -> Keys:
        """The first words; NOT_SAID where there are fewer, or one is not in the vocabulary."""
        return where(self.length >= count, self.runs[count - 1][self.begin])

    def last(self, count: int) -> Keys:
        at = np.maximum(self.begin + self.length - count, 0)
        return where(self.length >= count, self.runs[count - 1][at])

    def word(self, place: int) -> Keys:
        """The word at a place, counted from the end where negative."""
        at = self.begin + (place if place >= 0 else self.length + place)
        there = self.length > place if place >= 0 else self.length >= -place
        return where(there, self.runs[0][np.where(there, at, 0)])

    def whole(self, most: int) -> Keys:
        """All words of units that have no more than `most`."""
        keys = np.full(len(self.length), NOT_SAID, np.int64)
        for count in range(1, most + 1):
            keys = np.where(self.length == count, self.runs[count - 1][self.begin], keys)
        return keys


def where(flags: Flags, keys: Keys) -> Keys:
    """The keys where the flags are set, and NOT_SAID elsewhere."""
    return np.where(flags, keys, NOT_SAID)


class WordWeights(NamedTuple):
    """Several logistic regressions over the same features, one column of weights each.

    Attributes:
        kinds: of each kind of feature the number that stands above its keys.
        table: the keys of all features.
        weights: one row a key, one column a regression.
    """

    vocabulary: Vocabulary
    kinds: Mapping[str, int]
    table: Table
    weights: NDArray[np.float64]
    intercepts: tuple[float, ...]

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "WordWeights":
        """Weights from a record: intercepts, and for each kind of feature a row of weights a phrase."""
        weights = record["weights"]
        vocabulary = Vocabulary(words_of(chain.from_iterable(weights.values())))
        kinds = {kind: number << _KIND_BITS for number, kind in enumerate(weights)}
        keys = np.concatenate([kinds[kind] | vocabulary.keys(phrases) for kind, phrases in weights.items()])
        rows = [row for phrases in weights.values() for row in phrases.values()]
        order = np.argsort(keys)
        return cls(
            vocabulary, kinds, Table(keys[order]), np.array(rows, np.float64)[order], tuple(record["intercepts"])
        )

    def score(self, features: Features, count: int) -> NDArray[np.float64]:
        """Log-odds: one row for each of `count` units, one column a regression."""
        asked = [(self.kinds[kind], column) for kind in features if kind in self.kinds for column in features[kind]]
        kinds, keys = np.array([kind for kind, _ in asked]), np.concatenate([column for _, column in asked])
        said = np.flatnonzero(keys >= 0)
        column, unit = np.divmod(said, max(count, 1))
        known, place = self.table.find(keys[said] | kinds[column])
        unit = np.concatenate((np.arange(count), unit[known]))
        return np.column_stack(
            [
                np.bincount(unit, np.concatenate((np.full(count, intercept), weight[place])), count)
                for intercept, weight in zip(self.intercepts, self.weights.T, strict=True)
            ]
        )
