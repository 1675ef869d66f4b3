"""Words weighed: the log-odds that a handful of named word features add up to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

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
_ENDINGS = ("ing", "ed", "ly", "ion", "er", "est", "al", "ive", "able", "ic", "ous", "ness", "ment", "ity", "s")


@lru_cache(maxsize=65536)
def word_class(word: str) -> str:
    """A function word as itself; of another word only how it ends ("~ing"), so that weights hold for any subject."""
    if word.endswith("-"):
        return "-"
    if word in GRAMMAR:
        return word
    if word[0].isdigit():
        return "#"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return "~" + ending
    return "~"


@dataclass(frozen=True, slots=True)
class WordWeights:
    """Several logistic regressions over the same word features, one column of weights each."""

    weights: Mapping[str, tuple[float, ...]]
    intercepts: tuple[float, ...]

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "WordWeights":
        """Weights from the record `{"intercepts": [...], "weights": {feature: [...]}}`."""
        weights = {feature: tuple(row) for feature, row in record["weights"].items()}
        return cls(weights, tuple(record["intercepts"]))

    def score(self, features: Sequence[Iterable[str]]) -> NDArray[np.float64]:
        """Log-odds, one row for each list of features and one column a regression."""
        found = [[weight for feature in row if (weight := self.weights.get(feature)) is not None] for row in features]
        lengths = np.fromiter(map(len, found), np.intp, len(found))
        flat = np.array([weight for row in found for weight in row], np.float64).reshape(-1, len(self.intercepts))
        row_of = np.repeat(np.arange(len(found)), lengths)
        columns = [
            intercept + np.bincount(row_of, flat[:, column], minlength=len(found))
            for column, intercept in enumerate(self.intercepts)
        ]
        return np.column_stack(columns)
