"""Who takes the answers of a campaign, and who writes its questions: named here by path, so that arrows point down."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django.utils.module_loading import import_string

from alongside.ballots.closing import Keep
from alongside.ballots.models import Campaign, Purpose

FormOf = Callable[[Campaign], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Consumer:
    """Where a feature is to be found.

    Attributes:
        keep: takes a campaign and its opened answers when it is closed (`closing.close`).
        form_of: gives the questions as the voice host shows them.
    """

    keep: str
    form_of: str


CONSUMERS = {
    Purpose.VOICE.value: Consumer("alongside.voice.services.keep", "alongside.voice.form.form_of"),
    Purpose.RECOGNITION.value: Consumer("alongside.recognition.keeping.keep", "alongside.recognition.form.form_of"),
}


def keep_of(campaign: Campaign) -> Keep:
    return cast("Keep", import_string(CONSUMERS[campaign.purpose].keep))


def form_of(campaign: Campaign) -> dict[str, Any]:
    return cast("FormOf", import_string(CONSUMERS[campaign.purpose].form_of))(campaign)
