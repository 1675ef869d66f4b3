"""Turns of phrase: short runs of everyday words, looked up in bulk.

A run of up to three words is one number, and a meeting is one array of such numbers, so that scoring all units of an
hour takes a few array operations.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._lexicon import BITS, Keys, Lexicon, Table, words_of
from alongside.engines.meetings._spoken import Spoken

BEGIN, END, LEAD, OTHER, VERB = "^", "$", ">", "_", "<verb>"
"""Beside words, a phrase may hold the begin and the end of its unit, the place where a unit comes to its point (after
"so", "and then", "I think"), any word that is not in the vocabulary, and any verb of work that is not in it."""

_MARKS = (BEGIN, END, LEAD, OTHER, VERB)
_FILLERS = frozenset({"uh", "um", "erm", "er", "hmm", "mm"})
_LEADS = frozenset(
    "so and but well yeah yes okay ok or then no oh right because cuz cause now ah actually also just maybe perhaps"
    " i guess think mean you know".split(),
)
_LONGEST = 3
_DROPPED = 0


class Vocabulary(Lexicon):
    """Everyday words and marks. Fillers and cut-off words are dropped; all other unknown words share one number."""

    def __init__(self, words: Iterable[str], verbs: Iterable[str]) -> None:
        known = {*_MARKS, *words}
        super().__init__(known, {verb: VERB for verb in verbs if verb not in known})
        self.number |= dict.fromkeys(_FILLERS, _DROPPED)
        self._other = self.number[OTHER]
        self._leads = np.zeros(len(self.words), np.bool_)
        self._leads[[self.number[word] for word in _LEADS & known]] = True

    def phrases(self, spoken: Spoken) -> tuple[Keys, NDArray[np.int64]]:
        """Every phrase of every unit, of which there is at least one: its key and the index of its unit.

        A phrase may come twice. Those of one word come first, in the order in which they were said.
        """
        numbers, unit = self._coded(spoken)
        point = self._points(numbers)
        keys, places = [], []
        for length, whole in self._whole(numbers, unit):
            anywhere = np.flatnonzero(whole)
            leading = point[whole[point]]
            keys.append(_joined(numbers, anywhere, length))
            keys.append(self.number[LEAD] << BITS * length | _joined(numbers, leading, length))
            places += [anywhere, leading]
        return np.concatenate(keys), unit[np.concatenate(places)]

    def _coded(self, spoken: Spoken) -> tuple[Keys, NDArray[np.int64]]:
        units = len(spoken.length)
        numbers = np.fromiter(map(self.number.get, spoken.words, repeat(self._other)), np.int64, len(spoken.words))
        numbers[spoken.cut_off[:-1] & (numbers == self._other)] = _DROPPED
        said, unit = numbers[spoken.number], spoken.unit
        kept = said != _DROPPED
        said, unit = said[kept], unit[kept]
        again = (said[1:] == said[:-1]) & (unit[1:] == unit[:-1]) & (said[1:] != self._other)
        fresh = np.concatenate((np.ones(min(1, len(said)), np.bool_), ~again))
        said, unit = said[fresh], unit[fresh]
        place = np.arange(len(said)) + 2 * unit + 1
        counts = np.bincount(unit, minlength=units) + 2
        ends = np.cumsum(counts)
        marked = np.empty(len(said) + 2 * units, np.int64)
        marked[place] = said
        marked[ends - counts] = self.number[BEGIN]
        marked[ends - 1] = self.number[END]
        return marked, np.repeat(np.arange(units), counts)

    def _whole(self, numbers: Keys, unit: NDArray[np.int64]) -> Iterator[tuple[int, NDArray[np.bool_]]]:
        """Where phrases of each length begin: they keep to one unit, and longer ones to words of the vocabulary."""
        yield 1, np.ones(len(numbers), np.bool_)
        known = numbers != self._other
        whole = known
        for length in range(2, _LONGEST + 1):
            step = length - 1
            whole = whole.copy()
            whole[-step:] = False
            whole[:-step] &= known[step:] & (unit[step:] == unit[:-step])
            yield length, whole

    def _points(self, numbers: Keys) -> NDArray[np.intp]:
        """Where each unit comes to its point: its first word, or its end, that no longer only leads into it."""
        starts = np.flatnonzero(numbers == self.number[BEGIN])
        place = np.where(self._leads[numbers], len(numbers), np.arange(len(numbers)))
        place[starts] = len(numbers)
        return np.minimum.reduceat(place, starts)


class PhraseWeights(NamedTuple):
    """Weights of phrases, summed over the phrases of a unit; a phrase counts once a unit.

    `explicit` marks the phrases that settle the matter, whatever else a unit says.
    """

    vocabulary: Vocabulary
    table: Table
    weights: NDArray[np.float64]
    explicit: NDArray[np.bool_]
    intercept: float

    @classmethod
    def of(
        cls,
        weights: Mapping[str, float],
        intercept: float,
        verbs: Iterable[str],
        explicit: Iterable[str] = (),
    ) -> "PhraseWeights":
        settling = frozenset(explicit)
        phrases = sorted(settling.union(weights))
        vocabulary = Vocabulary(words_of(phrases), verbs)
        keys = vocabulary.keys(phrases)
        order = np.argsort(keys)
        weighed = np.array([weights.get(phrase, 0.0) for phrase in phrases], np.float64)
        settles = np.array([phrase in settling for phrase in phrases], np.bool_)
        return cls(vocabulary, Table(keys[order]), weighed[order], settles[order], intercept)

    def score(self, spoken: Spoken) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """The log-odds of each unit by its words alone, and whether it says it in so many words."""
        units = len(spoken.length)
        keys, unit = self.vocabulary.phrases(spoken)
        found, index = self.table.find(keys)
        both = np.sort(unit[found] * len(self.weights) + index)
        unit, index = np.divmod(both[np.diff(both, prepend=-1) > 0], len(self.weights))
        total = np.bincount(unit, self.weights[index], minlength=units)
        explicit = np.zeros(units, np.bool_)
        explicit[unit[self.explicit[index]]] = True
        return np.asarray(total + self.intercept, np.float64), explicit


def _joined(numbers: Keys, first: NDArray[np.intp], length: int) -> Keys:
    key = numbers[first]
    for step in range(1, length):
        key = key << BITS | numbers[first + step]
    return key
