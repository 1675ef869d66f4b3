"""What the pages of a scene show."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from alongside.engines import practice
from alongside.engines.practice import Reply, Scene, Taken, Walk
from alongside.rehearsal.wording import ELSEWHERE, FOR, IN_SHORT, LISTED, SEATS, VALUED, VALUED_FROM


@dataclass(frozen=True, slots=True)
class ShownReply:
    """A reply, what people value that is in it, and for one to choose, the way it leads on."""

    reply: Reply
    values: tuple[str | Promise, ...]
    way: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A step that was gone through: what was chosen there, and what else there was."""

    text: str
    chosen: ShownReply
    others: tuple[ShownReply, ...]


@dataclass(frozen=True, slots=True)
class Valued:
    """What people say they value, and where that is from."""

    short: str | Promise
    text: str | Promise
    source: str


@dataclass(frozen=True, slots=True)
class Debrief:
    """The end of a scene, whichever way led there."""

    scene: Scene
    moments: tuple[Moment, ...]
    # The step one came from, or the last one where one came to the end.
    back: str
    elsewhere: tuple[tuple[str | Promise, str], ...]
    act: practice.Act | None
    valued: tuple[Valued, ...]


@dataclass(frozen=True, slots=True)
class Moving:
    """A step to reply to: what came of the last reply, the replies, and the ways on and back."""

    scene: Scene
    last: Taken | None
    text: str
    replies: tuple[ShownReply, ...]
    way: str
    back: str


@dataclass(frozen=True, slots=True)
class Listed:
    """The scenes for a role of today, each with how much say one has in it."""

    role: str
    words: str | Promise
    scenes: tuple[tuple[Scene, str | Promise], ...]


def listed(role: str = "") -> list[Listed]:
    """Our scenes by whom they are for today: those for the `role` that somebody has, those for anyone, the others."""
    scenes = practice.our_scenes().values()
    roles = sorted(FOR, key=lambda each: (each != role, each != "anyone"))
    return [
        Listed(each, FOR[each], tuple((scene, LISTED[scene.seat]) for scene in scenes if each in scene.roles))
        for each in roles
    ]


def scene_with(code: str) -> Scene | None:
    return practice.our_scenes().get(code)


def seat(scene: Scene) -> str | Promise:
    return SEATS[scene.seat]


def moving(scene: Scene, walk: Walk, choices: Sequence[int]) -> Moving | None:
    """The step one stands at, or nothing at the end."""
    if walk.step is None:
        return None
    return Moving(
        scene=scene,
        last=walk.taken[-1] if walk.taken else None,
        text=walk.step.text,
        replies=tuple(_shown(reply, way=_way([*choices, n])) for n, reply in enumerate(walk.step.replies, start=1)),
        way=_way(choices),
        back=_way(choices[:-1]),
    )


def debrief(scene: Scene, walk: Walk, choices: Sequence[int]) -> Debrief:
    return Debrief(
        scene=scene,
        moments=tuple(map(_moment, walk.taken)),
        back=_way(choices if walk.step else choices[:-1]),
        elsewhere=tuple((ELSEWHERE[place], words) for place, words in scene.elsewhere.items()),
        act=practice.our_catalogue().by_code.get(scene.acts[0]),
        valued=tuple(Valued(IN_SHORT[code], VALUED[code], VALUED_FROM[code]) for code in practice.VALUES),
    )


def _moment(taken: Taken) -> Moment:
    others = tuple(_shown(reply) for reply in taken.step.replies if reply is not taken.reply)
    return Moment(text=taken.step.text, chosen=_shown(taken.reply), others=others)


def _shown(reply: Reply, *, way: str = "") -> ShownReply:
    return ShownReply(reply, tuple(IN_SHORT[code] for code in reply.values), way)


def _way(choices: Sequence[int]) -> str:
    return ".".join(map(str, choices))
