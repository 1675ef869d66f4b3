"""Numbers as the records hold them."""

from itertools import repeat

import numpy as np
from numpy.typing import NDArray


def to_thousandths(column: NDArray[np.float64]) -> list[float]:
    """Round to the nearest; the rounding of arrays is off where a number ends in a five."""
    return list(map(round, column.tolist(), repeat(3)))
