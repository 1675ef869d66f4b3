"""Numbers as the records hold them."""

import numpy as np
from numpy.typing import NDArray

# So far from the middle between two thousandths it is certain which is nearer, also of a week in seconds.
_CERTAIN = 1e-6


def to_thousandths(column: NDArray[np.float64]) -> list[float]:
    """Round each number as `round` does, which is exact near the middle, where arithmetic on arrays is not."""
    thousandths = 1000.0 * column
    nearest = np.rint(thousandths)
    rounded: list[float] = (nearest / 1000.0).tolist()
    for place in np.flatnonzero(np.abs(thousandths - nearest) > 0.5 - _CERTAIN).tolist():
        rounded[place] = round(float(column[place]), 3)
    return rounded
