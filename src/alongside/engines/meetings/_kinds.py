"""What kind of interruption it was: cut off, crowded out, or after a pause.

Times that a file gives are exact where it has one stream a person, and guesses where one stream was taken apart or
where only sentences have times. So no rule on times is used: small trees, one set for each way the streams are kept,
weigh them with the talk around. They were trained by `scripts/train_floor.py` on who the annotators of the meetings
held to have had the floor, and since when.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._lookback import InterruptionKind
from alongside.engines.meetings._trees import Trees


class Kinds(NamedTuple):
    """Trees that tell who came in after a pause, and, of the rest, who was crowded out from who was cut off."""

    after_pause: Trees
    crowded_out: Trees

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "Kinds":
        return cls(Trees.of(record["after_pause"]), Trees.of(record["crowded_out"]))

    def tell(self, columns: Mapping[str, NDArray[np.float64]]) -> list[InterruptionKind]:
        """The likeliest kind of each interruption that is described in a row of the columns."""
        pause = (self.after_pause.score(columns) > 0.0) & (columns["by_start"] >= 0.0)
        crowded = self.crowded_out.score(columns) > 0.0
        return [
            "after_pause" if paused else "crowded_out" if there_first else "cut_off"
            for paused, there_first in zip(pause.tolist(), crowded.tolist(), strict=True)
        ]
