"""Each speaker's part of the meeting, counted."""

from collections import Counter
from collections.abc import Sequence

from alongside.engines.meetings._floor import Floor
from alongside.engines.meetings._lookback import SpeakerFloor
from alongside.engines.meetings._seen import Seen


def tally(speakers: Sequence[str], floor: Floor, seen: Seen) -> tuple[SpeakerFloor, ...]:
    """Count what each speaker said, and what happened to them; `interrupted` leaves out `crowded_out`."""
    turns = Counter(turn.speaker for turn in floor.turns)
    backchannels = Counter(signal.speaker for signal in seen.backchannels)
    crowded_out = Counter(moment.interrupted for moment in seen.interruptions if moment.kind == "crowded_out")
    interrupted = Counter(moment.interrupted for moment in seen.interruptions if moment.kind != "crowded_out")
    took_floor = Counter(moment.by for moment in seen.interruptions)
    proposals = Counter(proposal.speaker for proposal in seen.proposals)
    questions = Counter(question.by for question in seen.by_name.questions)
    asked = Counter(question.to for question in seen.by_name.questions)
    invited = Counter(invitation.to for invitation in seen.by_name.invitations)
    longest: dict[str, float] = {}
    for turn in floor.turns:
        longest[turn.speaker] = max(longest.get(turn.speaker, 0.0), turn.end - turn.start)
    return tuple(
        SpeakerFloor(
            speaker=name,
            speaking=round(float(floor.speaking[index]), 3),
            share=round(float(floor.share[index]), 4),
            turns=turns[name],
            words=int(floor.words[index]),
            longest_turn=round(longest.get(name, 0.0), 3),
            first_at=round(float(floor.first_at[index]), 3),
            overlapped=round(float(floor.overlapped[index]), 3),
            backchannels=backchannels[name],
            interrupted=interrupted[name],
            crowded_out=crowded_out[name],
            took_floor=took_floor[name],
            proposals=proposals[name],
            questions=questions[name],
            asked=asked[name],
            invited=invited[name],
        )
        for index, name in enumerate(speakers)
    )
