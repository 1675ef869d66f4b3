"""What an act is, and the words that its fields may hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

STARTER_ACTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "learn": ("educate_yourself", "acknowledge_privilege", "examine_bias"),
        "listen": ("listen_to_understand", "validate_experiences", "connect_with_curiosity"),
        "amplify": ("amplify_ideas", "give_credit", "share_your_platform", "recommend_for_opportunities"),
        "speak_up": ("interrupt_microaggressions", "correct_mispronounced_name", "inclusive_language"),
        "account": ("own_mistakes", "accept_feedback", "change_the_system"),
    }
)
"""The starter actions of each area of practice."""

AREAS = tuple(STARTER_ACTIONS)
"""The five areas of practice."""

ANYONE = "anyone"
ROLES = (ANYONE, "leader", "host", "interviewer", "reviewer")
"""Whom an act is for. A reviewer judges others' work; a host calls a meeting."""

OCCASIONS = ("before_meeting", "in_meeting", "after_meeting", "writing", "hiring", "reviewing", "any_day")
"""When an act fits."""

MOMENT_KINDS = (
    "crowded_out",
    "cut_off",
    "echo",
    "unanswered",
    "after_pause",
    "never_invited",
    "unseen_work",
    "long_turns",
    "credit",
    "amplification",
    "invitation",
)
"""The kinds of moment that a look-back on a meeting finds, by its own names; what is least noticed comes first."""

LEVERS = (
    "agenda",
    "notes",
    "decisions",
    "assignments",
    "hiring",
    "reviews",
    "promotions",
    "pay",
    "budget",
    "vendors",
    "on_call",
    "introductions",
    "events",
    "documents",
    "new_starters",
)
"""What somebody can change from where they sit."""

THEMES = (
    "being_heard",
    "credit",
    "chances",
    "workload",
    "feedback",
    "respect",
    "language",
    "belonging",
    "hiring",
    "pay",
    "time",
    "access",
    "safety",
    "openness",
)
"""What people raise in a listening round."""

COSTS = ("time", "airtime", "status", "budget", "risk", "control", "none")
"""What an act can cost the one who does it."""

CHANGES = ("process", "criterion", "budget", "slate", "rule")
"""What a structural act can change. Reading, coffee and advice change none of these."""

SCOPES = ("individual", "structural")


@dataclass(frozen=True, slots=True)
class Cost:
    """What an act costs the one who does it: a `kind` of `COSTS` and a short sentence."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Act:
    """One concrete thing to do today.

    Attributes:
        code: a stable name, such as "count-to-three"; what somebody's history refers to.
        area: one of `AREAS`.
        starter_action: one of the area's `STARTER_ACTIONS`.
        title: an imperative of at most eight words.
        what: one or two plain sentences.
        minutes: how long it takes; an individual act at most ten.
        cost: what it costs the one who does it.
        changes: one of `CHANGES` if the act is structural; "" if it is individual.
        recheck: how to tell, 90 days later, that a structural act is still in force; "" if it is individual.
        roles: whom it is for, of `ROLES`; "anyone" stands alone.
        occasions: when it fits, of `OCCASIONS`.
        answers: the kinds of moment it answers, of `MOMENT_KINDS`.
        levers: what it uses, of `LEVERS`. A structural act that is not for anyone needs one of them.
        themes: what it does something about, of `THEMES`.
        say: what one can say or write, one to three entries. "[name]" stands for a colleague's name.
        avoid: what not to do, one or two entries.
        smaller_step: a smaller first step, for the next time if somebody ducked it; "" if there is none.
        source: where the idea is from, or "our own practice".
    """

    code: str
    area: str
    starter_action: str
    title: str
    what: str
    minutes: int
    cost: Cost
    changes: str
    recheck: str
    roles: frozenset[str]
    occasions: frozenset[str]
    answers: frozenset[str]
    levers: frozenset[str]
    themes: frozenset[str]
    say: tuple[str, ...]
    avoid: tuple[str, ...]
    smaller_step: str
    source: str

    @property
    def is_structural(self) -> bool:
        """Whether the act changes a process, a criterion, a budget, a slate or a rule."""
        return bool(self.changes)

    def is_within_reach(self, *, roles: frozenset[str], levers: frozenset[str]) -> bool:
        """Whether somebody with these roles and levers can do it.

        A structural act that anyone can propose needs no lever; another needs one of those it uses.
        """
        if ANYONE in self.roles:
            return True
        if not self.roles & roles:
            return False
        return not (self.is_structural and self.levers) or bool(self.levers & levers)
