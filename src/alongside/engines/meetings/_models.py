"""The trained models that come with the package, read once when they are first needed."""

from functools import cache
from pathlib import Path

import orjson

from alongside.engines.meetings._interruptions import InterruptionModel
from alongside.engines.meetings._listening import ListeningModel


@cache
def listening_model() -> ListeningModel:
    return ListeningModel.of(orjson.loads(_file("listening.json")))


@cache
def interruption_model() -> InterruptionModel:
    return InterruptionModel.of(orjson.loads(_file("interruptions.json")))


def _file(name: str) -> bytes:
    return (Path(__file__).parent / "models" / name).read_bytes()
