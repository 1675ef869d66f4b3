"""The scenes: read from TOML files, one for each, and checked so that every way through ends in the debrief."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from alongside.engines.practice._act import ROLES
from alongside.engines.practice._scene import DEBRIEF, SEATS, VALUES, Reply, Scene, Step
from alongside.engines.practice._table import Table, read_toml

OUR_SCENES = tuple(sorted(Path(__file__).with_name("scenes").glob("*.toml")))
"""The files of our own scenes."""

_MOST_WORDS_OF_A_TITLE = 8
_MOST_MINUTES = 6
_MOST_ACTS = 6
_LEAST_STEPS, _MOST_STEPS = 3, 6
_MOST_WORDS_OF_A_REPLY = 45
_LEAST_REPLIES, _MOST_REPLIES = 2, 4


class FaultyScenes(ValueError):
    """Files that make no scenes. The message has a line for each fault: file, scene, field, what was expected."""


@cache
def our_scenes() -> Mapping[str, Scene]:
    """Return our own scenes by their code, read once."""
    return read_scenes(OUR_SCENES)


def scenes_for(act: str) -> tuple[Scene, ...]:
    """Return our scenes in which an act can be rehearsed, the closest first."""
    fitting = (scene for scene in our_scenes().values() if act in scene.acts)
    return tuple(sorted(fitting, key=lambda scene: (scene.acts.index(act), scene.code)))


def read_scenes(paths: Iterable[Path]) -> Mapping[str, Scene]:
    """Read scenes from TOML files; a file has the name of its scene's code, such as `joke-at-lunch.toml`.

    Raises:
        FaultyScenes: a file is no TOML; a field is missing, misspelt or not as expected; two files have one name; a
            step cannot be reached, leads nowhere, or comes round again.
    """
    problems: list[str] = []
    scenes = [scene for path in paths if (scene := _scene_in(path, problems))]
    times = Counter(scene.code for scene in scenes)
    problems += [f"{code}.toml: expected one scene of this name; found {n}" for code, n in times.items() if n > 1]
    if problems:
        raise FaultyScenes("\n".join(problems))
    return {scene.code: scene for scene in scenes}


def _scene_in(path: Path, problems: list[str]) -> Scene | None:
    values = read_toml(path, problems)
    if values is None:
        return None
    before = len(problems)
    scene = _scene(path.stem, Table(path.name, path.stem, values, problems))
    if len(problems) == before:
        problems.extend(f"{path.name}, {path.stem}, {fault}" for fault in _faults_of_ways(scene))
    return scene


def _scene(code: str, table: Table) -> Scene:
    seat = table.word("seat", SEATS)
    scene = Scene(
        code=code,
        title=table.text("title", most_words=_MOST_WORDS_OF_A_TITLE),
        note=table.text("note"),
        minutes=table.whole_number("minutes", most=_MOST_MINUTES),
        seat=seat,
        elsewhere=_elsewhere(table.table("elsewhere"), seat),
        concerned=table.text("concerned", most_words=4),
        agency=table.text("agency"),
        roles=table.words("roles", ROLES),
        acts=table.texts("acts", most=_MOST_ACTS),
        pocket=table.texts("pocket", most=3),
        sources=table.texts("sources", most=4),
        steps=tuple(map(_step, table.tables("step", least=_LEAST_STEPS, most=_MOST_STEPS))),
    )
    table.refuse_the_rest()
    return scene


def _elsewhere(table: Table, seat: str) -> Mapping[str, str]:
    elsewhere = {other: table.text(other) for other in SEATS if other != seat}
    if seat:
        table.absent(seat, "the scene is told from there")
        table.refuse_the_rest()
    return elsewhere


def _step(table: Table) -> Step:
    step = Step(
        name=table.text("name", most_words=1),
        text=table.text("text", most_words=90),
        they_decide=table.yes("they_decide"),
        replies=tuple(map(_reply, table.tables("reply", least=_LEAST_REPLIES, most=_MOST_REPLIES))),
    )
    table.refuse_the_rest()
    return step


def _reply(table: Table) -> Reply:
    has = table.words("values", VALUES, optional=True)
    done = table.text("do", most_words=_MOST_WORDS_OF_A_REPLY, optional=True)
    if done:
        table.absent("say", "a reply is said or done, and this one is done")
    reply = Reply(
        words=done or table.text("say", most_words=_MOST_WORDS_OF_A_REPLY),
        spoken=not done,
        then=table.text("then"),
        why=table.text("why"),
        values=tuple(value for value in VALUES if value in has),
        to=table.text("to", most_words=1),
    )
    table.refuse_the_rest()
    return reply


def _faults_of_ways(scene: Scene) -> list[str]:
    """What is wrong with the ways through a scene whose fields are all as they should be."""
    names = [step.name for step in scene.steps]
    known = {*names, DEBRIEF}
    faults = [f"step {name}: expected each name once, and none to be {DEBRIEF}" for name in _unfit(names)]
    faults += [
        f"step {step.name}, reply {n}, to: expected one of {', '.join(sorted(known))}; found {reply.to!r}"
        for step in scene.steps
        for n, reply in enumerate(step.replies, start=1)
        if reply.to not in known
    ]
    if not any(step.they_decide for step in scene.steps):
        faults.append(f"they_decide: expected a step in which {scene.concerned} says what they want; found none")
    return faults or [*_unreached(scene), *_turning_back(scene)]


def _unfit(names: list[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1 or name == DEBRIEF]


def _unreached(scene: Scene) -> list[str]:
    reached = {scene.steps[0].name}
    for step in scene.steps:  # in the order of the file, which may only lead on; `_turning_back` says where it does not
        if step.name in reached:
            reached.update(reply.to for reply in step.replies)
    return [f"step {step.name}: no reply before it leads here" for step in scene.steps if step.name not in reached]


def _turning_back(scene: Scene) -> list[str]:
    """A reply leads to a later step of the file or to the debrief, so that every way has an end."""
    places = {step.name: place for place, step in enumerate(scene.steps)} | {DEBRIEF: len(scene.steps)}
    return [
        f"step {step.name}, reply {n}, to: expected a later step or {DEBRIEF}; found {reply.to!r}"
        for step in scene.steps
        for n, reply in enumerate(step.replies, start=1)
        if places[reply.to] <= places[step.name]
    ]
