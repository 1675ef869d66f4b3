"""Turn-constructional units: the sentence-like pieces that turns are built of (Sacks, Schegloff and Jefferson 1974).

Everything that is judged (an interruption, a proposal, a backchannel) is judged of a unit, so that the work of cutting
and counting words is done once a meeting.
"""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._transcript import Transcript, Utterance

_SENTENCE_END = re.compile(r"(?<=[.?!…。？！؟।])\s+")
_WORD = re.compile(r"[^\W_]+(?:['’.\-&/][^\W_]+)*-?")


@dataclass(frozen=True, slots=True)
class Units:
    """Units in order of start, one entry each.

    Attributes:
        speaker: index into `Transcript.speakers`.
        start, end: seconds; from word times where there are any, else shared out over the utterance by length of text.
        utterance: index into `Transcript.utterances`.
        first, last: whether the unit begins or ends its utterance.
        texts: as in the file.
        words: in lower case without punctuation; a cut-off word keeps its hyphen ("th-").
    """

    speaker: NDArray[np.int32]
    start: NDArray[np.float64]
    end: NDArray[np.float64]
    utterance: NDArray[np.int32]
    first: NDArray[np.bool_]
    last: NDArray[np.bool_]
    texts: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]

    def __len__(self) -> int:
        return len(self.texts)


def cut_into_units(transcript: Transcript) -> Units:
    """Cut each utterance at the ends of its sentences."""
    index = {name: number for number, name in enumerate(transcript.speakers)}
    rows: list[tuple[float, float, int, int, bool, bool, str]] = []
    for number, utterance in enumerate(transcript.utterances):
        speaker = index[utterance.speaker]
        sentences = _SENTENCE_END.split(utterance.text)
        if len(sentences) == 1:
            rows.append((utterance.start, utterance.end, number, speaker, True, True, utterance.text))
            continue
        final = len(sentences) - 1
        for position, (sentence, start, end) in enumerate(_timed(sentences, utterance)):
            rows.append((start, end, number, speaker, position == 0, position == final, sentence))
    rows.sort(key=lambda row: (row[0], row[2]))
    start, end, utterances, speakers, first, last, texts = zip(*rows, strict=True) if rows else ((),) * 7
    return Units(
        speaker=np.array(speakers, np.int32),
        start=np.array(start, np.float64),
        end=np.array(end, np.float64),
        utterance=np.array(utterances, np.int32),
        first=np.array(first, np.bool_),
        last=np.array(last, np.bool_),
        texts=texts,
        words=tuple(tuple(_WORD.findall(text.lower())) for text in texts),
    )


def _timed(sentences: list[str], utterance: Utterance) -> list[tuple[str, float, float]]:
    timed = []
    if utterance.word_starts:
        word = 0
        for sentence in sentences:
            after = word + len(sentence.split())
            timed.append((sentence, utterance.word_starts[word], utterance.word_ends[after - 1]))
            word = after
        return timed
    total = sum(map(len, sentences))
    rate = (utterance.end - utterance.start) / total
    begin = utterance.start
    for sentence in sentences:
        end = begin + rate * len(sentence)
        timed.append((sentence, begin, end))
        begin = end
    return timed
