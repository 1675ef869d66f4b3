"""The sample meeting is the first thing anyone sees of Alongside: what was written into it is found in it."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from alongside.engines.meetings import LookBack, look_back, read

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "src/alongside/samples"
TRANSCRIPTS = ["planning-meeting.vtt", "planning-meeting.json"]

INGRID, MAYA, DEEPAK = "Ingrid Solberg", "Maya Okafor", "Deepak Rao"
CALLUM, LINH = "Callum Reid", "Linh Tran"


@cache
def looked_back_on(name: str) -> LookBack:
    return look_back(read(SAMPLES / name))


@pytest.fixture(params=TRANSCRIPTS)
def meeting(request: pytest.FixtureRequest) -> LookBack:
    return looked_back_on(request.param)


def test_shipped_files_are_what_the_script_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "scripts/make_sample.py", tmp_path], check=True)  # noqa: S603 - our own script
    made = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    shipped = {path.name: path.read_text(encoding="utf-8") for path in SAMPLES.glob("planning-meeting.*")}
    assert made == shipped, "run scripts/make_sample.py"


def test_five_people_speak_for_about_twelve_minutes(meeting: LookBack) -> None:
    assert {floor.speaker for floor in meeting.speakers} == {INGRID, MAYA, DEEPAK, CALLUM, LINH}
    assert 11 * 60 < meeting.duration < 13 * 60
    assert meeting.overlap_visible


def test_three_people_are_cut_off_in_mid_sentence(meeting: LookBack) -> None:
    cut_off = [(moment.interrupted, moment.by) for moment in meeting.interruptions if moment.kind == "cut_off"]
    assert cut_off == [(MAYA, CALLUM), (CALLUM, INGRID), (DEEPAK, INGRID)]


def test_the_last_one_cut_off_does_not_come_back(meeting: LookBack) -> None:
    assert meeting.interruptions[-1].interrupted == DEEPAK
    assert meeting.interruptions[-1].came_back is None


def test_two_people_are_crowded_out_one_of_them_twice(meeting: LookBack) -> None:
    crowded = [(moment.interrupted, moment.by) for moment in meeting.interruptions if moment.kind == "crowded_out"]
    assert crowded == [(DEEPAK, INGRID), (LINH, CALLUM), (DEEPAK, INGRID)]


def test_listening_is_not_taken_for_interrupting(meeting: LookBack) -> None:
    assert len(meeting.backchannels) >= 10
    assert len(meeting.interruptions) == 6


def test_one_idea_comes_back_from_somebody_else(meeting: LookBack) -> None:
    assert [(echo.first.speaker, echo.again.speaker) for echo in meeting.echoes] == [(MAYA, CALLUM)]


def test_an_idea_that_got_an_answer_is_not_called_unanswered(meeting: LookBack) -> None:
    (phone_number,) = [proposal for proposal in meeting.proposals if "phone number out" in proposal.text]
    (text_message,) = [proposal for proposal in meeting.proposals if "What if we sent" in proposal.text]
    assert phone_number.unanswered_probability < text_message.unanswered_probability


def test_credit_and_amplification_are_seen(meeting: LookBack) -> None:
    assert {(credit.by, credit.to) for credit in meeting.credits} == {(INGRID, MAYA), (MAYA, LINH)}


def test_the_invitation_is_taken_up(meeting: LookBack) -> None:
    assert (INGRID, DEEPAK, True) in {(asked.by, asked.to, asked.taken_up) for asked in meeting.invitations}


def test_linh_is_never_asked(meeting: LookBack) -> None:
    assert LINH in meeting.never_invited


def test_the_long_turn_is_seen_through_its_listener_signals(meeting: LookBack) -> None:
    assert [turn.speaker for turn in meeting.long_turns] == [CALLUM]
