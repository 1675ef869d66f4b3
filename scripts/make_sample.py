"""Make the sample meeting from `planning-meeting.txt`: WebVTT as Teams has it, and word-timed JSON as WhisperX has it.

The same script gives the same files, byte for byte. Each turn has its own jitter, drawn from its own words, so that
changing one line moves what comes after it and alters nothing else.
"""

import argparse
import html
import json
import random
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).with_name("planning-meeting.txt")
SAMPLES = Path(__file__).resolve().parents[1] / "src/alongside/samples"
STEM = "planning-meeting"

_TURN = re.compile(r"(?P<speaker>[^:(]+?)(?: \((?P<delay>-?[\d.]+)\))?: (?P<text>.+)")
_ASIDE = re.compile(r"\{([^:}]+): ([^}]+)\}")
_PIECE = re.compile(r"\{[^}]+\}|\S+")


@dataclass(frozen=True)
class Word:
    text: str
    start: float
    end: float


@dataclass(frozen=True)
class Segment:
    speaker: str
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def start(self) -> float:
        return self.words[0].start

    @property
    def end(self) -> float:
        return self.words[-1].end


def perform(script: str) -> list[Segment]:
    """Give every word of the script its time; segments come in order of their start."""
    segments: list[Segment] = []
    clock = 1.0
    for number, line in enumerate(script.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        turn = _TURN.fullmatch(line.strip())
        if turn is None:
            raise SystemExit(f"{SCRIPT.name}, line {number}: expected 'Name: words', found {line!r}")
        chance = random.Random(line)  # noqa: S311 - jitter, not a secret
        delay = float(turn["delay"]) if turn["delay"] else chance.uniform(0.15, 0.5)
        spoken = list(_speak(turn["speaker"], turn["text"], clock + delay, chance))
        segments += spoken
        clock = max(segment.end for segment in spoken if segment.speaker == turn["speaker"])
    return sorted(segments, key=lambda segment: (segment.start, segment.speaker))


def _speak(speaker: str, text: str, clock: float, chance: random.Random) -> Iterator[Segment]:
    """One turn, cut where the speaker breathes or a sentence ends after six seconds; and what others say meanwhile."""
    words: list[Word] = []
    before = ""
    for piece in _PIECE.findall(text):
        if aside := _ASIDE.fullmatch(piece):
            yield from _speak(aside[1], aside[2], clock - 0.1, chance)
        elif piece == "/":
            yield Segment(speaker, tuple(words))
            words, before = [], ""
            clock += chance.uniform(0.65, 1.2)
        else:
            if words and before[-1] in ".?" and clock - words[0].start > 6:
                yield Segment(speaker, tuple(words))
                words = []
            clock += _pause_after(before, chance)
            length = _length(piece, chance)
            words.append(Word(piece, round(clock, 3), round(clock + length, 3)))
            clock += length
            before = piece
    yield Segment(speaker, tuple(words))


def _length(word: str, chance: random.Random) -> float:
    """Seconds for one word: about three words a second, fillers drawn out, as in the recordings of real meetings."""
    letters = len(word.strip(".,?-"))
    drawn_out = 0.12 if word.strip(".,?").lower() in {"um", "uh", "so", "mm"} else 0.0
    return (0.11 + 0.052 * letters + drawn_out) * chance.uniform(0.85, 1.15)


def _pause_after(word: str, chance: random.Random) -> float:
    if word.endswith((".", "?")):
        return chance.uniform(0.2, 0.5)
    if word.endswith(","):
        return chance.uniform(0.05, 0.25)
    return 0.0


def as_webvtt(segments: list[Segment]) -> str:
    meeting = uuid.uuid5(uuid.NAMESPACE_URL, STEM)
    cues = (
        f"{meeting}/{number}-0\n{_stamp(segment.start)} --> {_stamp(segment.end)}\n"
        f"<v {html.escape(segment.speaker)}>{html.escape(segment.text, quote=False)}</v>\n"
        for number, segment in enumerate(segments)
    )
    return "WEBVTT\n\n" + "\n".join(cues)


def _stamp(seconds: float) -> str:
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def as_json(segments: list[Segment]) -> str:
    """One segment a line, so that a change to the script is a small change here."""
    lines = (
        json.dumps(
            {
                "start": segment.start,
                "end": segment.end,
                "text": segment.text,
                "speaker": segment.speaker,
                "words": [
                    {"word": word.text, "start": word.start, "end": word.end, "speaker": segment.speaker}
                    for word in segment.words
                ],
            },
            ensure_ascii=False,
        )
        for segment in segments
    )
    return '{"language": "en", "segments": [\n' + ",\n".join(lines) + "\n]}\n"


def write(folder: Path) -> None:
    segments = perform(SCRIPT.read_text(encoding="utf-8"))
    folder.joinpath(f"{STEM}.vtt").write_text(as_webvtt(segments), encoding="utf-8", newline="\n")
    folder.joinpath(f"{STEM}.json").write_text(as_json(segments), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLES, help="where to write (default: %(default)s)")
    write(parser.parse_args().folder)
