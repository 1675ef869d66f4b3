"""One sample of each kind of transcript, by name."""

from collections.abc import Callable
from pathlib import Path

import pytest

from alongside.engines.meetings import Transcript, read

SAMPLES = Path(__file__).parent / "engines/meetings/reading/samples"


@pytest.fixture
def read_sample() -> Callable[[str], Transcript]:
    return lambda name: read(SAMPLES / name)
