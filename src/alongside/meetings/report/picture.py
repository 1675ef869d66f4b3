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
    across: str
    top: int
    event: Event


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the meeting; `over` is where the meeting ended in it, and `left` how much is left then."""

    start: str
    end: str
    ticks: tuple[str, ...]
    over: str
    left: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All that the template needs; heights in pixels, `seconds` is the length of a piece."""

    seconds: int
    height: int
    axis: int
    pieces: tuple[Piece, ...]


def lay_out(look_back: LookBack, events: Sequence[Event]) -> Picture:
    scale = _scale_of(look_back)
    speakers = tuple(floor.speaker for floor in look_back.speakers)
    stretches = _stretches(look_back, scale)
    marks = _marks(events, speakers, scale)
    return Picture(
        seconds=scale.seconds,
        height=_AXIS + _LINE * len(speakers),
        axis=_AXIS,
        pieces=tuple(
            Piece(
                start=clock(border),
                end=clock(min(border + scale.seconds, scale.end)),
                ticks=tuple(scale.across(tick) for tick in range(0, scale.seconds, _TICKS[scale.seconds])),
                over=scale.across(scale.end - border),
                left=scale.across(border + scale.seconds - scale.end),
                lines=tuple(
                    _line(place, name, scale.seconds, *stretches[piece, place]) for place, name in enumerate(speakers)
                ),
                marks=tuple(marks[piece]),
            )
            for piece, border in enumerate(scale.borders)
        ),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Time on paper: pieces of `seconds` from the full minute before the first word to the last word."""

    first: int
    end: float
    seconds: int

    @property
    def borders(self) -> range:
        return range(self.first, self.first + self.seconds * ceil((self.end - self.first) / self.seconds), self.seconds)

    def place(self, at: float) -> tuple[int, float]:
        """Return the number of the piece and the seconds after its border; the end belongs to the last piece."""
        piece = min(int((at - self.first) // self.seconds), len(self.borders) - 1)
        return piece, at - self.borders[piece]

    def across(self, after: float) -> str:
        return f"{100 * min(max(after / self.seconds, 0), 1):.2f}%"


def _scale_of(look_back: LookBack) -> _Scale:
    first = 60 * int(min((start for _, start, _ in look_back.utterances), default=0.0) // 60)
    end = max((end for _, _, end in look_back.utterances), default=first + 1.0)
    fitting = (length for length in _PIECE_LENGTHS if (end - first) / length <= _MOST_PIECES)
    return _Scale(first, max(end, first + 1.0), next(fitting, _PIECE_LENGTHS[-1]))


def _stretches(look_back: LookBack, scale: _Scale) -> Mapping[tuple[int, int], tuple[list[Stretch], list[Stretch]]]:
    """Cut utterances at the borders of pieces: by piece and speaker, the speech and the listener's signals."""
    signals = {(signal.speaker, signal.start, signal.end) for signal in look_back.backchannels}
    stretches: dict[tuple[int, int], tuple[list[Stretch], list[Stretch]]] = defaultdict(lambda: ([], []))
    for speaker, start, end in look_back.utterances:
        is_signal = (look_back.speakers[speaker].speaker, start, end) in signals
        for piece in range(scale.place(start)[0], scale.place(end)[0] + 1):
            border = scale.borders[piece]
            stretch = (max(start - border, 0.0), min(end - border, scale.seconds))
            stretches[piece, speaker][is_signal].append(stretch)
    return stretches


def _line(place: int, name: str, seconds: int, speech: Iterable[Stretch], signals: Iterable[Stretch]) -> Line:
    top = _AXIS + _LINE * place
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


def _marks(events: Sequence[Event], speakers: Sequence[str], scale: _Scale) -> Mapping[int, list[Mark]]:
    places = {name: place for place, name in enumerate(speakers)}
    marks: dict[int, list[Mark]] = defaultdict(list)
    for event in events:
        if event.person in places:
            piece, after = scale.place(event.at)
            top = _AXIS + _LINE * places[event.person] + _MARK_TOP
            marks[piece].append(Mark(scale.across(after), top, event))
    return marks
