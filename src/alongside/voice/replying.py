"""What a leader answers to what people said, and what they would have said themself."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.access import Role
from alongside.people.models import Person, Unit
from alongside.voice.drafting import Refused
from alongside.voice.models import OwnView, Reply, Round, Say
from alongside.voice.selectors import answered_for, hardest_first


class HardestFirst(Refused):
    """A harder theme has no reply yet."""


@transaction.atomic
def reply(  # noqa: PLR0913 - what a reply is made of
    *, asked: Round, unit: Unit, question: str, say: Say, because: str, by: Person, now: dt.datetime
) -> None:
    """Answer one figure before one's unit. It can be said anew, and then the date is that of the new words.

    Raises:
        Refused: there is no such figure for the unit, or it is not the one who leads it.
        HardestFirst: something harder has no reply yet.
    """
    if not leads(by, unit):
        raise Refused(_("Whoever leads a unit answers for it."))
    in_order = [one.question for one in hardest_first(asked, unit)]
    if question not in in_order:
        raise Refused(_("There is no such figure for this unit."))
    if set(in_order[: in_order.index(question)]) - answered_for(asked, unit):
        raise HardestFirst(_("Begin with what is hardest for people. The rest comes after it."))
    said = {"say": say, "because": because, "by": by, "at": now}
    Reply.objects.update_or_create(round=asked, unit=unit, question=question, defaults=said)


def leads(person: Person, unit: Unit) -> bool:
    """Whether somebody answers for a unit: a leader, for the unit that they are in."""
    return Role.LEADER in person.roles and person.unit_id == unit.pk


def keep_own_view(*, asked: Round, by: Person, points: Mapping[str, int]) -> None:
    """Keep what a leader answers themself. Nobody else reads it, and it is in no figure."""
    OwnView.objects.update_or_create(round=asked, person=by, defaults={"points": dict(points)})
