"""The trained models that come with the package, read once when they are first needed."""

from functools import cache

from alongside.engines.meetings._interruptions import InterruptionModel
from alongside.engines.meetings._listening import ListeningModel
from alongside.engines.meetings._packaged import packaged


@cache
def listening_model() -> ListeningModel:
    return ListeningModel.of(packaged("listening"))


@cache
def interruption_model() -> InterruptionModel:
    return InterruptionModel.of(packaged("interruptions"))
