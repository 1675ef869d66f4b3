"""Not a saviour: in every scene the person it is about decides, and nobody is rescued (I3.2)."""

import re

import pytest

from alongside.engines import practice
from alongside.engines.practice import Scene

SCENES = list(practice.our_scenes().values())
SAVIOUR = re.compile(
    r"give\w* (?:\w+ ){0,2}a voice|voiceless|rescu|\bsav(?:e|es|ed|ing) (?:them|him|her|people)|help (?:them|those)"
    r"|empower|less fortunate|underprivileged|\bvictim|\bin need\b|lift (?:them|people) up|\bhero|\bally\b|\ballies\b"
    r"|stand up for (?:them|her|him)|speak for (?:them|her|him)|protect (?:them|her|him)",
    re.IGNORECASE,
)


def texts_of(scene: Scene) -> list[str]:
    steps = [step.text for step in scene.steps]
    replies = [text for step in scene.steps for reply in step.replies for text in (reply.words, reply.then, reply.why)]
    return [scene.title, scene.note, scene.agency, *scene.elsewhere.values(), *scene.pocket, *steps, *replies]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.code)
def test_the_person_it_is_about_says_what_they_want_and_one_reply_takes_them_at_their_word(scene: Scene) -> None:
    deciding = [step for step in scene.steps if step.they_decide]
    assert deciding
    for step in deciding:
        assert scene.concerned in step.text
        assert [reply for reply in step.replies if "their_choice" in reply.values]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.code)
def test_a_scene_tells_what_is_theirs_to_decide(scene: Scene) -> None:
    assert scene.concerned in scene.agency


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.code)
def test_nobody_is_rescued(scene: Scene) -> None:
    assert not {text: found[0] for text in texts_of(scene) if (found := SAVIOUR.search(text))}


@pytest.mark.parametrize("text", ["Give her a voice.", "You saved them.", "Be a good ally.", "I'll speak for her."])
def test_such_words_would_be_seen(text: str) -> None:
    assert SAVIOUR.search(text)
