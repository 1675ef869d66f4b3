"""Putting a look-back together from its parts."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings import _by_name, _floor
from alongside.engines.meetings._echoes import find_echoes
from alongside.engines.meetings._floor import Floor
from alongside.engines.meetings._interruptions import View
from alongside.engines.meetings._language import NOT_ENGLISH, reads_as_english
from alongside.engines.meetings._listening import LIKELY, backchannels
from alongside.engines.meetings._lookback import LookBack
from alongside.engines.meetings._models import interruption_model, listening_model
from alongside.engines.meetings._moments import Wording
from alongside.engines.meetings._overlaps import find_overlaps
from alongside.engines.meetings._proposals import find_proposals
from alongside.engines.meetings._seen import Seen
from alongside.engines.meetings._talk import Talk
from alongside.engines.meetings._tally import tally
from alongside.engines.meetings._transcript import Transcript
from alongside.engines.meetings._unfold import unfold
from alongside.engines.meetings._units import Units, cut_into_units


def look_back(transcript: Transcript) -> LookBack:
    """Look back at a meeting: the floor, what was lost, what was good, and what an ally could say.

    The same transcript gives the same look-back, byte for byte.
    """
    overlap_visible = _floor.is_overlap_visible(transcript)
    one_stream = overlap_visible is False and transcript.timing != "starts"
    told = unfold(transcript) if one_stream else transcript
    units = cut_into_units(told)
    talk = Talk.of(told, units)
    heard = listening_model().judge(talk)
    listens = heard.signal >= LIKELY
    seen = Seen(by_name=_by_name.find(units, told, listening=heard.told), backchannels=backchannels(talk, heard))
    if transcript.timing != "starts":
        losses = interruption_model().find(talk, heard.signal, View.of(talk, one_stream=one_stream))
        seen = seen._replace(interruptions=losses.interruptions, overlaps=find_overlaps(talk, heard, losses))
    english = reads_as_english(units)
    seen = _with_ideas(seen, units, told) if english else _without_words(seen)
    columns = (talk.owner, talk.start, talk.end)
    floor = _floor.measure(told, columns, _whole_utterances(listens, units, len(told.utterances)))
    limits = _floor.limits(transcript, overlap_visible=overlap_visible, nameless=seen.by_name.nameless)
    limits = limits if english else (*limits, NOT_ENGLISH)
    return _assembled(transcript, floor, seen, limits, overlap_visible=overlap_visible is not False)


def _with_ideas(seen: Seen, units: Units, transcript: Transcript) -> Seen:
    proposals = find_proposals(units, transcript)
    return seen._replace(proposals=proposals, echoes=find_echoes(proposals, units, seen.by_name.credits))


def _without_words(seen: Seen) -> Seen:
    """What can be said of a meeting whose words are not understood: nothing is sure."""
    return seen._replace(interruptions=tuple(replace(found, sure=False) for found in seen.interruptions))


def _assembled(
    transcript: Transcript, floor: Floor, seen: Seen, limits: tuple[str, ...], *, overlap_visible: bool
) -> LookBack:
    wording = Wording(seen.by_name.short)
    seen = wording.of(seen)
    speakers = tally(transcript.speakers, floor, seen)
    return LookBack(
        source=transcript.source,
        format=transcript.format,
        timing=transcript.timing,
        duration=floor.duration,
        overlap_visible=overlap_visible,
        repairs=transcript.repairs,
        limits=limits,
        speakers=speakers,
        utterances=floor.strips,
        turns=floor.turns,
        long_turns=floor.long_turns,
        overlaps=seen.overlaps,
        backchannels=seen.backchannels,
        interruptions=seen.interruptions,
        proposals=seen.proposals,
        echoes=seen.echoes,
        credits=seen.by_name.credits,
        questions=seen.by_name.questions,
        invitations=seen.by_name.invitations,
        never_invited=seen.by_name.never_invited,
        balance=floor.balance,
        moments=wording.choose(seen, speakers),
    )


def _whole_utterances(flags: NDArray[np.bool_], units: Units, utterances: int) -> NDArray[np.bool_]:
    """Flag the utterances all of whose units are flagged."""
    unflagged = np.bincount(units.utterance[~flags], minlength=utterances)
    return np.equal(unflagged, 0)
