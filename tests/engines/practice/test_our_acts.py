"""The acts of our own catalogue: each complete, plain, kind to everyone in it, and of use on a Monday morning."""

import re
from collections import Counter
from statistics import mean

import pytest
from readability import school_grade, sentences

from alongside.engines import practice
from alongside.engines.meetings import LookBack, _moments
from alongside.engines.practice import Act

ACTS = practice.our_catalogue().acts
STRUCTURAL = [act for act in ACTS if act.is_structural]
FOR_ANYONE_TODAY = [act for act in ACTS if "anyone" in act.roles and not act.is_structural]

MOST_WORDS_OF_A_SENTENCE = 20
HARDEST_GRADE = 6.0  # reading age 11, by the rule of thumb that adds five
HARDEST_MEAN_GRADE = 4.0

SAVIOUR = (
    r"give\w* (?:\w+ ){0,2}a voice|voiceless|rescu|\bsav(?:e|es|ed|ing) (?:them|people)|help (?:them|those)|empower"
    r"|less fortunate|underprivileged|\bvictim|in need\b|lift (?:them|people) up"
)
GUILT = r"\bguilt|asham|\bshame|you should have|you failed|\byou must\b|disappoint"
BOAST = r"\ballies\b|\bally\b|\bhero|congratulat|well done|\bproud|\bbadge|\b(?:earn|win) points|\bstreak|!"
JARGON = (
    r"leverag|stakeholder|synerg|bandwidth|circle back|touch base|deep dive|onboard|best practice|actionable|\bDEI\b"
    r"|\bEDI\b|intersectional|microaggress|unconscious|\bbias\b|psychological safety|marginali[sz]|minorit|divers"
)
A_TRAIT = (
    r"\b(?:wom[ae]n|m[ae]n|girls?|boys?|female|male|black|white|asian|brown|african|latin\w+|gay|lesbian|trans\w*"
    r"|queer|straight|disab\w+|deaf|blind|autis\w+|wheelchair|muslim|jew\w*|christian|hindu|immigrant|foreign\w*"
    r"|native|accent|elderly|older|younger|mothers?|fathers?|pregnan\w+|race|ethnic\w*|gender|religio\w+)\b"
)


def texts_of(act: Act) -> list[str]:
    return [
        text
        for text in (act.title, act.what, act.cost.text, act.recheck, *act.say, *act.avoid, act.smaller_step)
        if text
    ]


def plain_text_of(act: Act) -> str:
    return " ".join(text if text.endswith((".", "?")) else f"{text}." for text in texts_of(act)[1:])


def test_there_are_enough_acts_and_enough_that_change_something() -> None:
    assert len(ACTS) >= 64
    assert len(STRUCTURAL) >= 16


def test_every_starter_action_has_several_acts_and_one_for_anyone_today() -> None:
    starter_actions = {action for actions in practice.STARTER_ACTIONS.values() for action in actions}
    times = Counter(act.starter_action for act in ACTS)
    assert len(starter_actions) == 16
    assert {action for action in starter_actions if times[action] < 3} == set()
    assert starter_actions == {act.starter_action for act in FOR_ANYONE_TODAY}


@pytest.mark.parametrize("kind", practice.MOMENT_KINDS)
def test_anyone_can_answer_every_kind_of_moment_in_two_ways(kind: str) -> None:
    assert len([act for act in FOR_ANYONE_TODAY if kind in act.answers]) >= 2


def test_kinds_of_moment_are_those_of_a_look_back_and_one_that_only_memory_tells() -> None:
    assert set(practice.MOMENT_KINDS) == {*_moments._WORTH, "long_turns", "unseen_work"}
    assert "long_turns" in LookBack.__annotations__


@pytest.mark.parametrize("lever", practice.LEVERS)
def test_every_lever_can_change_something(lever: str) -> None:
    assert len([act for act in ACTS if lever in act.levers]) >= 2
    assert [act for act in STRUCTURAL if lever in act.levers]


@pytest.mark.parametrize("theme", practice.THEMES)
def test_anyone_can_do_something_about_every_theme(theme: str) -> None:
    assert [act for act in FOR_ANYONE_TODAY if theme in act.themes]
    assert [act for act in STRUCTURAL if theme in act.themes]


def test_every_code_that_is_offered_as_a_choice_is_used() -> None:
    assert {act.cost.kind for act in ACTS} == set(practice.COSTS)
    assert {act.changes for act in STRUCTURAL} == set(practice.CHANGES)
    assert {role for act in ACTS for role in act.roles} == set(practice.ROLES)
    assert {occasion for act in ACTS for occasion in act.occasions} == set(practice.OCCASIONS)


def test_no_two_acts_have_one_title() -> None:
    assert len({act.title for act in ACTS}) == len(ACTS)


def test_a_title_tells_somebody_what_to_do() -> None:
    first = {act.title: act.title.split()[0] for act in ACTS}
    assert not [title for title, word in first.items() if not word[0].isupper()]
    assert not [title for title, word in first.items() if word.endswith("ing") and word != "Bring"]
    assert not [title for title, word in first.items() if word in {"Why", "How", "The", "A", "Your", "You"}]
    assert not [title for title in first if title[-1] in ".!"]


def test_sentences_are_short_and_what_to_do_takes_one_or_two() -> None:
    parts = [(act.code, part) for act in ACTS for text in texts_of(act) for part in sentences(text)]
    assert not [(code, part) for code, part in parts if len(part.split()) > MOST_WORDS_OF_A_SENTENCE]
    assert not [act.code for act in ACTS if len(re.findall(r"[.?!](?=\s|$)", act.what)) > 2]


def test_an_eleven_year_old_can_read_each_act_and_most_are_easier() -> None:
    grades = {act.code: school_grade(plain_text_of(act)) for act in ACTS}
    assert not {code: grade for code, grade in grades.items() if grade > HARDEST_GRADE}
    assert mean(grades.values()) <= HARDEST_MEAN_GRADE


@pytest.mark.parametrize(
    "banned", [SAVIOUR, GUILT, BOAST, JARGON, A_TRAIT], ids="saviour guilt boast jargon trait".split()
)
def test_no_act_speaks_as_a_saviour_or_of_guilt_or_in_jargon_or_of_what_somebody_is(banned: str) -> None:
    pattern = re.compile(banned, re.IGNORECASE)
    assert not {act.code: match[0] for act in ACTS for text in texts_of(act) if (match := pattern.search(text))}


@pytest.mark.parametrize(
    ("banned", "text"),
    [
        (SAVIOUR, "Give her a voice."),
        (SAVIOUR, "Help them get on."),
        (GUILT, "You should have spoken."),
        (BOAST, "Be a good ally."),
        (JARGON, "Leverage best practice."),
        (A_TRAIT, "Ask the women in your team."),
    ],
)
def test_such_words_would_be_seen(banned: str, text: str) -> None:
    assert re.search(banned, text, re.IGNORECASE)


def test_what_can_be_said_can_be_spoken_as_it_stands() -> None:
    lines = [(act.code, line) for act in ACTS for line in act.say]
    assert not [(code, line) for code, line in lines if line[-1] not in ".?" or len(line.split()) > 30]
    assert not [(code, line) for code, line in lines if re.search(r"[{}<>]", line)]
    assert {blank for _, line in lines for blank in re.findall(r"\[(.*?)\]", line)} == {"name"}


def test_nobody_is_asked_to_explain_where_they_are_from_or_why() -> None:
    asks = re.compile(
        r"where are you (?:really )?from|what does your name mean|why (?:don't|didn't) you", re.IGNORECASE
    )
    assert not [(act.code, line) for act in ACTS for line in act.say if asks.search(line)]


def test_a_source_can_be_found_or_is_ours() -> None:
    of_others = [act for act in ACTS if act.source != "our own practice"]
    assert not [act.source for act in of_others if not re.search(r"\b(?:19|20)\d\d\b|\w\.\w+/\w", act.source)]
    assert len(of_others) > len(ACTS) / 2


def test_a_structural_act_costs_something_can_be_begun_small_and_is_no_reading_and_no_advice() -> None:
    assert not [act.code for act in STRUCTURAL if act.cost.kind == "none" or not act.smaller_step]
    talk = re.compile(r"\b(?:read|coffee|advice|advise|mentor|learn|listen)\b", re.IGNORECASE)
    assert not [act.title for act in STRUCTURAL if talk.search(act.title)]
