"""Turn-constructional units: the sentence-like pieces that turns are built of (Sacks, Schegloff and Jefferson 1974).

Everything that is judged (an interruption, a proposal, a backchannel) is judged of a unit, so that the work of cutting
and counting words is done once a meeting.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._spoken import Spoken
from alongside.engines.meetings._transcript import Transcript

# The space comes first in the pattern, because that is quick to look for.
_SENTENCE_END = re.compile(r" (?<=[.?!…。？！؟।] )")

Times = NDArray[np.float64]


@dataclass(frozen=True)
class Units:
    """Units in order of start, one entry each.

    Attributes:
        speaker: index into `Transcript.speakers`.
        start, end: seconds; from word times where there are any, else shared out over the utterance by length of text.
        utterance: index into `Transcript.utterances`.
        first, last: whether the unit begins or ends its utterance.
        texts: as in the file.
        spoken: the words, in lower case without punctuation; a cut-off word keeps its hyphen ("th-").
    """

    speaker: NDArray[np.int32]
    start: NDArray[np.float64]
    end: NDArray[np.float64]
    utterance: NDArray[np.int32]
    first: NDArray[np.bool_]
    last: NDArray[np.bool_]
    texts: tuple[str, ...]
    spoken: Spoken

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def last_mark(self) -> NDArray[np.str_]:
        """The last character of each unit."""
        return np.array([text[-1:] for text in self.texts], np.str_)


def cut_into_units(transcript: Transcript) -> Units:
    """Cut each utterance at the ends of its sentences."""
    texts: list[str] = []
    start: list[float] = []
    end: list[float] = []
    count = []
    for _, begun, ended, text, word_starts, word_ends in transcript.utterances:
        sentences = _SENTENCE_END.split(text)
        count.append(len(sentences))
        texts += sentences
        if len(sentences) == 1:
            starts, ends = [begun], [ended]
        elif word_starts:
            starts, ends = _by_words(sentences, word_starts, word_ends)
        else:
            starts, ends = _in_shares(sentences, begun, ended)
        start += starts
        end += ends
    return _in_order(transcript, count, texts, np.array(start, np.float64), np.array(end, np.float64))


def _in_order(transcript: Transcript, count: list[int], texts: list[str], start: Times, end: Times) -> Units:
    """Put units in order of start, those of one start in order of utterance; `count` is how many each utterance has."""
    number = {name: index for index, name in enumerate(transcript.speakers)}
    speaker = np.array([number[utterance.speaker] for utterance in transcript.utterances], np.int32)
    utterance = np.repeat(np.arange(len(count), dtype=np.int32), np.array(count, np.intp))
    starts_another = np.diff(utterance, prepend=-1, append=len(count)) > 0
    order = np.argsort(start, kind="stable")
    in_order = tuple(map(texts.__getitem__, order.tolist()))
    return Units(
        speaker=speaker[utterance][order],
        start=start[order],
        end=end[order],
        utterance=utterance[order],
        first=starts_another[:-1][order],
        last=starts_another[1:][order],
        texts=in_order,
        spoken=Spoken.in_texts(in_order),
    )


def _by_words(
    sentences: list[str], word_starts: Sequence[float], word_ends: Sequence[float]
) -> tuple[list[float], list[float]]:
    """Give the starts and the ends of the sentences of an utterance from its word times."""
    starts, ends = [], []
    word = 0
    for sentence in sentences:
        starts.append(word_starts[word])
        word += sentence.count(" ") + 1
        ends.append(word_ends[word - 1])
    return starts, ends


def _in_shares(sentences: list[str], begun: float, ended: float) -> tuple[list[float], list[float]]:
    """Share out the time of an utterance by length of text."""
    rate = (ended - begun) / sum(map(len, sentences))
    borders = list(accumulate((rate * len(sentence) for sentence in sentences), initial=begun))
    return borders[:-1], borders[1:]
