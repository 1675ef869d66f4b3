"""Which sentences are ideas put to the meeting."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from talk import talk

from alongside.engines.meetings import Proposal, Transcript
from alongside.engines.meetings._phrases import Vocabulary
from alongside.engines.meetings._proposals import find_proposals
from alongside.engines.meetings._spoken import Spoken
from alongside.engines.meetings._units import cut_into_units

SENTENCES = (
    "Maybe we should send the invoices on Fridays.",
    "Why don't we ask the library first?",
    "Yeah.",
    "Okay, good.",
    "The release went out on Monday.",
    "I think we could just drop the second form, and then nobody has to fill it in.",
    "What did they say?",
    "um",
)


def found(transcript: Transcript) -> tuple[Proposal, ...]:
    return find_proposals(cut_into_units(transcript), transcript)


@pytest.mark.parametrize(
    "idea",
    [
        "Maybe we should send people a reminder the day before.",
        "Why don't we ask the customers first?",
        "What if we moved the stand-up to Tuesday?",
        "How about we try it with one team and see what happens?",
        "We could just put a link on the start page.",
        "I’d suggest that we wait until the audit is over.",
    ],
)
def test_an_idea_is_found(idea: str) -> None:
    meeting = talk("Asha: The numbers are in.", f"Ben: {idea}", "Asha: The next item is the budget.")
    assert [(proposal.speaker, proposal.text) for proposal in found(meeting)] == [("Ben", idea)]


@pytest.mark.parametrize(
    "remark",
    [
        "Yeah, exactly.",
        "The release went out on Monday and nobody called.",
        "I was in Leeds all week.",
        "Thank you, that's very kind.",
        "She said that it was raining.",
    ],
)
def test_a_remark_is_no_idea(remark: str) -> None:
    assert not found(talk("Asha: The numbers are in.", f"Ben: {remark}", "Asha: The next item is the budget."))


def test_an_idea_holds_the_sentences_it_was_put_in() -> None:
    idea = "What if we sent a text message the day before? Just a short reminder with the address."
    (proposal,) = found(talk(f"Ben 0-9: {idea}", "Asha 12-14: The budget is next."))
    assert (proposal.text, proposal.start, proposal.end) == (idea, 0.0, 9.0)


def test_two_likely_ideas_in_a_row_are_two() -> None:
    meeting = talk("Ben 0-9: Maybe we could send them a message. Then we could just ask them to bring it back.")
    assert len(found(meeting)) == 2


def test_capital_letters_and_curly_apostrophes_change_nothing() -> None:
    plain = found(talk("Ben: why don't we ask them, maybe we should?"))
    typeset = found(talk("Ben: Why don’t we ask them, maybe we should?"))
    assert [proposal.probability for proposal in plain] == [proposal.probability for proposal in typeset] != []


def test_a_meeting_without_words_has_no_ideas() -> None:
    assert not found(Transcript((), (), "cues"))
    assert not found(talk("Asha: ...", "Ben: !"))


@settings(deadline=None)
@given(lines=st.lists(st.tuples(st.sampled_from(("Asha", "Ben", "Carmen")), st.sampled_from(SENTENCES)), max_size=30))
def test_renaming_people_changes_nothing_but_names(lines: list[tuple[str, str]]) -> None:
    new = {"Asha": "Zoltan", "Ben": "Asha", "Carmen": "Ben", "": ""}
    before = found(talk(*(f"{speaker}: {text}" for speaker, text in lines)))
    after = found(talk(*(f"{new[speaker]}: {text}" for speaker, text in lines)))
    assert after == tuple(replace(one, speaker=new[one.speaker], answered_by=new[one.answered_by]) for one in before)


@settings(deadline=None)
@given(lines=st.lists(st.tuples(st.sampled_from(("Asha", "Ben")), st.sampled_from(SENTENCES)), max_size=30))
def test_ideas_lie_in_their_meeting_and_never_overlap_another_of_the_same_person(lines: list[tuple[str, str]]) -> None:
    meeting = talk(*(f"{speaker}: {text}" for speaker, text in lines))
    proposals = found(meeting)
    last = dict.fromkeys(meeting.speakers, 0.0)
    for proposal in proposals:
        assert last[proposal.speaker] <= proposal.start <= proposal.end <= meeting.utterances[-1].end
        assert 0.0 < proposal.probability < 1.0
        assert 0.0 < proposal.unanswered_probability < 1.0
        assert proposal.answered_by != proposal.speaker
        assert bool(proposal.answered_by) == bool(proposal.reply)
        last[proposal.speaker] = proposal.end


@settings(deadline=None)
@given(
    words=st.lists(st.text("abcdefghij-'", min_size=1, max_size=6), max_size=8),
    known=st.sets(st.text("abcdefghij", min_size=1, max_size=3), max_size=8),
)
def test_a_phrase_is_spelled_as_its_number_says(words: list[str], known: set[str]) -> None:
    vocabulary = Vocabulary(known, ())
    keys, _ = vocabulary.phrases(Spoken.of([tuple(words)]))
    assert [vocabulary.key(vocabulary.spell(int(key))) for key in keys] == keys.tolist()


def test_phrases_of_a_unit() -> None:
    vocabulary = Vocabulary(("so", "we", "could", "it"), ("send",))
    keys, units = vocabulary.phrases(Spoken.of([("so", "um", "we", "c-", "we", "could", "send", "tins")]))
    assert sorted({vocabulary.spell(int(key)) for key in keys}) == sorted(
        "^|so|we|could|<verb>|_|$|^ so|so we|we could|could <verb>|^ so we|so we could|we could <verb>"
        "|> we|> we could|> we could <verb>".split("|"),
    )
    assert set(units.tolist()) == {0}
