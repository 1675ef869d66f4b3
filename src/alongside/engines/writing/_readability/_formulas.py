"""Readability formulas as published, each a function of counts alone.

Dale-Chall is left out, for its word list is not free.

Sources: Flesch 1948 (Reading Ease); Kincaid et al. 1975 (Flesch-Kincaid grade); Senter and Smith 1967 (ARI);
Gunning 1952 (Fog); McLaughlin 1969 (SMOG); Björnsson 1968 (LIX); Coleman and Liau 1975.
"""

from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas are given."""

    sentences: int
    words: int
    characters: int
    """Letters and digits."""
    syllables: int
    three_syllables: int
    """Words of three syllables and more (SMOG)."""
    hard: int
    """The same without names, compounds with a hyphen, and words that have three only by -ed, -es or -ing (Fog)."""
    long: int
    """Words of more than six letters (LIX)."""


def flesch(counts: Counts) -> float:
    """Reading ease, about 0 (very hard) to 100 (very easy)."""
    return 206.835 - 1.015 * counts.words / counts.sentences - 84.6 * counts.syllables / counts.words


def flesch_kincaid(counts: Counts) -> float:
    """US school grade."""
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def ari(counts: Counts) -> float:
    """US school grade, from characters instead of syllables."""
    return 4.71 * counts.characters / counts.words + 0.5 * counts.words / counts.sentences - 21.43


def fog(counts: Counts) -> float:
    """Years of school."""
    return 0.4 * (counts.words / counts.sentences + 100 * counts.hard / counts.words)


def smog(counts: Counts) -> float:
    """Years of school; made for thirty sentences and more."""
    return 1.043 * sqrt(30 * counts.three_syllables / counts.sentences) + 3.1291


def lix(counts: Counts) -> float:
    """About 20 (very easy) to 60 (very hard); for any language that parts its words by spaces."""
    return counts.words / counts.sentences + 100 * counts.long / counts.words


def coleman_liau(counts: Counts) -> float:
    """US school grade. The factor of characters is .0588 as published; .058 is a slip that many programs repeat."""
    return 5.88 * counts.characters / counts.words - 29.6 * counts.sentences / counts.words - 15.8
