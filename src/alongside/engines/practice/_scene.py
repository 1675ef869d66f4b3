"""A scene to rehearse, from the chair of somebody who is there: its steps, its replies, and a way through it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

SEATS = ("below", "peer", "above")
"""Where one sits, as seen from the person who said or did it: with less power, as much, or more."""

VALUES = ("direct", "about_the_act", "linked", "fits_power", "their_choice")
"""What people who such things happen to say that they value in a reply."""

DEBRIEF = "debrief"
"""Where every way through a scene ends."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing to say or, if it is not `spoken`, to do; what comes of it; what of `VALUES` is in it, and why.

    `to` is the name of the step that follows, or `DEBRIEF`.
    """

    words: str
    spoken: bool
    then: str
    why: str
    values: tuple[str, ...]
    to: str


@dataclass(frozen=True, slots=True)
class Step:
    """What happens, and at least two replies. In some steps the person it is about says what they want."""

    name: str
    text: str
    replies: tuple[Reply, ...]
    they_decide: bool


@dataclass(frozen=True)
class Scene:
    """A scene. `concerned` is the person whom it is about, and `agency` what is theirs to decide.

    `note` says what comes up, before it does. `elsewhere` says what would be wiser from each of the two seats that
    one does not have here. `acts` are the codes of the acts that it rehearses, the one it ends in first; `roles` tells
    for whom it is today; `pocket` are lines to take along.
    """

    code: str
    title: str
    note: str
    minutes: int
    seat: str
    elsewhere: Mapping[str, str]
    concerned: str
    agency: str
    roles: frozenset[str]
    acts: tuple[str, ...]
    pocket: tuple[str, ...]
    sources: tuple[str, ...]
    steps: tuple[Step, ...]

    @cached_property
    def by_name(self) -> Mapping[str, Step]:
        """The steps by their name."""
        return {step.name: step for step in self.steps}


@dataclass(frozen=True, slots=True)
class Taken:
    """A reply that was chosen, and the step at which it was."""

    step: Step
    reply: Reply


@dataclass(frozen=True, slots=True)
class Walk:
    """What was chosen so far, and the step one stands at; none at the debrief."""

    taken: tuple[Taken, ...]
    step: Step | None


class NoSuchWay(LookupError):
    """The choices name a reply that the scene does not have, or go on after its end."""


def walk(scene: Scene, choices: Sequence[int]) -> Walk:
    """Go through a scene by the number of each reply, from 1.

    Raises:
        NoSuchWay: there is no such reply, or the scene has ended before.
    """
    step: Step | None = scene.steps[0]
    taken: list[Taken] = []
    for choice in choices:
        if step is None or not 1 <= choice <= len(step.replies):
            raise NoSuchWay(f"{scene.code}: there is no way {'.'.join(map(str, choices))}")
        reply = step.replies[choice - 1]
        taken.append(Taken(step, reply))
        step = scene.by_name.get(reply.to)
    return Walk(tuple(taken), step)
