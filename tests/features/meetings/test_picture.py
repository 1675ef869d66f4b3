"""The picture of the floor: what is drawn where."""

import re

import pytest

import build
from alongside.engines.meetings import Backchannel, LookBack
from alongside.meetings.report.events import events_of
from alongside.meetings.report.picture import Picture, lay_out

ASHA = build.speaker("Asha")
BEN = build.speaker("Ben")


def picture_of(*utterances: tuple[int, float, float], **changes: object) -> Picture:
    drawn: LookBack = build.look_back(speakers=(ASHA, BEN), utterances=utterances, backchannels=(), **changes)
    return lay_out(drawn, ())


def bars(path: str) -> list[tuple[float, float]]:
    """Return the start and the length of each bar of a path."""
    return [(float(start), float(length)) for start, length in re.findall(r"M([\d.]+) \d+h([\d.]+)", path)]


@pytest.mark.parametrize(
    ("minutes", "pieces", "seconds"),
    [(1, 2, 30), (13, 7, 120), (60, 12, 300), (70, 14, 300), (75, 8, 600), (600, 10, 3600), (6000, 100, 3600)],
)
def test_a_meeting_is_cut_into_pieces_that_can_be_read(minutes: int, pieces: int, seconds: int) -> None:
    picture = picture_of((0, 0.0, 5.0), (1, 60.0 * minutes - 5, 60.0 * minutes))
    assert (len(picture.pieces), picture.seconds) == (pieces, seconds)


def test_speech_across_a_border_is_drawn_on_both_sides() -> None:
    first, second = picture_of((0, 20.0, 40.0), (1, 50.0, 60.0)).pieces
    assert bars(first.lines[0].speech) == [(20.0, 10.0)]
    assert bars(second.lines[0].speech) == [(0.0, 10.0)]
    assert bars(first.lines[1].speech) == []
    assert bars(second.lines[1].speech) == [(20.0, 10.0)]


def test_pauses_too_short_to_see_are_drawn_as_speech() -> None:
    (piece,) = picture_of((0, 1.0, 5.0), (0, 5.01, 9.0), (0, 12.0, 15.0)).pieces
    assert bars(piece.lines[0].speech) == [(1.0, 8.0), (12.0, 3.0)]


def test_a_short_word_is_wide_enough_to_see() -> None:
    (piece,) = picture_of((0, 3.0, 3.0)).pieces
    assert bars(piece.lines[0].speech) == [(3.0, 0.06)]


def test_listener_signals_are_drawn_apart() -> None:
    signal = Backchannel("Ben", 2.0, 2.4, "mm-hm", 0.9)
    drawn = build.look_back(speakers=(ASHA, BEN), utterances=((0, 0.0, 9.0), (1, 2.0, 2.4)), backchannels=(signal,))
    asha, ben = lay_out(drawn, ()).pieces[0].lines
    assert (bars(asha.speech), bars(asha.signals)) == ([(0.0, 9.0)], [])
    assert (bars(ben.speech), bars(ben.signals)) == ([], [(2.0, 0.4)])


def test_time_begins_at_the_full_minute_before_the_first_word() -> None:
    (piece,) = picture_of((0, 3725.0, 3740.0)).pieces
    assert piece.start == "1:02:00"
    assert bars(piece.lines[0].speech) == [(5.0, 15.0)]
    assert (piece.over, piece.left) == ("66.67%", "33.33%")


def test_every_event_has_a_mark_on_the_line_of_its_person() -> None:
    look_back = build.look_back()
    events = events_of(look_back)
    marks = [mark for piece in lay_out(look_back, events).pieces for mark in piece.marks]
    assert [mark.event for mark in marks] == list(events)
    tops = {mark.event.person: mark.top for mark in marks}
    assert tops["Asha"] < tops["Carmen"] < tops["Dara"]


def test_a_moment_at_the_very_end_is_in_the_last_piece() -> None:
    last = build.interruption(at=60.0)
    look_back = build.look_back(interruptions=(last,), utterances=((1, 0.0, 60.0),))
    events = [event for event in events_of(look_back) if event.kind == "cut_off"]
    (mark,) = lay_out(look_back, events).pieces[-1].marks
    assert mark.across == "100.00%"
