"""Putting a look-back together from its parts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings import _calls, _credit, _floor, _invitations, _questions
from alongside.engines.meetings._floor import Floor
from alongside.engines.meetings._lookback import (
    Backchannel,
    Credit,
    Echo,
    Interruption,
    Invitation,
    LookBack,
    Overlap,
    Proposal,
    Question,
    SpeakerFloor,
)
from alongside.engines.meetings._names import Names
from alongside.engines.meetings._transcript import Transcript
from alongside.engines.meetings._units import Units, cut_into_units


@dataclass(frozen=True, slots=True)
class _Heard:
    """What became of the floor at each unit; `listening` marks the units that are only a listener's signal."""

    listening: NDArray[np.bool_]
    interruptions: tuple[Interruption, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    backchannels: tuple[Backchannel, ...] = ()


@dataclass(frozen=True, slots=True)
class _Named:
    """What was said to people and about people by name; `never` were neither asked nor invited."""

    questions: tuple[Question, ...]
    invitations: tuple[Invitation, ...]
    credits: tuple[Credit, ...]
    never: tuple[str, ...]
    nameless: tuple[str, ...]


def look_back(transcript: Transcript) -> LookBack:
    """Look back at a meeting: the floor, what was lost, what was good, and what an ally could say.

    The same transcript gives the same look-back, byte for byte.
    """
    units = cut_into_units(transcript)
    heard = _hear(units)
    floor = _floor.measure(transcript, _of_utterances(heard.listening, units, len(transcript.utterances)))
    overlap_visible = _floor.is_overlap_visible(transcript)
    proposals: tuple[Proposal, ...] = ()
    echoes: tuple[Echo, ...] = ()
    named = _name(units, heard.listening, transcript.speakers)
    return LookBack(
        source=transcript.source,
        format=transcript.format,
        timing=transcript.timing,
        duration=_rounded(floor.duration),
        overlap_visible=overlap_visible is not False,
        repairs=transcript.repairs,
        limits=_floor.limits(transcript, overlap_visible=overlap_visible, nameless=named.nameless),
        speakers=_speakers(transcript, floor, heard, proposals, named),
        utterances=_strips(transcript),
        turns=floor.turns,
        long_turns=floor.long_turns,
        overlaps=heard.overlaps,
        backchannels=heard.backchannels,
        interruptions=heard.interruptions,
        proposals=proposals,
        echoes=echoes,
        credits=named.credits,
        questions=named.questions,
        invitations=named.invitations,
        never_invited=named.never,
        balance=floor.balance,
        moments=(),
    )


def _hear(units: Units) -> _Heard:
    return _Heard(listening=np.zeros(len(units), np.bool_))


def _name(units: Units, listening: NDArray[np.bool_], speakers: Sequence[str]) -> _Named:
    names = Names(speakers)
    mentions = names.mentioned_in(units)
    calls = _calls.find(units, mentions)
    questions = _questions.find(units, calls, speakers)
    invitations = _invitations.find(units, calls, mentions, listening, speakers)
    addressed = {person for call in calls for person in call.people}
    addressed.update(speakers.index(invitation.to) for invitation in invitations)
    never = [name for index, name in enumerate(speakers) if index not in addressed and name not in names.nameless]
    return _Named(
        questions=questions,
        invitations=invitations,
        credits=_credit.find(units, mentions, speakers),
        never=tuple(never),
        nameless=names.nameless,
    )


def _of_utterances(flags: NDArray[np.bool_], units: Units, utterances: int) -> NDArray[np.bool_]:
    """Flag the utterances all of whose units are flagged."""
    unflagged = np.bincount(units.utterance[~flags], minlength=utterances)
    return np.equal(unflagged, 0)


def _strips(transcript: Transcript) -> tuple[tuple[int, float, float], ...]:
    number = {name: index for index, name in enumerate(transcript.speakers)}
    return tuple((number[u.speaker], _rounded(u.start), _rounded(u.end)) for u in transcript.utterances)


def _speakers(
    transcript: Transcript,
    floor: Floor,
    heard: _Heard,
    proposals: tuple[Proposal, ...],
    named: _Named,
) -> tuple[SpeakerFloor, ...]:
    turns = Counter(turn.speaker for turn in floor.turns)
    longest: dict[str, float] = {}
    for turn in floor.turns:
        longest[turn.speaker] = max(longest.get(turn.speaker, 0.0), turn.end - turn.start)
    backchannels = Counter(signal.speaker for signal in heard.backchannels)
    lost = Counter(moment.interrupted for moment in heard.interruptions if moment.kind != "crowded_out")
    crowded_out = Counter(moment.interrupted for moment in heard.interruptions if moment.kind == "crowded_out")
    took = Counter(moment.by for moment in heard.interruptions)
    proposed = Counter(proposal.speaker for proposal in proposals)
    questions_by = Counter(question.by for question in named.questions)
    questions_to = Counter(question.to for question in named.questions)
    invited = Counter(invitation.to for invitation in named.invitations)
    return tuple(
        SpeakerFloor(
            speaker=name,
            speaking=_rounded(floor.speaking[index]),
            share=_rounded(floor.share[index]),
            turns=turns[name],
            words=int(floor.words[index]),
            longest_turn=_rounded(longest.get(name, 0.0)),
            first_at=_rounded(floor.first_at[index]),
            overlapped=_rounded(floor.overlapped[index]),
            backchannels=backchannels[name],
            interrupted=lost[name],
            crowded_out=crowded_out[name],
            took_floor=took[name],
            proposals=proposed[name],
            questions=questions_by[name],
            asked=questions_to[name],
            invited=invited[name],
        )
        for index, name in enumerate(transcript.speakers)
    )


def _rounded(number: float) -> float:
    """To milliseconds, which is what files have; sums of floats differ below that."""
    return round(float(number), 3)
