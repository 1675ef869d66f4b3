"""Meetings written as plays."""

import re

from alongside.engines.meetings import Transcript, Utterance
from alongside.engines.meetings._transcript import Timing

_LINE = re.compile(r"(?P<speaker>[^:]+?)(?: (?P<start>\d+(?:\.\d+)?)-(?P<end>\d+(?:\.\d+)?))?: (?P<text>.*)")


def talk(*lines: str, present: tuple[str, ...] = (), timing: Timing = "cues") -> Transcript:
    """Read "Asha 3-5.5: Hello." or "Asha: Hello.", which takes two seconds and follows half a second later.

    Those who are `present` come first among the speakers, in this order; silent ones say "Hello." at the end.
    """
    utterances = []
    end = 0.0
    for line in lines:
        match = _LINE.fullmatch(line)
        assert match, line
        start = float(match["start"]) if match["start"] else end + 0.5
        end = float(match["end"]) if match["end"] else start + 2.0
        utterances.append(Utterance(match["speaker"], start, end, match["text"]))
    for name in present:
        if name not in {utterance.speaker for utterance in utterances}:
            end += 60.0
            utterances.append(Utterance(name, end, end + 1.0, "Hello."))
    utterances.sort(key=lambda utterance: utterance.start)
    speakers = tuple(dict.fromkeys((*present, *(utterance.speaker for utterance in utterances))))
    return Transcript(utterances=tuple(utterances), speakers=speakers, timing=timing)
