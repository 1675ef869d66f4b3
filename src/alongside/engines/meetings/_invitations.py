"""Invitations: a colleague is asked by name to speak, and whether they then did."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._calls import Call
from alongside.engines.meetings._late import late
from alongside.engines.meetings._lookback import Invitation
from alongside.engines.meetings._names import Mentioning
from alongside.engines.meetings._units import Units

TAKEN_UP_WITHIN = 15.0
"""Seconds from the end of the invitation in which the one invited begins to speak."""

_SPEAK = r"(?:say|add|ask|mention|talk|speak|comment|share|raise|respond|answer|(?:come|get|jump|chime|weigh)\ in)"
_INVITES_WHO_IS_CALLED = late(
    rf"""
      \bwhat\ (?:do|did|would)\ you\ (?:think|reckon|make\ of|say|feel|suggest)\b
    | \bwhat(?:'s|\ is|\ are|'re)\ your\ (?:\w+\ )?(?:view|take|thought|opinion|sense|feeling|experience|reaction)
    | \b(?:what|how)\ about\ you(?!\ \w)
    | \bhow\ do(?:es)?\ (?:you|that|this|it)\ (?:feel|see|sound|look|strike)\b
    | \bany(?:thing)?\ (?:other\ |more\ )?(?:thoughts?|comments?|ideas?|questions?|concerns?|views?|to\ add|else)\b
    | \byour\ (?:thoughts|view|opinion|turn)\b
    | \b(?:want|would\ you\ like|care|wish)\ to\ (?:go|start|{_SPEAK}|tell\ us|explain|finish|continue)\b
    | \bwhy\ don't\ you\ (?:go|start|begin|bring|tell\ us|take\ us|explain|finish|continue|{_SPEAK})\b
    | \b(?:why\ don't\ we|let's|shall\ we|can\ we|could\ we)\ (?:start|begin|go|hear)\ (?:with|from|to)\ you(?:rs)?\b
    | \byou\ tell\ us\b
    | \b(?:can|could|would|will)\ you\ (?:please\ )?
        (?:(?:tell|walk|take|give)\ us|explain|describe|start|finish|{_SPEAK})\b(?!\ (?:into|louder|up|to|with)\b)
    | \bdo\ you\ (?:agree|see\ it)\b
    | \bdo\ you\ have\ (?:any|some|a|other|more)(?:thing)?\ (?:thought|view|question|idea|comment|more|else|to\ add)
    | \byou\ (?:(?:had|have|just|also)\ )?(?:wanted|were\ going|were\ about|started|were\ trying)\ to\ {_SPEAK}\b
    | \byou(?:'ve|\ have|'re|\ are|\ were)(?:\ been|\ being)?\ (?:\w+\ )?quiet\b
    | \byou(?:\ have|'ve)(?:\ got|\ had)?\ your\ hand\b
    | \bgo\ (?:ahead|on)\b(?!\ and\ (?!finish|say|tell)|\ of\b|\ with\b|\ to\b)
    | \b(?:carry\ on|please\ (?:continue|finish|say|speak)|over\ to\ you|you're\ up|floor\ is\ yours)\b
    | \b(?:you\ first|after\ you)\b
    | \b(?:come|jump|chime|weigh)\ in\b | \byou\ were\ saying\b | \bfinish\ (?:your|what\ you)\b
    | \b(?:heard|hear)\ (?:more\ )?from\ you\b | \b(?:like|love)\ to\ hear\ (?:what\ you|your|the\ rest)
    """,
    re.VERBOSE,
)
_INVITES_WHO_IS_NAMED = late(
    rf"""
      \b(?:like|love|want|good|great|nice|interest(?:ed|ing)|curious|keen|useful|helpful)\ to\ (?:hear|know|see)
        \ (?:more\ )?(?:from|what|how|whether|if)\ @
    | \b(?:let's|let\ us|(?:can|could|may|shall|should)\ we|we\ (?:should|could))\ (?:also\ )?
        (?:hear|go|turn|come|move|start|begin)\ (?:back\ )?(?:over\ )?(?:from|to|with)\ @(?!'s)
    | \b(?:curious|wonder(?:ing)?|interested|know)\ (?:in\ )?(?:what|how|whether|if)\ @\ (?:think|see|feel|make)s?\b
    | \blet\ @\ (?:finish|explain|go\ (?:first|next|ahead|on)|{_SPEAK})\b
    | @(?:'s)?(?:\ (?:also|has|had|have|been|was|just))*
        \ (?:want(?:ed|s|ing)|trying|about|going|started|would\ like|waiting)\ to
        \ (?:say\ something|add|ask|comment|come\ in|get\ in|speak|raise)\b
    | @(?:'s\ got|'s|\ has|\ had)\ (?:got\ )?(?:his|her|their|a)\ hand\b
    | \b(?:over|hand)\ to\ @ | \b(?:haven't|not)\ heard\ (?:much\ )?from\ @
    | @\ hasn't\ (?:had\ a\ (?:chance|turn)|spoken|said)\b
    | \bgive\ @\ (?:a\ chance|the\ floor|a\ moment|some\ (?:space|room|time)|room|space|a\ go)\b
    """,
    re.VERBOSE,
)
_UNWANTED = late(r"\b(?:don't|do not|didn't|not going to|won't|never) (?:let|give|hear|go|want)\b")


def find(
    units: Units,
    calls: Iterable[Call],
    mentions: Iterable[Mentioning],
    listening: NDArray[np.bool_],
    speakers: Sequence[str],
) -> tuple[Invitation, ...]:
    """Find who was asked in by name; `listening` marks the units that are only a listener's signal.

    Where a name is shared by two people, the invitation is to the one who takes it up, and is left out if neither does.
    """
    invited = {(call.unit, call.people) for call in calls if _INVITES_WHO_IS_CALLED.search(call.text)}
    for mention in mentions:
        named = _INVITES_WHO_IS_NAMED.search(mention.text)
        if named and not _UNWANTED.search(mention.text):
            at = mention.text.count("@", 0, named.start() + named.group().index("@"))
            invited.add((mention.unit, mention.people[at]))
    invitations = []
    for unit, people in sorted(invited):
        speaks = _who_speaks(unit, people, units, listening)
        to = speaks if speaks is not None else people[0] if len(people) == 1 else None
        if to is None or to == units.speaker[unit]:
            continue
        invitations.append(
            Invitation(
                at=round(float(units.start[unit]), 3),
                by=speakers[units.speaker[unit]],
                to=speakers[to],
                text=units.texts[unit],
                taken_up=speaks is not None,
            )
        )
    return tuple(invitations)


def _who_speaks(unit: int, people: Sequence[int], units: Units, listening: NDArray[np.bool_]) -> int | None:
    """Return which of the people is the first to speak, more than a listener's signal, after or into the unit's end."""
    end = units.end[unit]
    for at in range(unit + 1, len(units)):
        if units.start[at] > end + TAKEN_UP_WITHIN:
            break
        if units.end[at] > end and not listening[at] and units.speaker[at] in people:
            return int(units.speaker[at])
    return None
