"""Look back at a meeting: read a transcript, see who had the floor and what became of what people tried to say."""

from alongside.engines.meetings._letters import with_letters
from alongside.engines.meetings._look_back import look_back
from alongside.engines.meetings._lookback import (
    Backchannel,
    Balance,
    Credit,
    Echo,
    Interruption,
    Invitation,
    LookBack,
    Moment,
    Overlap,
    Proposal,
    Question,
    SpeakerFloor,
    Turn,
)
from alongside.engines.meetings._reading import Limits, pair_up, read
from alongside.engines.meetings._transcript import Transcript, UnreadableTranscriptError, Utterance

__all__ = [
    "Backchannel",
    "Balance",
    "Credit",
    "Echo",
    "Interruption",
    "Invitation",
    "Limits",
    "LookBack",
    "Moment",
    "Overlap",
    "Proposal",
    "Question",
    "SpeakerFloor",
    "Transcript",
    "Turn",
    "UnreadableTranscriptError",
    "Utterance",
    "look_back",
    "pair_up",
    "read",
    "with_letters",
]
