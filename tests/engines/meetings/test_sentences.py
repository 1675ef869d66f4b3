"""The words of `sentences.toml` hold to the rules at its head."""

import re
import tomllib
from importlib.resources import files

import pytest

from alongside.engines.meetings import _sentences

KINDS = tomllib.loads(files("alongside.engines.meetings").joinpath("sentences.toml").read_text(encoding="utf-8"))
WORDS = {"person": "Asha", "other": "Ben", "quote": "we could send it", "time": "12:40"}
SENTENCES = [
    (kind, sentence.format_map(WORDS))
    for kind, rows in KINDS.items()
    for sentence in (rows["sure"], rows["possible"], *rows["say"], *rows["ask"])
]
SPOKEN_OF_LOSS = [
    sentence
    for kind in ("cut_off", "crowded_out", "after_pause")
    for sentence in (*KINDS[kind]["say"], *KINDS[kind]["ask"], KINDS[kind]["sure"], KINDS[kind]["possible"])
]
ACCUSING = re.compile(
    r"interrupt|ignor|rude|stole|stolen|dominat|talked over|fault|always|never\b|should have|must", re.IGNORECASE
)


@pytest.mark.parametrize(("kind", "sentence"), SENTENCES)
def test_sentences_are_short_and_accuse_nobody(kind: str, sentence: str) -> None:
    assert not ACCUSING.search(sentence), kind
    for part in re.split(r"(?<=[.?!:])\s", sentence):
        assert len(part.split()) <= 16
    assert "{" not in sentence


@pytest.mark.parametrize("sentence", SPOKEN_OF_LOSS)
def test_who_spoke_on_is_not_named_when_somebody_was_not_heard(sentence: str) -> None:
    assert "{other}" not in sentence


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_sentence_that_needs_a_name_only(kind: str) -> None:
    known = {"person": "Asha", "other": "Ben", "time": "12:40"}
    for sure in (True, False):
        assert "Asha" in _sentences.say(kind, 0, sure=sure, words=known)


@pytest.mark.parametrize("kind", ["cut_off", "crowded_out", "after_pause"])
def test_what_is_only_possible_is_worded_as_a_possibility(kind: str) -> None:
    assert all("?" in sentence for sentence in KINDS[kind]["ask"])
    assert re.search(r"\b(?:perhaps|may)\b", KINDS[kind]["possible"], re.IGNORECASE)


@pytest.mark.parametrize("kind", ["unanswered", "echo"])
def test_ideas_are_put_to_the_reader_as_questions(kind: str) -> None:
    assert "?" in KINDS[kind]["sure"]
    assert "?" in KINDS[kind]["possible"]


@pytest.mark.parametrize(
    ("heard", "quoted"),
    [
        ("so what we could do is, is send it to the b-", "we could do is send it to the"),
        ("and then the ph-, we, um, open the shop.", "we, open the shop"),
        ("and then the ph-, we open.", ""),
        ("he's pretty close anyway I think, I think it's", "he's pretty close anyway I think it's"),
        ("… so um, eh, what the reader was going to.", "so what the reader was going to"),
        ("That was all. And the reader was going to", "And the reader was going to"),
        ("That was all about the reader. I mean we", ""),
        ("But it's sort of, it's.", ""),
        ("So but still, but still you know", ""),
        ("So how will we know who sent it?", ""),
        ("But the", ""),
        ("th-, th-, th-", ""),
        ("", ""),
    ],
)
def test_a_quote_is_the_last_words_without_a_stammer(heard: str, quoted: str) -> None:
    assert _sentences.last_words(heard) == quoted


def test_a_sentence_that_needs_an_unknown_quote_is_passed_over() -> None:
    said = [_sentences.say("cut_off", n, sure=True, words={"person": "Asha", "quote": ""}) for n in range(12)]
    assert not any("‘" in sentence for sentence in said)


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_made_to_speak_a_clock_time(kind: str) -> None:
    assert not any("{time}" in sentence for sentence in (*KINDS[kind]["say"], *KINDS[kind]["ask"]))


def test_names_with_braces_are_only_names() -> None:
    assert "{time}" in _sentences.title("cut_off", sure=True, words={"person": "{time}"})
