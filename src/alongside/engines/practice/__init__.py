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

A moment to rehearse is a scene, walked by the number of each reply:

    scene = practice.our_scenes()["joke-at-lunch"]
    through = practice.walk(scene, [1, 1])
    through.taken[-1].reply.why, through.step

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
from alongside.engines.practice._dates import MONDAY_TO_FRIDAY, last_day_of_quarter, local_date, next_date
from alongside.engines.practice._history import Answer, Offer
from alongside.engines.practice._learning import RECALLS, Lesson, Memory, Recall, choose_item, item_for_all, remembered
from alongside.engines.practice._library import OUR_ITEMS, FaultyLibrary, Item, Library, our_library, read_library
from alongside.engines.practice._pack import OWN, read_pack
from alongside.engines.practice._plan import (
    FURTHEST,
    INDIVIDUAL_KINDS,
    MOVES,
    NEEDED,
    PLAN_COSTS,
    PLAN_STATES,
    STILL_THERE,
    Plan,
    carried_on,
    may_look_again_on,
    missing,
    quarter_of,
    recheck_on,
)
from alongside.engines.practice._reminders import (
    HOURS,
    STALE_AFTER,
    ReminderKind,
    next_reminder,
    reminder_at,
    reminder_kind,
)
from alongside.engines.practice._repair import Hint, Repair, hints
from alongside.engines.practice._scene import DEBRIEF, SEATS, VALUES, NoSuchWay, Reply, Scene, Step, Taken, Walk, walk
from alongside.engines.practice._scenes import OUR_SCENES, FaultyScenes, our_scenes, read_scenes, scenes_for

__all__ = [
    "AREAS",
    "CHANGES",
    "COSTS",
    "DEBRIEF",
    "FURTHEST",
    "HOURS",
    "INDIVIDUAL_KINDS",
    "LEVERS",
    "MOMENT_KINDS",
    "MONDAY_TO_FRIDAY",
    "MOVES",
    "NEEDED",
    "OCCASIONS",
    "OUR_ACTS",
    "OUR_ITEMS",
    "OUR_SCENES",
    "OWN",
    "PLAN_COSTS",
    "PLAN_STATES",
    "RECALLS",
    "ROLES",
    "SEATS",
    "STALE_AFTER",
    "STARTER_ACTIONS",
    "STILL_THERE",
    "THEMES",
    "VALUES",
    "Act",
    "Answer",
    "Because",
    "Catalogue",
    "Choice",
    "Circumstances",
    "Cost",
    "FaultyCatalogue",
    "FaultyLibrary",
    "FaultyScenes",
    "Hint",
    "Item",
    "Lesson",
    "Library",
    "Memory",
    "NoSuchWay",
    "Noticed",
    "Offer",
    "Plan",
    "Reason",
    "Recall",
    "ReminderKind",
    "Repair",
    "Reply",
    "Scene",
    "Step",
    "Taken",
    "Walk",
    "carried_on",
    "choose",
    "choose_item",
    "hints",
    "item_for_all",
    "last_day_of_quarter",
    "local_date",
    "may_look_again_on",
    "missing",
    "next_date",
    "next_reminder",
    "our_catalogue",
    "our_library",
    "our_scenes",
    "quarter_of",
    "read_catalogue",
    "read_library",
    "read_pack",
    "read_scenes",
    "recheck_on",
    "remembered",
    "reminder_at",
    "reminder_kind",
    "scenes_for",
    "walk",
]
