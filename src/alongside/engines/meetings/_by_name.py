"""What was said to people and about people by name."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings import _calls, _credit, _invitations, _questions
from alongside.engines.meetings._lookback import Credit, Invitation, Question
from alongside.engines.meetings._names import Names
from alongside.engines.meetings._transcript import Transcript
from alongside.engines.meetings._units import Units


class ByName(NamedTuple):
    """Questions, invitations and credit in order of time.

    Attributes:
        never_invited: speakers whom nobody asked anything or asked in by name.
        nameless: speakers who have no name to be called by ("Speaker 1").
        short: for each speaker what they are called in a sentence.
    """

    questions: tuple[Question, ...]
    invitations: tuple[Invitation, ...]
    credits: tuple[Credit, ...]
    never_invited: tuple[str, ...]
    nameless: tuple[str, ...]
    short: Mapping[str, str]


def find(units: Units, transcript: Transcript, *, listening: NDArray[np.bool_]) -> ByName:
    """Find all that turns on names; `listening` marks the units that are only a listener's signal."""
    speakers = transcript.speakers
    names = Names(speakers)
    mentions = names.mentioned_in(units)
    calls = _calls.find(units, mentions)
    questions = _questions.find(units, calls, speakers)
    invitations = _invitations.find(units, calls, mentions, listening, speakers)
    spoken_to = {question.to for question in questions} | {invitation.to for invitation in invitations}
    # A call to one of two people with the same name may have been to either.
    spoken_to.update(speakers[person] for call in calls if len(call.people) > 1 for person in call.people)
    return ByName(
        questions=questions,
        invitations=invitations,
        credits=_credit.find(units, mentions, speakers),
        never_invited=tuple(name for name in speakers if name not in spoken_to and name not in names.nameless),
        nameless=names.nameless,
        short=names.short(),
    )
