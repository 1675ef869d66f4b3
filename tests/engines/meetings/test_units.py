import re

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from alongside.engines.meetings import Transcript, Utterance
from alongside.engines.meetings._spoken import Spoken
from alongside.engines.meetings._units import cut_into_units

# What a sentence and a word are, said plainly; the engine finds the same in less time.
SENTENCE_END = re.compile(r"(?<=[.?!…。？！؟।])\s+")
WORD = re.compile(r"[^\W_]+(?:['’.\-&/][^\W_]+)*-?")

marks = st.sampled_from("abÄéΣ中7_-'’.&/?!…。\u0301 ,") | st.characters(exclude_categories=["Cs"])
speech = st.text(marks, max_size=40)
spoken = speech.map(lambda text: " ".join(text.split())).filter(bool)


def said(*texts: str, at: tuple[float, ...] = (), word_times: bool = False) -> Transcript:
    starts = at or tuple(float(number) for number in range(len(texts)))
    utterances = []
    for number, (start, text) in enumerate(sorted(zip(starts, texts, strict=True), key=lambda pair: pair[0])):
        words = len(text.split())
        times = tuple(start + word / 4 for word in range(words + 1)) if word_times else ()
        utterances.append(Utterance("AB"[number % 2], start, start + words / 4, text, times[:-1], times[1:]))
    return Transcript(tuple(utterances), tuple("AB"[: len(texts)]), "words" if word_times else "cues")


@given(st.lists(spoken))
@example(["Don't, th- the 3.5-fold and/or R&D 'cause_x -- o'- no-'s ΣΑΣ."])
@example(["ΑΣ", "Α", "th-", "'s", "3.", "5"])
def test_words_are_letters_and_digits_with_marks_between_them(texts: list[str]) -> None:
    said = Spoken.in_texts(texts)
    assert [said.of_unit(unit) for unit in range(len(texts))] == [
        [word.replace("’", "'") for word in WORD.findall(text.lower())] for text in texts
    ]


def test_a_curly_apostrophe_is_the_same_as_a_straight_one() -> None:
    assert Spoken.in_texts(["Don’t go."]).of_unit(0) == ["don't", "go"]


@given(st.lists(spoken, max_size=6), st.booleans())
def test_units_are_the_sentences_of_each_utterance(texts: list[str], word_times: bool) -> None:
    transcript = said(*texts, word_times=word_times)
    units = cut_into_units(transcript)
    for number, utterance in enumerate(transcript.utterances):
        mine = np.flatnonzero(units.utterance == number).tolist()
        assert [units.texts[unit] for unit in mine] == SENTENCE_END.split(utterance.text)
        assert [bool(units.first[unit]) for unit in mine] == [unit == mine[0] for unit in mine]
        assert [bool(units.last[unit]) for unit in mine] == [unit == mine[-1] for unit in mine]
        assert {transcript.speakers[units.speaker[unit]] for unit in mine} == {utterance.speaker}


def test_units_of_two_who_speak_at_once_are_in_order_of_start() -> None:
    units = cut_into_units(said("One two. Three four. Five.", "Yes. No. Right.", at=(0.0, 0.4), word_times=True))
    assert units.texts == ("One two.", "Yes.", "Three four.", "No.", "Right.", "Five.")


def test_of_two_units_that_start_at_once_the_one_of_the_earlier_utterance_is_first() -> None:
    units = cut_into_units(said("One.", "Two. Three.", "Four.", at=(1.0, 1.0, 1.0)))
    assert units.texts == ("One.", "Two.", "Four.", "Three.")


def test_a_unit_has_the_times_of_its_words() -> None:
    units = cut_into_units(said("One two. Three four five.", word_times=True))
    assert (units.start.tolist(), units.end.tolist()) == ([0.0, 0.5], [0.5, 1.25])


def test_without_word_times_the_utterance_is_shared_out_by_length_of_text() -> None:
    units = cut_into_units(Transcript((Utterance("A", 10.0, 20.0, "One. Two. Thre."),), ("A",), "cues"))
    assert units.start.round(6).tolist() == [10.0, 13.076923, 16.153846]
    assert units.end.round(6).tolist() == [13.076923, 16.153846, 20.0]


def test_a_transcript_without_utterances_has_no_units() -> None:
    assert len(cut_into_units(Transcript((), (), "cues"))) == 0
