"""One concrete thing to do today: a catalogue of acts, and which of them suits somebody on a date, with the reason.

    from alongside.engines import practice

    person = practice.Circumstances(
        seed="any text that stays the same for this person",
        roles=frozenset({"leader"}),
        levers=frozenset({"agenda", "notes"}),
        themes=frozenset({"being_heard"}),
    )
    choice = practice.choose(
        practice.our_catalogue(),
        person,
        on=practice.local_date(now, "Europe/London"),
        offers=[practice.Offer("count-to-three", date(2026, 5, 1), "did")],
        noticed=[practice.Noticed("cut_off", date(2026, 5, 3))],
    )
    choice.act, choice.because, choice.smaller_step, choice.next_on

Nothing is remembered here: the past comes in with each call, and the caller keeps the new offer. A choice is one act,
however long somebody was away, or none on a day off. The words that fields may hold are `AREAS`, `STARTER_ACTIONS`,
`ROLES`, `OCCASIONS`, `MOMENT_KINDS`, `LEVERS`, `THEMES`, `COSTS` and `CHANGES`; they are codes, which the caller puts
into words. The rules of choosing are told in docs/use/acts.md.
"""

from alongside.engines.practice._act import (
    AREAS,
    CHANGES,
    COSTS,
    LEVERS,
    MOMENT_KINDS,
    OCCASIONS,
    ROLES,
    STARTER_ACTIONS,
    THEMES,
    Act,
    Cost,
)
from alongside.engines.practice._catalogue import OUR_ACTS, Catalogue, FaultyCatalogue, our_catalogue, read_catalogue
from alongside.engines.practice._choosing import Because, Choice, Circumstances, Noticed, Reason, choose
from alongside.engines.practice._dates import MONDAY_TO_FRIDAY, local_date, next_date
from alongside.engines.practice._history import Answer, Offer

__all__ = [
    "AREAS",
    "CHANGES",
    "COSTS",
    "LEVERS",
    "MOMENT_KINDS",
    "MONDAY_TO_FRIDAY",
    "OCCASIONS",
    "OUR_ACTS",
    "ROLES",
    "STARTER_ACTIONS",
    "THEMES",
    "Act",
    "Answer",
    "Because",
    "Catalogue",
    "Choice",
    "Circumstances",
    "Cost",
    "FaultyCatalogue",
    "Noticed",
    "Offer",
    "Reason",
    "choose",
    "local_date",
    "next_date",
    "our_catalogue",
    "read_catalogue",
]
