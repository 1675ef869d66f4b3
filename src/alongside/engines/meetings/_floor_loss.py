"""Where somebody stopped while somebody else had or took the floor: every such place, described in numbers and words.

A place is the end of a unit at or near which another person speaks. Whether it is an interruption is judged in
`_interruptions.py`; this module only describes.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._lexicon import Keys
from alongside.engines.meetings._listening import LIKELY
from alongside.engines.meetings._speech import in_parts
from alongside.engines.meetings._talk import Talk
from alongside.engines.meetings._word_weights import GRAMMAR, Vocabulary, where, word_classes

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Flags = NDArray[np.bool_]

# The annotators' rule for who got the floor: others who began no later than a second after the stop, and who had not
# stopped more than a second before it (Shriberg et al. 2004; the data's own notes).
_NEAR = 1.0
_LONGEST_WAIT = 30.0
_LAST_WORDS = 4
_COMPLETED_WITHIN = 0.5
_COMPLETION_WORDS = 5

_OPEN_WORDS = frozenset(
    "the a an to and of in on for with at from by or but so if that because is are was were be i we you he she they"
    " it this these those my your our their his her which who what when where how can could will would should might"
    " may do does did don't didn't have has had not just like than as about into then i'm we're you're it's that's"
    " they're he's she's there's i've we've let's gonna".split()
)
_FILLERS = frozenset({"um", "uh", "er", "erm", "hm", "hmm", "mm"})


@dataclass(frozen=True, slots=True)
class Places:
    """Units at whose end the floor may have been lost, one entry each.

    Attributes:
        unit: index of the unit.
        by: index of the other speaker.
        by_utterance: index of the other's utterance.
        by_unit: index of the other's last unit that began by a second after the stop.
    """

    unit: Ints
    by: Ints
    by_utterance: Ints
    by_unit: Ints

    def __len__(self) -> int:
        return len(self.unit)

    def only(self, chosen: Flags | Ints | slice) -> "Places":
        return Places(self.unit[chosen], self.by[chosen], self.by_utterance[chosen], self.by_unit[chosen])


def utterance_signals(talk: Talk, signal: Floats) -> Floats:
    """For each utterance the probability that it is a listener's signal and no more: that of its least likely unit."""
    least = np.ones(len(talk.start))
    np.minimum.at(least, talk.units.utterance, signal)
    return least


def find_places(talk: Talk, signals: Floats) -> Places:
    """Every unit with somebody else near its end, and the likeliest other: no listener, and speaking on afterwards."""
    units, speech = talk.units, talk.speech
    near, theirs = _near(talk, signals)
    by, end, start_by, end_by = talk.owner[theirs], units.end[near], talk.start[theirs], talk.end[theirs]
    speaks_on = speech.until(end + 5.0, by) - speech.until(end, by)
    claim = 1.5 * (signals[theirs] < LIKELY) + np.minimum(speaks_on, 3.0) / 3.0 + 0.5 * (end_by > end)
    claim += 0.3 * (start_by < end) + 0.2 * np.exp(-np.abs(start_by - end))
    order = np.lexsort((by, -claim, near))
    best = order[np.diff(near[order], prepend=-1) > 0]
    return Places(near[best], by[best], theirs[best], _latest_unit(talk, by[best], end[best] + _NEAR))


def _near(talk: Talk, signals: Floats) -> tuple[Ints, Ints]:
    """Units at whose end somebody else is near, once for each of them, and which utterance of theirs it is."""
    units, speech = talk.units, talk.speech
    begun, since = speech.begun(units.end + _NEAR), units.end - _NEAR
    began_or_since = np.maximum(units.start, since)
    found, utterances = [np.empty(0, np.intp)], [np.empty(0, np.intp)]
    for person, latest in enumerate(speech.latest):
        last = latest[begun]
        earlier = latest[last]
        only_listens = signals[last] > LIKELY
        spoke_before = (earlier >= 0) & (speech.end[earlier] >= began_or_since)
        here = np.where(only_listens & spoke_before & (signals[earlier] <= LIKELY), earlier, last)
        near = np.flatnonzero((last >= 0) & (units.speaker != person) & (speech.end[here] >= since))
        found.append(near)
        utterances.append(here[near])
    return np.concatenate(found), np.concatenate(utterances)


def _latest_unit(talk: Talk, by: Ints, at: Floats) -> Ints:
    """The last unit of a person each that began by a time each, or the first of theirs."""
    latest = np.zeros(len(by), np.intp)
    for person, theirs in enumerate(talk.units_of):
        chosen = np.flatnonzero(by == person)
        begun = np.searchsorted(talk.units.start[theirs], at[chosen], "right")
        latest[chosen] = theirs[np.maximum(begun - 1, 0)]
    return latest


def word_features(talk: Talk, places: Places, vocabulary: Vocabulary) -> dict[str, list[Keys]]:
    """The words of the stretch that stopped (grammar at its end above all), of the other, and of what came next."""
    units, unit, by_unit = talk.units, places.unit, places.by_unit
    later, earlier = talk.after[unit], talk.before[unit]
    coded = vocabulary.code(talk.said)
    stretches, theirs, next_own, last_own = (coded.of(chosen) for chosen in (unit, by_unit, later, earlier))
    tails = vocabulary.code(replace(talk.said, words=word_classes(talk.said.words))).of(unit)
    came = units.start[by_unit] > units.end[unit] - _NEAR
    pause = np.where(later >= 0, units.start[later] - units.end[unit], _LONGEST_WAIT)
    goes_on, comes_back = pause < 0.6, (pause >= 0.6) & (pause < 5.0)
    just_spoke = (earlier >= 0) & (units.start[unit] - units.end[earlier] < 2.0)
    return {
        "first": [stretches.first(1), stretches.first(2)],
        "length": [vocabulary.counts(stretches.length, 12)],
        "grammar at the end": [tails.last(count) for count in range(1, _LAST_WORDS + 1)],
        "last": [stretches.last(count) for count in (1, 2, 3)],
        "last but one": [stretches.word(-2)],
        "all": [stretches.whole(3)],
        "other came in with": [where(came, keys) for keys in (theirs.first(1), theirs.first(2))],
        "other was saying": [where(~came, keys) for keys in (theirs.first(1), theirs.first(2))],
        "all the other came in with": [where(came, theirs.whole(2))],
        "all the other was saying": [where(~came, theirs.whole(2))],
        "goes on with": [where(goes_on, keys) for keys in (next_own.first(1), next_own.first(2))],
        "comes back with": [where(comes_back, keys) for keys in (next_own.first(1), next_own.first(2))],
        "came from": [where(just_spoke, last_own.last(1))],
    }


def completes(talk: Talk, stop: Ints, came: Ints) -> Flags:
    """Whether sentences are left open at the last word, and the other unit adds a few words of substance just there.

    That is the shape of a collaborative completion (Lerner 1991); as often as not it is an interruption all the same.
    """
    units, spoken = talk.units, talk.units.spoken
    last, first = spoken.last[stop], spoken.first[came]
    is_grammar = spoken.which(GRAMMAR.__contains__)
    left_open = is_grammar[last] & (~is_grammar[first] | (first == last))
    a_few = (spoken.length[came] > 0) & (spoken.length[came] <= _COMPLETION_WORDS) & units.last[came]
    at_once = np.abs(units.start[came] - units.end[stop]) < _COMPLETED_WITHIN
    return np.asarray(left_open & a_few & at_once, np.bool_)


def describe(talk: Talk, places: Places, signal: Floats, signals: Floats) -> dict[str, Floats]:
    """Each place in numbers: what stopped, the other, and what followed. Seconds, but for flags and counts."""
    units, unit = talk.units, places.unit
    start, end = units.start[unit], units.end[unit]
    utterance = units.utterance[unit]
    said, last = talk.said, talk.said.last[unit]
    columns = {
        "seconds": end - start,
        "words": units.spoken.length[unit].astype(np.float64),
        "cut_word": talk.cut_off[unit].astype(np.float64),
        "open_word": said.which(_OPEN_WORDS.__contains__)[last].astype(np.float64),
        "filler": said.which(_FILLERS.__contains__)[last].astype(np.float64),
        "question": (units.last_mark[unit] == "?").astype(np.float64),
        "signal": signal[unit],
        "own_silence_before": talk.silence_before[unit],
        "own_silence_after": talk.silence_after[unit],
        "own_return": _own_return(talk, unit, signal),
        "left_of_utterance": talk.end[utterance] - end,
        "into_utterance": end - talk.start[utterance],
    }
    return columns | _speech_around(talk, places) | _other(talk, places, signal, signals)


def _own_return(talk: Talk, unit: Ints, signal: Floats) -> Floats:
    """Seconds until the speaker next says more than a listener's signal; 30 at most."""
    wait = np.full(len(unit), _LONGEST_WAIT)
    speaker, end = talk.units.speaker[unit], talk.units.end[unit]
    for person, mine in enumerate(talk.units_of):
        said = talk.units.start[mine[signal[mine] < LIKELY]]
        chosen = np.flatnonzero(speaker == person)
        if not len(said) or not len(chosen):
            continue
        following = np.searchsorted(said, end[chosen] - 1e-6, "left")
        there = following < len(said)
        wait[chosen[there]] = np.minimum(said[following[there]] - end[chosen[there]], _LONGEST_WAIT)
    return wait


def _speech_around(talk: Talk, places: Places) -> dict[str, Floats]:
    names = [
        "own_after_1",
        "own_after_5",
        "own_before_2",
        "own_before_5",
        "own_before_15",
        "others_after_1",
        "others_after_5",
        "others_before_1",
        "others_before_5",
        "others_at_start",
        "speaking_now",
        "by_after_2",
        "by_after_5",
        "by_before_5",
        "by_during",
    ]
    return dict(zip(names, in_parts(len(places), lambda part: _spoken_around(talk, places.only(part))), strict=True))


def _spoken_around(talk: Talk, places: Places) -> list[Floats]:
    start, end = talk.units.start[places.unit], talk.units.end[places.unit]
    speaker, row = talk.units.speaker[places.unit], np.arange(len(places))
    ahead = (start - 1.0, start - 2.0, start - 5.0, start - 15.0)
    around = (end - 0.3, end + 0.01, end - 1.0, end - 5.0, end + 1.0, end + 2.0, end + 5.0)
    until_start, until_end, *rest = talk.speech.everybodys_until(np.stack((start, end, *ahead, *around))).swapaxes(0, 1)
    at_start, before_2, before_5, before_15 = (until_start - earlier for earlier in rest[:4])
    speaking_now = rest[5] - rest[4] > 0.05
    back_1, back_5 = (until_end - earlier for earlier in rest[6:8])
    after_1, after_2, after_5 = (later - until_end for later in rest[8:])
    theirs = np.arange(len(until_end))[:, None] != speaker
    own = [column[speaker, row] for column in (after_1, after_5, before_2, before_5, before_15)]
    others = [
        np.where(theirs, column, 0.0).sum(axis=0)
        for column in (after_1, after_5, back_1, back_5, at_start, speaking_now)
    ]
    by = [column[places.by, row] for column in (after_2, after_5, back_5, until_end - until_start)]
    return [*own, *others, *by]


def _other(talk: Talk, places: Places, signal: Floats, signals: Floats) -> dict[str, Floats]:
    units = talk.units
    start, end = units.start[places.unit], units.end[places.unit]
    start_by, end_by = talk.start[places.by_utterance], talk.end[places.by_utterance]
    return {
        "by_start": start_by - end,
        "by_start_from_start": start_by - start,
        "by_end": end_by - end,
        "by_signal": signals[places.by_utterance],
        "by_unit_start": units.start[places.by_unit] - end,
        "by_unit_end": units.end[places.by_unit] - end,
        "by_unit_signal": signal[places.by_unit],
        "by_from_before": _by_from_before(talk, places),
    }


def _by_from_before(talk: Talk, places: Places) -> Floats:
    """How long after the stop the units end that the other had begun before the stretch began; -30 at least.

    Above zero the other was there first: they were in the same sentence from before the start to after the stop.
    """
    units, unit = talk.units, places.unit
    latest_end = np.full(len(places), -_LONGEST_WAIT)
    for person, theirs in enumerate(talk.units_of):
        chosen = np.flatnonzero(places.by == person)
        begun = np.searchsorted(units.start[theirs], units.start[unit[chosen]], "left")
        for back in (1, 2, 3):
            there = begun >= back
            ends = units.end[theirs[begun[there] - back]] - units.end[unit[chosen[there]]]
            latest_end[chosen[there]] = np.maximum(latest_end[chosen[there]], ends)
    return latest_end
