"""The moments that matter most, and the words for each."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache, partial
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from alongside.engines.meetings import _sentences
from alongside.engines.meetings._lookback import (
    Credit,
    Echo,
    Interruption,
    Invitation,
    Moment,
    Proposal,
    SpeakerFloor,
)
from alongside.engines.meetings._seen import Seen

_Told = TypeVar("_Told", Interruption, Proposal)

MOST = 3
"""How many moments a reader is shown first: few enough to act on."""

# Below this, a moment is as likely to be nothing, and is left to the full list.
_LEAST_INTERRUPTION = 0.5

_ALMOST_CERTAIN = 0.9
_QUESTION = "a question for you"
# Of what was found in 60 hours of real meetings, 67 of 72 credits and 31 of 32 invitations were right when read by eye.
_NAMED_PRECISION = 0.9

# A stop after a word or two, or by a word or two, gives an ally little to bring back.
_WORDS_OF_SUBSTANCE = 8
_SOON_BACK = 10.0
_LESS_IF_BACK = 0.6
# What is only possible is no good first thing to read where there is something sure.
_LESS_IF_UNSURE = 0.75
# In the first minute people arrive and chat: little of what stops there was meant for the meeting.
_ARRIVING = 60.0
_LESS_IF_ARRIVING = 0.6

_GOOD = frozenset({"amplification", "credit", "invitation"})
# How much there is to gain by speaking up or by doing it again, at the same probability. Who tried to get in and failed
# is the least noticed in the room, and so comes first; an idea needs the reader's own judgement.
_WORTH = {
    "crowded_out": 1.05,
    "cut_off": 1.0,
    "after_pause": 0.8,
    "echo": 1.0,
    "unanswered": 0.9,
    "never_invited": 0.5,
    "amplification": 1.0,
    "credit": 0.9,
    "invitation": 0.8,
}
# A second moment of a kind tells less than the first; there is no third.
_AGAIN = 0.6
_MOST_OF_A_KIND = 2
_LITTLE_OF_AN_EVEN_SHARE = 0.5


class _Candidate(NamedTuple):
    """A moment that may be chosen, by what it is worth to the reader; `tell` puts it into words, if it is chosen."""

    at: float
    what: str
    people: tuple[str, ...]
    worth: float
    tell: Callable[[], Moment]

    @classmethod
    def of(cls, moment: Moment) -> "_Candidate":
        return cls(moment.at, moment.what, moment.people, _WORTH[moment.what] * moment.probability, lambda: moment)


class Wording:
    """Puts into words the moments of one meeting, in which people are called by `short` names."""

    def __init__(self, short: Mapping[str, str]) -> None:
        self._short = short

    def of(self, seen: Seen) -> Seen:
        """Add to interruptions, proposals and echoes what an ally could have said, or can still say."""
        proposals = {
            idea: _saying(idea, _sentences.say("unanswered", number, sure=True, words=self._words_of(idea)))
            for number, idea in enumerate(seen.proposals)
        }
        echoes = (
            replace(
                echo,
                first=proposals[echo.first],
                again=proposals[echo.again],
                say=_sentences.say("echo", number, sure=True, words=self._words_of(echo.first, echo.again)),
            )
            for number, echo in enumerate(seen.echoes)
        )
        return seen._replace(
            interruptions=tuple(self._worded_interruptions(seen.interruptions)),
            proposals=tuple(proposals[idea] for idea in seen.proposals),
            echoes=tuple(echoes),
        )

    def _worded_interruptions(self, moments: Iterable[Interruption]) -> Iterator[Interruption]:
        number = Counter[str]()
        for moment in moments:
            words = self._words(moment.interrupted, moment.by, quote=_sentences.last_words(moment.words_lost))
            said = _sentences.say(moment.kind, number[moment.kind], sure=moment.sure, words=words)
            number[moment.kind] += 1
            yield _saying(moment, said)

    def choose(self, seen: Seen, speakers: Sequence[SpeakerFloor]) -> tuple[Moment, ...]:
        """Choose the moments that matter most: at most `MOST`, no three of a kind, a good one where there is one."""
        found = sorted(self._candidates(seen, speakers), key=lambda one: (one.at, one.what, one.people))
        good = [one for one in found if one.what in _GOOD]
        lost = _varied([one for one in found if one.what not in _GOOD], MOST - 1 if good else MOST)
        return tuple(one.tell() for one in (*lost, *_varied(good, MOST - len(lost))))

    def _candidates(self, seen: Seen, speakers: Sequence[SpeakerFloor]) -> Iterator["_Candidate"]:
        for stop in seen.interruptions:
            if stop.probability >= _LEAST_INTERRUPTION:
                worth = _WORTH[stop.kind] * stop.probability * _substance(stop)
                people = (stop.interrupted, stop.by)
                yield _Candidate(stop.at, stop.kind, people, worth, partial(self._interruption, stop))
        told = [self._echo(echo) for echo in seen.echoes]
        echoed = {echo.first for echo in seen.echoes}
        told += [self._unanswered(idea) for idea in seen.proposals if idea.seems_unanswered and idea not in echoed]
        told += [self._good(credit.kind, number, credit) for number, credit in enumerate(seen.by_name.credits)]
        taken_up = (invitation for invitation in seen.by_name.invitations if invitation.taken_up)
        told += [self._good("invitation", number, invitation) for number, invitation in enumerate(taken_up)]
        told += map(self._never_invited, _quietest(speakers, seen.by_name.never_invited))
        yield from map(_Candidate.of, told)

    def _interruption(self, moment: Interruption) -> Moment:
        words = self._words(moment.interrupted, moment.by)
        return Moment(
            at=moment.at,
            what=moment.kind,
            people=(moment.interrupted, moment.by),
            certainty=certainty(moment.probability, sure=moment.sure),
            probability=moment.probability,
            title=_sentences.title(moment.kind, sure=moment.sure, words=words),
            quote=moment.words_lost,
            say=moment.say,
        )

    def _unanswered(self, idea: Proposal) -> Moment:
        probability = idea.probability * idea.unanswered_probability
        return Moment(
            at=idea.start,
            what="unanswered",
            people=(idea.speaker,),
            certainty=_QUESTION,
            probability=probability,
            title=_sentences.title("unanswered", sure=False, words=self._words_of(idea)),
            quote=idea.text,
            say=idea.say,
        )

    def _echo(self, echo: Echo) -> Moment:
        return Moment(
            at=echo.again.start,
            what="echo",
            people=(echo.first.speaker, echo.again.speaker),
            certainty=_QUESTION,
            probability=echo.similarity,
            title=_sentences.title("echo", sure=False, words=self._words_of(echo.first, echo.again)),
            quote=f"{echo.first.text} / {echo.again.text}",
            say=echo.say,
        )

    def _good(self, kind: str, number: int, moment: Credit | Invitation) -> Moment:
        words = self._words(moment.to, moment.by)
        return Moment(
            at=moment.at,
            what=kind,
            people=(moment.to, moment.by),
            certainty=certainty(_NAMED_PRECISION, sure=True),
            probability=_NAMED_PRECISION,
            title=_sentences.title(kind, sure=True, words=words),
            quote=moment.text,
            say=_sentences.say(kind, number, sure=True, words=words),
        )

    def _never_invited(self, floor: SpeakerFloor) -> Moment:
        words = self._words(floor.speaker)
        return Moment(
            at=floor.first_at,
            what="never_invited",
            people=(floor.speaker,),
            certainty=certainty(_NAMED_PRECISION, sure=True),
            probability=_NAMED_PRECISION,
            title=_sentences.title("never_invited", sure=True, words=words),
            quote="",
            say=_sentences.say("never_invited", 0, sure=True, words=words),
        )

    def _words_of(self, idea: Proposal, again: Proposal | None = None) -> dict[str, str]:
        return {**self._words(idea.speaker, again.speaker if again else ""), "time": clock(idea.start)}

    def _words(self, person: str, other: str = "", *, quote: str = "") -> dict[str, str]:
        return {"person": self._short[person], "other": self._short.get(other, ""), "quote": quote}


def _saying(moment: _Told, say: str) -> _Told:
    """The moment with what could be said. There are many, and `replace` would take three times as long."""
    kind: Any = type(moment)
    told: _Told = kind(*_unsaid(kind)(moment), say=say)
    return told


@cache
def _unsaid(kind: Any) -> Callable[[object], tuple[Any, ...]]:
    return attrgetter(*(field.name for field in fields(kind) if field.name != "say"))


def certainty(probability: float, *, sure: bool) -> str:
    """Put a probability into words."""
    if not sure:
        return "possible"
    return "almost certain" if probability >= _ALMOST_CERTAIN else "likely"


def clock(seconds: float) -> str:
    """Write a time in the meeting as people read it from a recording: 12:40, or 1:02:40."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def _quietest(speakers: Sequence[SpeakerFloor], never_invited: Sequence[str]) -> Sequence[SpeakerFloor]:
    """Return the one nobody asked in who spoke least, where that is under half of an even share.

    Where nobody at all was asked by name, the names people use may not be those in the file: then it tells nothing.
    """
    if len(speakers) < 3 or all(floor.speaker in never_invited for floor in speakers):
        return ()
    quiet = [
        floor
        for floor in speakers
        if floor.speaker in never_invited and floor.share * len(speakers) < _LITTLE_OF_AN_EVEN_SHARE
    ]
    return sorted(quiet, key=lambda floor: (floor.speaking, floor.first_at))[:1]


def _substance(moment: Interruption) -> float:
    """How much was lost, as far as we are sure of it.

    More with more words on both sides, and most where the person did not come back to it.
    """
    lost, taken = (min(_whole_words(said), _WORDS_OF_SUBSTANCE) for said in (moment.words_lost, moment.words_by))
    came_back = moment.came_back is not None and moment.came_back < _SOON_BACK
    share = (2 * lost + taken) / (3 * _WORDS_OF_SUBSTANCE)
    share *= _LESS_IF_BACK if came_back else 1.0
    share *= _LESS_IF_ARRIVING if moment.at < _ARRIVING else 1.0
    return share * (1.0 if moment.sure else _LESS_IF_UNSURE)


def _whole_words(said: str) -> int:
    """How many different words were said to their end."""
    words = {word.strip(".,?…") for word in said.lower().split()}
    words.discard("")
    return len(words) - sum(word[-1] == "-" for word in words) if "-" in said else len(words)


def _varied(candidates: Sequence["_Candidate"], most: int) -> list["_Candidate"]:
    """Pick the most useful moments one by one; a second of one kind counts for less, and a third is not picked."""
    left = list(candidates)
    picked: list[_Candidate] = []
    kinds = Counter[str]()
    while left and len(picked) < most:
        best = max(left, key=lambda one: one.worth * _AGAIN ** kinds[one.what])
        kinds[best.what] += 1
        picked.append(best)
        left = [one for one in left if one is not best and kinds[one.what] < _MOST_OF_A_KIND]
    return picked
