"""Our own scenes: enough of them, each whole, plain, and kind to everyone in it."""

import re
from collections import Counter
from statistics import mean

import pytest
from readability import school_grade, sentences

from alongside.engines import practice
from alongside.engines.practice import SEATS, VALUES, Scene

SCENES = list(practice.our_scenes().values())
REPLIES = [(scene.code, reply) for scene in SCENES for step in scene.steps for reply in step.replies]

MOST_WORDS_OF_A_SENTENCE = 20
HARDEST_GRADE = 6.0  # reading age 11, by the rule of thumb that adds five
HARDEST_MEAN_GRADE = 4.0
MOST_WORDS = 520

GUILT = r"\bguilt|asham|\bshame|you should have|you failed|\byou must\b|disappoint"
BOAST = r"congratulat|well done|\bbadge|\bpoints\b|\bstreak|\bscore|\bbest reply|\bcorrect\b|\bperfect"
JARGON = r"leverag|stakeholder|\bDEI\b|\bEDI\b|intersectional|microaggress|unconscious|\bbias\b|marginali[sz]|minorit"


def texts_of(scene: Scene) -> list[str]:
    steps = [step.text for step in scene.steps]
    replies = [text for step in scene.steps for reply in step.replies for text in (reply.words, reply.then, reply.why)]
    return [scene.note, scene.agency, *scene.elsewhere.values(), *scene.pocket, *steps, *replies]


def test_there_are_enough_scenes_from_every_seat() -> None:
    assert len(SCENES) >= 20
    assert min(Counter(scene.seat for scene in SCENES)[seat] for seat in SEATS) >= 4


def test_every_value_is_found_in_replies_of_several_scenes() -> None:
    for value in VALUES:
        assert len({code for code, reply in REPLIES if value in reply.values}) >= 15, value


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.code)
def test_each_step_has_a_reply_that_people_value_and_one_that_costs_something(scene: Scene) -> None:
    assert all(any(reply.values for reply in step.replies) for step in scene.steps)
    assert any(not reply.values for step in scene.steps for reply in step.replies)


def test_where_a_reply_stands_does_not_tell_what_it_is_worth() -> None:
    steps = [step for scene in SCENES for step in scene.steps]
    first = [max(step.replies, key=lambda reply: len(reply.values)) is step.replies[0] for step in steps]
    longest = [
        max(step.replies, key=lambda reply: len(reply.values)) is max(step.replies, key=lambda reply: len(reply.words))
        for step in steps
    ]
    assert 0.3 <= mean(first) <= 0.6
    assert mean(longest) <= 0.8


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.code)
def test_a_scene_rehearses_acts_that_there_are_and_that_those_it_is_for_can_do(scene: Scene) -> None:
    acts = [practice.our_catalogue().by_code[code] for code in scene.acts]
    assert len(set(scene.acts)) == len(acts)
    assert scene.roles == {"anyone"} or "anyone" not in scene.roles
    assert not [act.code for act in acts if not act.is_structural and not act.roles & {*scene.roles, "anyone"}]


def test_there_is_a_scene_for_each_role_that_somebody_may_have_today() -> None:
    assert {role for scene in SCENES for role in scene.roles} == set(practice.ROLES)


def test_of_the_scenes_for_an_act_the_one_that_ends_in_it_comes_first() -> None:
    assert [scene.code for scene in practice.scenes_for("ask-what-was-meant")] == ["age-joke", "joke-at-lunch"]
    for scene in SCENES:
        assert practice.scenes_for(scene.acts[0])[0].acts[0] == scene.acts[0]
    assert practice.scenes_for("keep-one-promise") == ()


def test_most_acts_of_speaking_up_to_somebody_can_be_rehearsed() -> None:
    acts = [act for act in practice.our_catalogue().acts if act.starter_action == "interrupt_microaggressions"]
    bare = {act.code for act in acts if not practice.scenes_for(act.code)}
    assert bare == {"a-word-for-pause", "show-where-to-go"}, "these two change a rule, and have no scene"


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.code)
def test_an_eleven_year_old_can_read_it_in_its_minutes(scene: Scene) -> None:
    texts = texts_of(scene)
    assert not [part for text in texts for part in sentences(text) if len(part.split()) > MOST_WORDS_OF_A_SENTENCE]
    assert school_grade(" ".join(texts)) <= HARDEST_GRADE
    assert sum(len(text.split()) for text in texts) <= MOST_WORDS


def test_most_scenes_are_easier_still() -> None:
    assert mean(school_grade(" ".join(texts_of(scene))) for scene in SCENES) <= HARDEST_MEAN_GRADE


@pytest.mark.parametrize("banned", [GUILT, BOAST, JARGON], ids="guilt boast jargon".split())
def test_no_scene_speaks_of_guilt_or_scores_or_in_jargon(banned: str) -> None:
    pattern = re.compile(banned, re.IGNORECASE)
    assert not {text: scene.code for scene in SCENES for text in texts_of(scene) if pattern.search(text)}


def test_lines_to_take_along_can_be_spoken_as_they_stand() -> None:
    lines = [line for scene in SCENES for line in scene.pocket]
    assert not [line for line in lines if line[-1] not in ".?" or len(line.split()) > 16]
    assert len(set(lines)) == len(lines)


def test_what_is_done_is_told_as_done_and_what_is_said_is_said() -> None:
    assert not [reply.words for _, reply in REPLIES if not reply.spoken and not reply.words.startswith("You ")]


def test_a_source_names_a_year_so_that_it_can_be_found() -> None:
    assert not [source for scene in SCENES for source in scene.sources if not re.search(r"\b(?:19|20)\d\d\b", source)]


def test_no_two_scenes_have_one_title_and_no_two_steps_of_a_scene_one_text() -> None:
    assert len({scene.title for scene in SCENES}) == len(SCENES)
    assert all(len({step.text for step in scene.steps}) == len(scene.steps) for scene in SCENES)
