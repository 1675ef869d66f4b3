"""From cues to the utterances of a transcript."""

from collections import Counter
from collections.abc import Iterable, Sequence

from alongside.engines.meetings._reading._cue import PAUSE, Cue, Reading, Refusal, counted
from alongside.engines.meetings._reading._limits import Limits
from alongside.engines.meetings._reading._names import UNKNOWN, clean_name
from alongside.engines.meetings._reading._times import in_order, with_ends
from alongside.engines.meetings._transcript import Transcript, Utterance


def transcript_of(reading: Reading, *, source: str, limits: Limits) -> Transcript:
    repairs = reading.repairs
    cues = _spoken(reading, limits)
    names = _names(cues, repairs)
    cues, timing = with_ends(in_order(cues, repairs), repairs)
    pieces = [_utterance(cue, names[cue.speaker]) for cue in cues]
    utterances = tuple(pieces if timing == "starts" else _joined(pieces, repairs))
    speakers = tuple(dict.fromkeys([utterance.speaker for utterance in utterances]))
    return Transcript(utterances, speakers, timing, source, reading.format, tuple(repairs))


def _spoken(reading: Reading, limits: Limits) -> list[Cue]:
    """Take the cues out of the reading, without those that say nothing."""
    cues = [cue for cue in reading.cues if cue.text]
    reading.cues.clear()
    if not cues:
        raise Refusal("no cue has any words. Export the transcript again, with what was said.")
    if max([len(cue.text) for cue in cues]) > limits.max_line:
        raise Refusal(f"one cue has more than {limits.max_line:,} characters. Export with a cue for each speech.")
    return cues


def _names(cues: Iterable[Cue], repairs: list[str]) -> dict[str, str]:
    counts = Counter([cue.speaker for cue in cues])
    names = {speaker: clean_name(speaker) or UNKNOWN for speaker in counts}
    nameless = counts[""]
    if counts.keys() == {""}:
        raise Refusal("nothing in it says who speaks. Export the transcript with the names of the speakers.")
    if nameless:
        repairs.append(f'{counted(nameless, "cue has", "cues have")} no name and stands under "{UNKNOWN}".')
    return names


def _utterance(cue: Cue, name: str) -> Utterance:
    _, start, end, text, word_starts, word_ends = cue
    return Utterance(name, start, start if end is None else end, text, word_starts, word_ends)


def _joined(pieces: Iterable[Utterance], repairs: list[str]) -> list[Utterance]:
    """Join what an exporter cut in mid-speech: one speaker's next piece, before a pause and before anybody else."""
    runs: list[list[Utterance]] = []
    end = 0.0
    for piece in pieces:
        if runs and piece.start - end < PAUSE and _goes_on(runs[-1][-1], piece):
            runs[-1].append(piece)
            end = max(end, piece.end)
        else:
            runs.append([piece])
            end = piece.end
    joined = sum(len(run) - 1 for run in runs)
    if joined:
        repairs.append(f"{counted(joined, 'cue was', 'cues were')} cut in mid-speech and joined to the one before.")
    return [run[0] if len(run) == 1 else _as_one(run) for run in runs]


def _goes_on(first: Utterance, second: Utterance) -> bool:
    return first.speaker == second.speaker and bool(first.word_starts) == bool(second.word_starts)


def _as_one(run: Sequence[Utterance]) -> Utterance:
    return Utterance(
        run[0].speaker,
        run[0].start,
        max(piece.end for piece in run),
        " ".join(piece.text for piece in run),
        tuple(time for piece in run for time in piece.word_starts),
        tuple(time for piece in run for time in piece.word_ends),
    )
