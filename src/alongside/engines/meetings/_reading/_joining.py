"""From cues to the utterances of a transcript."""

from collections.abc import Iterable

from alongside.engines.meetings._reading._cue import Cue, Reading, Refusal
from alongside.engines.meetings._reading._names import UNKNOWN, clean_name
from alongside.engines.meetings._transcript import Timing, Transcript, Utterance

_PAUSE = 0.6  # seconds of silence that end an utterance, as the labelled meetings of the training data are cut


def transcript_of(reading: Reading, *, source: str) -> Transcript:
    repairs = reading.repairs
    cues = [cue for cue in reading.cues if cue.text]
    reading.cues.clear()
    if not any(cue.speaker for cue in cues):
        raise Refusal("no cue says who speaks. Export the transcript with the names of the speakers.")
    cues = _named(cues, repairs)
    cues.sort(key=lambda cue: cue.start)
    timing: Timing = "words" if any(cue.word_starts for cue in cues) else "cues"
    utterances = tuple(_joined(map(_utterance, cues), repairs))
    speakers = tuple(dict.fromkeys(utterance.speaker for utterance in utterances))
    return Transcript(utterances, speakers, timing, source, reading.format, tuple(repairs))


def _named(cues: list[Cue], repairs: list[str]) -> list[Cue]:
    names = {cue.speaker: clean_name(cue.speaker) or UNKNOWN for cue in cues}
    if "" in names:
        nameless = sum(not cue.speaker for cue in cues)
        repairs.append(f"{nameless} cues have no name; they are shown as {UNKNOWN}.")
    return [cue._replace(speaker=names[cue.speaker]) for cue in cues]


def _utterance(cue: Cue) -> Utterance:
    speaker, start, end, text, word_starts, word_ends = cue
    return Utterance(speaker, start, start if end is None else end, text, word_starts, word_ends)


def _joined(pieces: Iterable[Utterance], repairs: list[str]) -> list[Utterance]:
    utterances: list[Utterance] = []
    joined = 0
    for piece in pieces:
        if utterances and _goes_on(utterances[-1], piece):
            utterances[-1] = _together(utterances[-1], piece)
            joined += 1
        else:
            utterances.append(piece)
    if joined:
        repairs.append(f"{joined} cues that were split in mid-speech were joined to the one before.")
    return utterances


def _goes_on(first: Utterance, second: Utterance) -> bool:
    return (
        first.speaker == second.speaker
        and second.start - first.end < _PAUSE
        and bool(first.word_starts) == bool(second.word_starts)
    )


def _together(first: Utterance, second: Utterance) -> Utterance:
    return Utterance(
        first.speaker,
        first.start,
        max(first.end, second.end),
        f"{first.text} {second.text}",
        first.word_starts + second.word_starts,
        first.word_ends + second.word_ends,
    )
