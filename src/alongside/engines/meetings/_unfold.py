"""One stream unfolded: what single-channel exports have cut to pieces is put together again.

An export with one cue at a time writes two people who talk at once as a quick exchange of fragments. A speaker who goes
on within a fraction of a second was not silent in between: joining the fragments shows again who spoke over whom.
"""

from alongside.engines.meetings._transcript import Transcript, Utterance

# Speech recognisers, and the realistic half of the training data, cut at silences of about this many seconds.
_GOES_ON_WITHIN = 0.6
# A shorter silence inside a fragment's borders is no end of a sentence: the full stop there is the exporter's.
_SENTENCE_GAP = 0.2


def unfold(transcript: Transcript) -> Transcript:
    """Join the fragments of each speaker; the joined utterances may overlap. Every utterance gets word times."""
    strands: list[list[Utterance]] = []
    latest: dict[str, list[Utterance]] = {}
    for utterance in transcript.utterances:
        strand = latest.get(utterance.speaker)
        if strand is not None and utterance.start - strand[-1].end < _GOES_ON_WITHIN:
            strand.append(utterance)
        else:
            latest[utterance.speaker] = strand = [utterance]
            strands.append(strand)
    return Transcript(
        utterances=tuple(sorted(map(_joined, strands), key=lambda joined: joined.start)),
        speakers=transcript.speakers,
        timing=transcript.timing,
        source=transcript.source,
        format=transcript.format,
        repairs=transcript.repairs,
    )


def _joined(strand: list[Utterance]) -> Utterance:
    if len(strand) == 1:
        return strand[0]
    texts: list[str] = []
    starts: list[float] = []
    ends: list[float] = []
    for place, fragment in enumerate(strand):
        text = fragment.text
        after = strand[place + 1] if place + 1 < len(strand) else None
        if after is not None and text.endswith(".") and after.start - fragment.end < _SENTENCE_GAP:
            text = text[:-1]
        texts.append(text)
        word_starts, word_ends = _word_times(fragment)
        starts += word_starts
        ends += word_ends
    end = max(fragment.end for fragment in strand)
    return Utterance(strand[0].speaker, strand[0].start, end, " ".join(texts), tuple(starts), tuple(ends))


def _word_times(fragment: Utterance) -> tuple[tuple[float, ...], tuple[float, ...]]:
    if fragment.word_starts:
        return fragment.word_starts, fragment.word_ends
    lengths = [len(word) + 1 for word in fragment.text.split()]
    rate = (fragment.end - fragment.start) / sum(lengths)
    borders = [fragment.start]
    for length in lengths:
        borders.append(borders[-1] + rate * length)
    return tuple(borders[:-1]), tuple(borders[1:])
