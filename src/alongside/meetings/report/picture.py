"""The floor over time, one line for each speaker: the layout of the picture; a template draws it.

The meeting is cut into pieces of some minutes, so that a wide page sets three of them side by side and a telephone sets
them one under another. Across, places are shares of a piece, and so the picture is as wide as there is room for.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from alongside.engines.meetings import LookBack
from alongside.meetings.report.events import Event
from alongside.meetings.report.wording import clock

_PIECE_LENGTHS = (30, 120, 300, 600, 900, 1800, 3600)
_MOST_PIECES = 14
_TICKS = {30: 10, 120: 60, 300: 60, 600: 120, 900: 300, 1800: 600, 3600: 900}

_LINE = 36
_BAR_TOP, _BAR = 21, 11
_SIGNAL_TOP, _SIGNAL = 25, 3
_MARK_TOP = 10
_AXIS = 20
# Speech and silence shorter than this share of a piece could not be seen, or would be drawn as dust.
_LEAST = 1 / 500

Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """One speaker's line in one piece; `speech` and `signals` are SVG paths, seconds across."""

    speaker: str
    bottom: int
    speech: str
    signals: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment in the picture: `number` is its place in the list that it links to, `across` a percentage."""

    number: int
    across: str
    top: int
    event: Event


@dataclass(frozen=True, slots=True)
class Piece:
    start: str
    end: str
    ticks: tuple[str, ...]
    over_from: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All that the template needs; heights in pixels, `seconds` is the length of a piece."""

    speakers: tuple[str, ...]
    seconds: int
    height: int
    line_height: int
    axis: int
    pieces: tuple[Piece, ...]


def lay_out(look_back: LookBack, events: Sequence[Event]) -> Picture:
    first = 60 * int(min((start for _, start, _ in look_back.utterances), default=0.0) // 60)
    end = max((end for _, _, end in look_back.utterances), default=1.0)
    seconds = _length_of_a_piece(end - first)
    speakers = tuple(floor.speaker for floor in look_back.speakers)
    stretches = _stretches(look_back, first, seconds)
    marks = _marks(events, speakers, first, seconds)
    return Picture(
        speakers=speakers,
        seconds=seconds,
        height=_AXIS + _LINE * len(speakers),
        line_height=_LINE,
        axis=_AXIS,
        pieces=tuple(
            Piece(
                start=clock(first + number * seconds),
                end=clock(min(first + (number + 1) * seconds, end)),
                ticks=tuple(_across(tick, seconds) for tick in range(0, seconds, _TICKS[seconds])),
                over_from=_across(end - first - number * seconds, seconds),
                lines=tuple(_line(number, place, name, stretches, seconds) for place, name in enumerate(speakers)),
                marks=tuple(marks[number]),
            )
            for number in range(ceil((end - first) / seconds))
        ),
    )


def _length_of_a_piece(duration: float) -> int:
    return next((length for length in _PIECE_LENGTHS if duration / length <= _MOST_PIECES), _PIECE_LENGTHS[-1])


def _stretches(look_back: LookBack, first: int, seconds: int) -> Mapping[tuple[int, int, bool], list[Stretch]]:
    """Cut utterances at the borders of pieces: seconds from the border, by piece, speaker and whether only a signal."""
    signals = {(signal.speaker, signal.start, signal.end) for signal in look_back.backchannels}
    stretches: dict[tuple[int, int, bool], list[Stretch]] = defaultdict(list)
    for speaker, start, end in look_back.utterances:
        is_signal = (look_back.speakers[speaker].speaker, start, end) in signals
        for piece in range(int((start - first) // seconds), int((end - first) // seconds) + 1):
            border = first + piece * seconds
            stretches[piece, speaker, is_signal].append((max(start - border, 0.0), min(end - border, seconds)))
    return stretches


def _line(
    piece: int, place: int, name: str, stretches: Mapping[tuple[int, int, bool], list[Stretch]], seconds: int
) -> Line:
    top = _AXIS + _LINE * place
    speech, signals = (stretches.get((piece, place, is_signal), []) for is_signal in (False, True))
    return Line(
        speaker=name,
        bottom=top + _LINE,
        speech=_path(speech, top + _BAR_TOP, _BAR, seconds),
        signals=_path(signals, top + _SIGNAL_TOP, _SIGNAL, seconds),
    )


def _path(stretches: Iterable[Stretch], top: int, height: int, seconds: int) -> str:
    least = seconds * _LEAST
    return "".join(
        f"M{start:.4g} {top}h{max(end - start, least):.3g}v{height}H{start:.4g}z"
        for start, end in _joined(stretches, least)
    )


def _joined(stretches: Iterable[Stretch], least: float) -> Iterator[Stretch]:
    """Join stretches whose gap could not be seen."""
    current: Stretch | None = None
    for start, end in stretches:
        if current and start - current[1] < least:
            current = (current[0], max(current[1], end))
            continue
        if current:
            yield current
        current = (start, end)
    if current:
        yield current


def _marks(events: Sequence[Event], speakers: Sequence[str], first: int, seconds: int) -> Mapping[int, list[Mark]]:
    place = {name: number for number, name in enumerate(speakers)}
    marks: dict[int, list[Mark]] = defaultdict(list)
    for number, event in enumerate(events, start=1):
        if event.person in place:
            piece, after = divmod(event.at - first, seconds)
            top = _AXIS + _LINE * place[event.person] + _MARK_TOP
            marks[int(piece)].append(Mark(number, _across(after, seconds), top, event))
    return marks


def _across(after: float, seconds: int) -> str:
    return f"{100 * min(after / seconds, 1):.2f}%"
