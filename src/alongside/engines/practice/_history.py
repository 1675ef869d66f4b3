"""What somebody was offered before, and what that says about today."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from alongside.engines.practice._act import Act
from alongside.engines.practice._catalogue import Catalogue

Answer = Literal["did", "no_chance", "ducked", "none"]

DAYS_APART = 14
"""No act comes back within so many days."""

DAYS_OF_REST = 60
"""So long rests an act that was done, or that was ducked twice running."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An act that was offered on a date, and the answer to it; "none" where nothing was said."""

    act: str
    on: date
    answer: Answer = "none"


class History:
    """Past offers of one person, by date. One of an act that the catalogue no longer has still counts as an offer."""

    def __init__(self, catalogue: Catalogue, offers: Iterable[Offer], today: date) -> None:
        self._today = today
        by_date = sorted(offers, key=lambda offer: offer.on)
        self._acts = [catalogue.by_code.get(offer.act) for offer in by_date]
        self._last: dict[str, Offer] = {}
        self._times_ducked: dict[str, int] = {}
        for offer in by_date:
            self._last[offer.act] = offer
            self._times_ducked[offer.act] = self.times_ducked(offer.act) + 1 if offer.answer == "ducked" else 0
        self._last_dates = [(act, self._last[act.code].on) for act in catalogue.acts if act.code in self._last]

    def __len__(self) -> int:
        return len(self._acts)

    def last_offered(self, code: str) -> date | None:
        """When the act was last offered."""
        offer = self._last.get(code)
        return offer.on if offer else None

    def times_ducked(self, code: str) -> int:
        """How many times running, up to the last time it was offered, the act was ducked."""
        return self._times_ducked.get(code, 0)

    def may_come_back(self, code: str) -> bool:
        """Whether the act was not offered in the last 14 days."""
        return self._is_past(code, DAYS_APART)

    def is_rested(self, code: str) -> bool:
        """Whether the act has rested as long as the answer to it asks for."""
        offer = self._last.get(code)
        is_long = offer is not None and (offer.answer == "did" or self.times_ducked(code) > 1)
        return self._is_past(code, DAYS_OF_REST if is_long else DAYS_APART)

    def latest(self, is_one: Callable[[Act], bool]) -> date | None:
        """When an act of a sort was last offered."""
        return max((on for act, on in self._last_dates if is_one(act)), default=None)

    def offers_since(self, is_one: Callable[[Act], bool]) -> int:
        """How many offers came after the last act that is one of a sort; all of them if there was none."""
        return next((count for count, act in enumerate(reversed(self._acts)) if act and is_one(act)), len(self))

    def _is_past(self, code: str, days: int) -> bool:
        offer = self._last.get(code)
        return offer is None or (self._today - offer.on).days > days
