"""What a look-back says: plain frozen records, one kind a moment. Times are seconds from the meeting's start."""

from dataclasses import dataclass
from typing import Literal

from alongside.engines.meetings._transcript import Timing

InterruptionKind = Literal["cut_off", "crowded_out", "after_pause"]
OverlapKind = Literal[
    "backchannel",
    "acknowledgement",
    "completion",
    "early_start",
    "gave_way",
    "interruption",
    "side_by_side",
]

# Some ten ideas an hour are as likely as this to be ideas, and to have got no reply. Of more than ten questions, few
# would be thought about.
_LEAST_IDEA = 0.6
_LEAST_UNANSWERED = 0.7


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker holding the floor: utterances without another speaker's turn between them.

    Backchannels and acknowledgements of others do not end a turn (Sacks, Schegloff and Jefferson 1974).
    """

    speaker: str
    start: float
    end: float
    words: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two people speaking at once, and what it was.

    `holder` was speaking, `other` came in; `what` says what the coming-in did; `probability` is how sure that is.
    """

    start: float
    end: float
    holder: str
    other: str
    what: OverlapKind
    probability: float


@dataclass(frozen=True, slots=True)
class Backchannel:
    """A listener's signal that does not take the floor ("uhhuh"; Yngve 1970)."""

    speaker: str
    start: float
    end: float
    text: str
    probability: float


@dataclass(frozen=True, slots=True)
class Interruption:
    """Somebody stopped before they were finished, and somebody else had the floor.

    Attributes:
        at: when the interrupted speaker's last word ended.
        start: when the interrupted stretch began.
        kind: "cut_off" (was speaking, lost the floor), "crowded_out" (tried to get in while `by` was speaking, and gave
            up) or "after_pause" (`by` started within a second after).
        probability: calibrated share of such moments that the corpus annotators called an interruption.
        sure: whether the report states it without "possibly".
        words_lost: the last words that were heard of the unfinished stretch.
        words_by: the words with which the other had or took the floor.
        came_back: seconds until the interrupted speaker next spoke more than a backchannel; None if never.
        say: what an ally could have said, or can still say.
    """

    at: float
    start: float
    interrupted: str
    by: str
    kind: InterruptionKind
    probability: float
    sure: bool
    words_lost: str
    words_by: str
    came_back: float | None
    say: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """An idea put to the meeting ("we could", "why don't we", "what if").

    `probability` is how likely this is a proposal; `unanswered_probability` how likely nobody replied to it;
    `answered_by` and `reply` the first likely reply, empty where there is none.
    """

    speaker: str
    start: float
    end: float
    text: str
    probability: float
    unanswered_probability: float
    answered_by: str
    reply: str
    say: str

    @property
    def seems_unanswered(self) -> bool:
        """Whether it is likely enough to be an idea that got no reply to ask the reader about it."""
        return self.probability >= _LEAST_IDEA and self.unanswered_probability >= _LEAST_UNANSWERED


@dataclass(frozen=True, slots=True)
class Echo:
    """A proposal that was left unanswered and one by somebody else, later, that is much the same, without credit.

    It is a question to the reader and never a finding. `similarity` runs from 0 to 1.
    """

    first: Proposal
    again: Proposal
    similarity: float
    say: str


@dataclass(frozen=True, slots=True)
class Credit:
    """A good moment: somebody named the person whose idea it was ("as Maya said", "building on Sam's point").

    `kind` is "amplification" where the idea itself is taken up or repeated with the name, "credit" otherwise.
    """

    at: float
    by: str
    to: str
    text: str
    kind: Literal["credit", "amplification"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question, whom it was put to ("" where to everyone) and who spoke next ("" where nobody did)."""

    at: float
    by: str
    to: str
    text: str
    answered_by: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """Somebody was asked in by name ("Priya, what do you think?"); `taken_up` where they spoke within 15 seconds."""

    at: float
    by: str
    to: str
    text: str
    taken_up: bool


@dataclass(frozen=True, slots=True)
class SpeakerFloor:
    """One speaker's part of the meeting. Seconds and counts; `share` is of all speaking time, from 0 to 1."""

    speaker: str
    speaking: float
    share: float
    turns: int
    words: int
    longest_turn: float
    first_at: float
    overlapped: float
    backchannels: int
    interrupted: int
    crowded_out: int
    took_floor: int
    proposals: int
    questions: int
    asked: int
    invited: int


@dataclass(frozen=True, slots=True)
class Balance:
    """How evenly speaking time was shared.

    entropy: Shannon entropy of the shares over its greatest value, log of the number of speakers (Pielou 1966): 1 is
        even, 0 is one person only.
    gini: mean absolute difference of the shares over twice their mean (Gini 1912): 0 is even.
    pauses: the number of silences of a second or more between two utterances.
    silence: seconds in which nobody spoke.
    """

    entropy: float
    gini: float
    pauses: int
    silence: float


@dataclass(frozen=True, slots=True)
class Moment:
    """One of the moments that matter most, ready to be read.

    `what` is the kind ("cut_off", "crowded_out", "unanswered", "echo", "never_invited", "amplification", ...);
    `certainty` the words for the probability; `title` one sentence; `quote` what was said; `say` what an ally could
    have said or can still say.
    """

    at: float
    what: str
    people: tuple[str, ...]
    certainty: str
    probability: float
    title: str
    quote: str
    say: str


@dataclass(frozen=True, slots=True)
class LookBack:
    """A meeting looked back on.

    Attributes:
        duration: seconds from the first word to the last.
        overlap_visible: False where the export has one cue at a time, so that overlapping speech was lost.
        limits: sentences on what this file cannot show.
        utterances: (speaker index, start, end) for the picture of the floor.
        moments: the moments that matter most, the most useful first.
    """

    source: str
    format: str
    timing: Timing
    duration: float
    overlap_visible: bool
    repairs: tuple[str, ...]
    limits: tuple[str, ...]
    speakers: tuple[SpeakerFloor, ...]
    utterances: tuple[tuple[int, float, float], ...]
    turns: tuple[Turn, ...]
    long_turns: tuple[Turn, ...]
    overlaps: tuple[Overlap, ...]
    backchannels: tuple[Backchannel, ...]
    interruptions: tuple[Interruption, ...]
    proposals: tuple[Proposal, ...]
    echoes: tuple[Echo, ...]
    credits: tuple[Credit, ...]
    questions: tuple[Question, ...]
    invitations: tuple[Invitation, ...]
    never_invited: tuple[str, ...]
    balance: Balance
    moments: tuple[Moment, ...]
