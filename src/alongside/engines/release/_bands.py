"""Bands: which counts of 1 a published figure allows, and how it reads.

A band spans 20 points, and never fewer than three counts: 20 points of seven people would be one or two, which tells
all but the number. Bands overlap, and one of those that hold the true count is drawn by chance. So a band that begins
at 2 does not say that the count is above 2, and bands of two rounds that touch do not give away who joined in between.

Whoever draws must be able to draw each band that holds the count. Then what is published rules out nothing but what its
bands rule out, however well an attacker knows this program: see `docs/measures/release.md`.
"""

from math import ceil

from alongside.engines.release._records import Chance, Label

Band = tuple[int, int]

_SPAN = 0.2
_FEWEST_STEPS = 2
_GRID_FROM = 50
_LABELS: tuple[tuple[float, Label], ...] = ((0.2, "few"), (0.4, "some"), (0.6, "half"), (0.8, "most"))
_ANSWERS = ((50, "50+"), (20, "20-49"), (12, "12-19"), (8, "8-11"))


def bands(people: int, *, wider: int = 0) -> list[Band]:
    """All bands for a cell of so many people; `wider` adds as many steps of two counts (or 20 points) to each."""
    if people < _GRID_FROM:
        steps = min(people, max(_FEWEST_STEPS, ceil(_SPAN * people)) + 2 * wider)
        return [(low, low + steps) for low in range(people - steps + 1)]
    tenths = min(10, 2 + 2 * wider)
    return [(-(-people * low // 10), people * (low + tenths) // 10) for low in range(11 - tenths)]


def draw_band(count: int, people: int, chance: Chance, *, wider: int = 0) -> Band:
    """One of the bands that hold the count, each as likely as the others."""
    fitting = [band for band in bands(people, wider=wider) if band[0] <= count <= band[1]]
    return fitting[chance.randrange(len(fitting))]


def label(band: Band, people: int) -> Label:
    middle = sum(band) / 2 / people
    return next((label for below, label in _LABELS if middle < below), "nearly_all")


def points(band: Band, people: int) -> tuple[int, int]:
    """The band in per cent, outwards to tens: it allows all counts that the band does, and hides `people`."""
    low, high = band
    return low * 10 // people * 10, -(-high * 10 // people) * 10


def answers_in_words(people: int, k: int) -> str:
    return next((words for fewest, words in _ANSWERS if people >= fewest), f"{min(k, people)}-7")
