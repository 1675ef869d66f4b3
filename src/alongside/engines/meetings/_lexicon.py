"""Numbers for words, and for up to four words in a row: a phrase is one number, its key.

A meeting is then an array of keys, and is looked up in a few array operations.
"""

from collections.abc import Iterable, Mapping
from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._spoken import Spoken

Keys = NDArray[np.int64]
Ints = NDArray[np.intp]

BITS = 14
LONGEST = 4
# Fibonacci hashing: the fraction of the golden ratio in 64 bits, as a signed number (Knuth 1973, section 6.4).
_SCATTER = np.int64(-7046029254386353131)
_SIEVE_BITS = 16
MOST_WORDS = (1 << BITS) - 1


class Lexicon:
    """Words that have a number, from 1 on; 0 stands for every other word. `variants` are other spellings of words."""

    def __init__(self, words: Iterable[str], variants: Mapping[str, str]) -> None:
        known = set(words)
        known.discard("")
        self.words = ("", *sorted({variants.get(word, word) for word in known}))
        if len(self.words) - 1 > MOST_WORDS:
            raise ValueError(f"a lexicon holds at most {MOST_WORDS} words, not {len(self.words) - 1}")
        self.number = dict(zip(self.words, range(len(self.words)), strict=True))
        del self.number[""]
        self.number |= {variant: self.number[usual] for variant, usual in variants.items() if usual in self.number}

    def numbers(self, spoken: Spoken) -> Keys:
        """The number of every word that was said."""
        count = len(spoken.words)
        return np.fromiter(map(self.number.get, spoken.words, repeat(0)), np.int64, count)[spoken.number]

    def keys(self, phrases: Iterable[str]) -> Keys:
        """The key of each phrase, which is written with single spaces.

        Raises:
            KeyError: a word has no number.
        """
        cut = [phrase.split(" ") for phrase in phrases]
        length = np.fromiter(map(len, cut), np.int64, len(cut))
        said = np.fromiter(map(self.number.__getitem__, chain.from_iterable(cut)), np.int64, int(length.sum()))
        begin = np.cumsum(length) - length
        keys = np.zeros(len(cut), np.int64)
        for place in range(LONGEST):
            there = length > place
            keys[there] = keys[there] << BITS | said[begin[there] + place]
        return keys

    def key(self, phrase: str) -> int:
        """The key of one phrase."""
        return int(self.keys([phrase])[0])

    def spell(self, key: int) -> str:
        """The phrase of a key."""
        words: list[str] = []
        while key:
            words.append(self.words[key & MOST_WORDS])
            key >>= BITS
        return " ".join(reversed(words))


class Table:
    """Keys in order, among which many are looked up at once; most of those are not there."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        # Whether a key may be there, by its bucket: it spares a search for most.
        self._sieve = np.zeros(1 << _SIEVE_BITS, np.bool_)
        self._sieve[_bucket(keys)] = True

    def find(self, keys: Keys) -> tuple[Ints, Ints]:
        """Which of the keys are in the table, and at which place in it."""
        asked = np.flatnonzero(self._sieve[_bucket(keys)])
        keys = keys[asked]
        place = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        there = self._keys[place] == keys
        return asked[there], place[there]


def _bucket(keys: Keys) -> Keys:
    return keys * _SCATTER >> (63 - _SIEVE_BITS) & ((1 << _SIEVE_BITS) - 1)


def words_of(phrases: Iterable[str]) -> list[str]:
    """All words of phrases that are written with single spaces."""
    return " ".join(phrases).split(" ")
