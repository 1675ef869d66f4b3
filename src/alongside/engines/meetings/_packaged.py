"""What was learned and comes with the package: records in `models/`, as `scripts/train_*.py` wrote them."""

from pathlib import Path
from typing import Any

import orjson

_MODELS = Path(__file__).parent / "models"


def packaged(name: str) -> Any:
    """The record of one model."""
    return orjson.loads((_MODELS / f"{name}.json").read_bytes())
