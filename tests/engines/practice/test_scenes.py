"""Reading scenes and walking through them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines import practice
from alongside.engines.practice import DEBRIEF, FaultyScenes, NoSuchWay, Reply, Scene, Step, walk

SCENES = practice.our_scenes()
REPLY = """
[[step.reply]]
say = "Let's not."
then = "It is quiet."
why = "It is short."
values = ["direct"]
to = "{to}"
"""
STEP = """
[[step]]
name = "{name}"
text = "Something happens to Noor."
they_decide = true
"""
HEAD = """
title = "A scene"
note = "A remark."
minutes = 3
seat = "peer"
concerned = "Noor"
agency = "It is for Noor to say."
roles = ["anyone"]
acts = ["say-lets-not"]
pocket = ["Let's not."]
sources = ["Somebody 2001, A study, A journal"]
elsewhere = { below = "Ask.", above = "Be first." }
"""


def step(name: str, *ways: str) -> str:
    return STEP.format(name=name) + "".join(REPLY.format(to=to) for to in ways)


WHOLE = HEAD + step("one", "two", "three") + step("two", "three", DEBRIEF) + step("three", DEBRIEF, DEBRIEF)


def written(folder: Path, text: str, name: str = "a-scene.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_scene_is_read_with_its_steps_and_replies(tmp_path: Path) -> None:
    scene = practice.read_scenes([written(tmp_path, WHOLE)])["a-scene"]
    assert [one.name for one in scene.steps] == ["one", "two", "three"]
    assert scene.steps[0].replies[0] == Reply("Let's not.", True, "It is quiet.", "It is short.", ("direct",), "two")
    assert dict(scene.elsewhere) == {"below": "Ask.", "above": "Be first."}


def test_what_is_done_and_not_said_is_told_apart(tmp_path: Path) -> None:
    text = WHOLE.replace('say = "Let\'s not."', 'do = "You wait."', 1)
    first = practice.read_scenes([written(tmp_path, text)])["a-scene"].steps[0].replies[0]
    assert (first.words, first.spoken) == ("You wait.", False)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('seat = "peer"', 'seat = "boss"', "a-scene, seat: expected one of below, peer, above; found 'boss'"),
        ('note = "A remark."\n', "", "a-scene, note: expected a text of 1 to 60 words; found nothing"),
        ('roles = ["anyone"]', 'roles = ["boss"]', "a-scene, roles: expected a list of anyone, leader"),
        ('acts = ["say-lets-not"]', 'acts = "say-lets-not"', "a-scene, acts: expected a list of 1 to 6 texts"),
        ("minutes = 3", "minutes = 30", "a-scene, minutes: expected a whole number from 1 to 6; found 30"),
        ("minutes = 3", "minuts = 3", "a-scene, minuts: expected one of acts, agency"),
        ('below = "Ask.", ', "", "a-scene, elsewhere, below: expected a text of 1 to 60 words; found nothing"),
        (
            'below = "Ask."',
            'below = "Ask.", peer = "Hm."',
            "elsewhere, peer: expected nothing, because the scene is told",
        ),
        ('why = "It is short."', "why = 3", "a-scene, step 1, reply 1, why: expected a text"),
        ('values = ["direct"]', 'values = ["kind"]', "step 1, reply 1, values: expected a list of direct"),
        ('say = "Let\'s not."', 'say = "No."\ndo = "You go."', "step 1, reply 1, say: expected nothing, because"),
        ("they_decide = true", "they_decide = 1", "a-scene, step 1, they_decide: expected true, or no such line"),
        ("they_decide = true", "", "a-scene, they_decide: expected a step in which Noor says what they want"),
        ('to = "two"', 'to = "tow"', "step one, reply 1, to: expected one of debrief, one, three, two; found 'tow'"),
        ('name = "three"', 'name = "two"', "a-scene, step two: expected each name once"),
        ('name = "two"', 'name = "debrief"', "a-scene, step debrief: expected each name once"),
        ("minutes = 3", "minutes = ", "a-scene.toml: expected a TOML file in UTF-8"),
    ],
)
def test_a_fault_is_told_with_its_file_its_scene_and_its_field(tmp_path: Path, old: str, new: str, told: str) -> None:
    everywhere = -1 if old == "they_decide = true" and not new else 1
    with pytest.raises(FaultyScenes) as refused:
        practice.read_scenes([written(tmp_path, WHOLE.replace(old, new, everywhere))])
    assert str(refused.value).startswith("a-scene.toml")
    assert told in str(refused.value)


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (step("one", "two", "two") + step("two", "one", DEBRIEF), "step two, reply 1, to: expected a later step"),
        (step("one", "one", "two") + step("two", DEBRIEF, DEBRIEF), "step one, reply 1, to: expected a later step"),
        (step("one", "three", DEBRIEF) + step("two", "three", DEBRIEF), "step two: no reply before it leads here"),
        (step("one", "two") + step("two", "three", DEBRIEF), "step 1, reply: expected 2 to 4 tables"),
    ],
    ids=["back", "itself", "unreached", "one reply"],
)
def test_a_way_without_an_end_a_step_out_of_reach_and_no_choice_are_refused(
    tmp_path: Path, steps: str, told: str
) -> None:
    with pytest.raises(FaultyScenes, match=told):
        practice.read_scenes([written(tmp_path, HEAD + steps + step("three", DEBRIEF, DEBRIEF))])


def test_two_steps_are_too_few(tmp_path: Path) -> None:
    with pytest.raises(FaultyScenes, match="a-scene, step: expected 3 to 6 tables"):
        practice.read_scenes([written(tmp_path, HEAD + step("one", "two", DEBRIEF) + step("two", DEBRIEF, DEBRIEF))])


def test_a_name_of_a_file_that_is_no_code_and_two_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FaultyScenes, match="expected a name of lower-case words"):
        practice.read_scenes([written(tmp_path, WHOLE, "A Scene.toml")])
    path = written(tmp_path, WHOLE)
    with pytest.raises(FaultyScenes, match=r"a-scene\.toml: expected one scene of this name; found 2"):
        practice.read_scenes([path, path])


def ends_of(scene: Scene, at: Step) -> list[str]:
    return [
        end
        for reply in at.replies
        for end in ([DEBRIEF] if reply.to == DEBRIEF else ends_of(scene, scene.by_name[reply.to]))
    ]


@pytest.mark.parametrize("code", SCENES)
def test_every_way_through_our_scenes_ends_in_the_debrief(code: str) -> None:
    ends = ends_of(SCENES[code], SCENES[code].steps[0])
    assert len(ends) >= 4
    assert set(ends) == {DEBRIEF}


@pytest.mark.parametrize("code", SCENES)
def test_every_step_of_our_scenes_is_reached(code: str) -> None:
    scene, reached = SCENES[code], {SCENES[code].steps[0].name}
    while (
        more := {reply.to for one in scene.steps if one.name in reached for reply in one.replies} - reached - {DEBRIEF}
    ):
        reached |= more
    assert reached == {one.name for one in scene.steps}


@given(scene=st.sampled_from(list(SCENES.values())), drawn=st.lists(st.integers(1, 2), min_size=6, max_size=6))
def test_whatever_is_chosen_leads_to_the_end_in_at_most_six_replies(scene: Scene, drawn: list[int]) -> None:
    for length in range(7):
        through = walk(scene, drawn[:length])
        if through.step is None:
            assert len(through.taken) == length
            assert through.taken[-1].reply.to == DEBRIEF
            return
        assert len(through.taken) == length
    pytest.fail("no end")


@pytest.mark.parametrize("choices", [[0], [-1], [99], [1, 1, 1, 1, 1, 1, 1, 1]])
def test_a_reply_that_is_not_there_or_comes_after_the_end_is_refused(choices: list[int]) -> None:
    with pytest.raises(NoSuchWay):
        walk(SCENES["joke-at-lunch"], choices)
