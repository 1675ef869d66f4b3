"""What the plan of a draft shows and refuses, in words for whoever makes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.engines import release
from alongside.people.models import Unit
from alongside.voice.membership import EVERYONE, LEAST_ASKED
from alongside.voice.models import Round
from alongside.voice.wording import REFUSED

_MOST_NAMED = 60


@dataclass(frozen=True, slots=True)
class Preview:
    """The plan of a draft, for a page. Of long lists the first sixty are named.

    Attributes:
        asked: how many people.
        shown: names of the groups of which figures may be shown.
        refused: name of a group, and why nothing of it may be shown.
        rolled_up: names of units that are too small, with the one as part of which they answer.
    """

    asked: int
    shown: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]
    rolled_up: tuple[tuple[str, str], ...]
    shown_beyond: int
    rolled_up_beyond: int


def in_words(draft: Round) -> Preview | None:
    """The preview that is kept with a draft; None while there is none."""
    if draft.preview is None:
        return None
    shown = [(table, value) for table, values in draft.preview["shown"] for value in values]
    refused, rolled_up = draft.preview["refused"], draft.preview["rolled_up"]
    names = _names(
        [value[-1] for table, value in shown[:_MOST_NAMED] if table == release.UNITS]
        + [value[-1] for table, value, _why, _people in refused[:_MOST_NAMED] if table == release.UNITS]
        + [label for pair in rolled_up[:_MOST_NAMED] for label in pair if label != EVERYONE]
    )
    return Preview(
        asked=draft.preview["asked"],
        shown=tuple(_named(table, value, names) for table, value in shown[:_MOST_NAMED]),
        refused=tuple(
            (_named(table, value, names), _why(draft, why, people))
            for table, value, why, people in refused[:_MOST_NAMED]
        ),
        rolled_up=tuple(
            (names.get(small, small), names.get(whole, _("everyone"))) for small, whole in rolled_up[:_MOST_NAMED]
        ),
        shown_beyond=max(0, len(shown) - _MOST_NAMED),
        rolled_up_beyond=max(0, len(rolled_up) - _MOST_NAMED),
    )


def _why(draft: Round, why: str, people: int) -> str:
    fewest = max(LEAST_ASKED, draft.k)
    return str(REFUSED[why]) % {"people": people, "fewest": fewest, "k": draft.k}


def _named(table: str, value: Sequence[str], names: dict[str, str]) -> str:
    if table == release.EVERYONE:
        return _("Everyone")
    return names.get(value[-1], value[-1]) if table == release.UNITS else f"{table}: {value[-1]}"


def _names(uuids: Sequence[str]) -> dict[str, str]:
    found = Unit.objects.filter(uuid__in=[UUID(one) for one in uuids]).values_list("uuid", "name")
    return {str(uuid): name for uuid, name in found}
