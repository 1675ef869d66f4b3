"""The same idea, brought up again by somebody else, without credit to the first.

An echo is put to the reader as a question, with both quotes. It is looked for only where the first proposal probably
went unanswered, and it is matched by rare words, so that two ideas on one topic are seldom taken for one.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from math import log1p, sqrt
from typing import NamedTuple

from alongside.engines.meetings._lookback import Credit, Echo, Proposal
from alongside.engines.meetings._units import Units

SOONEST = 40.0
"""Seconds. What comes back sooner is still the same conversation about the idea: of three such pairs in 60 hours of
meetings none was an echo by eye."""

# Set so that most of what is found in 60 hours of meetings is plausible by eye: docs/measures/ideas.md, "Echoes".
_LEAST_UNANSWERED = 0.5
_LEAST_SIMILARITY = 0.42
_LEAST_SHARED = 2
_LEAST_RARITY = 0.7
_CREDIT_WITHIN = 20.0

# Of each stem, so many of the latest proposals are compared, which keeps the work in proportion to the meeting.
_RECENT = 12

_PLAIN = frozenset(
    """
    a about actually after again all also always am an and another any anybody anyone anything are aren't around as
    at away back be because been before being better but by came can can't come could couldn't cuz did didn't do
    does doesn't doing don't done each either else even ever every everybody everyone everything first for from get
    gets getting give go goes going gonna good got gotta great had has have haven't having he he'd he'll he's her
    here here's hey him his how i i'd i'll i'm i've idea if in into is isn't it it'd it'll it's its just kind know
    last least let let's like little look lot make makes making many may maybe me mean might more most much must my
    need needs never next no not nothing now of off oh ok okay on once one ones only or other our out over own part
    people perhaps probably put quite rather really right said same say saying see seem seems she she's should
    shouldn't so some somebody somehow someone something sometimes sort start still stuff such suppose sure take
    than thank thanks that that'd that'll that's the their them then there there'd there's these they they'd they'll
    they're they've thing things think thinking this those though thought through time to too try trying two uh
    uh-huh um up us use used using very wanna want wanted was wasn't way we we'd we'll we're we've well were weren't
    what what's whatever when where which while who who's whole why will with without won't would wouldn't yeah yep
    yes yet you you'd you'll you're you've your
    """.split(),
)
_ENDINGS = (
    "ingly",
    "ation",
    "ments",
    "ment",
    "ings",
    "ies",
    "ing",
    "ers",
    "est",
    "ed",
    "er",
    "es",
    "ly",
    "s",
    "e",
    "y",
)
_SHORTEST_STEM = 3
_PUNCTUATION = '.,;:!?…"“”()[]'


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """Strip common English endings, so that "reminders" and "reminding" meet; a light form of Porter (1980)."""
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] == word[-2] else word


class _Idea(NamedTuple):
    """A proposal and its telling stems, each weighed by how rare it is in the meeting: 1 where it is said once."""

    proposal: Proposal
    weights: Mapping[str, float]
    norm: float


def find_echoes(proposals: Sequence[Proposal], units: Units, credit: Iterable[Credit]) -> tuple[Echo, ...]:
    """Find unanswered proposals that somebody else made again later: each once, with what is most like it."""
    given = [(one.at, one.by, one.to) for one in credit]
    pairs = sorted(_pairs(_weighed(proposals, units)), key=lambda echo: (-echo.similarity, echo.again.start))
    found: list[Echo] = []
    used: set[tuple[str, float]] = set()
    for echo in pairs:
        both = {(echo.first.speaker, echo.first.start), (echo.again.speaker, echo.again.start)}
        if not used & both and not _is_credited(echo, given):
            used |= both
            found.append(echo)
    return tuple(sorted(found, key=lambda echo: (echo.again.start, echo.first.start)))


def _weighed(proposals: Sequence[Proposal], units: Units) -> list[_Idea]:
    said = units.spoken.counts()
    most = log1p(len(units))
    telling = [_telling(proposal.text) for proposal in proposals]
    spoken: Counter[str] = Counter()
    for word in set(chain.from_iterable(telling)):
        spoken[stem(word)] += said.get(word, 0)
    ideas = []
    for proposal, words in zip(proposals, telling, strict=True):
        weights = {
            root: log1p(len(units) / max(1, spoken[root])) / most for root in sorted({stem(word) for word in words})
        }
        ideas.append(_Idea(proposal, weights, sqrt(sum(weight * weight for weight in weights.values()))))
    return ideas


def _telling(text: str) -> set[str]:
    words = {word.strip(_PUNCTUATION) for word in text.lower().replace("’", "'").split()}
    return {word for word in words - _PLAIN if len(word) >= _SHORTEST_STEM}


def _pairs(ideas: Sequence[_Idea]) -> Iterator[Echo]:
    """Pairs by two speakers that are alike enough; the earlier went unanswered."""
    recent: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_RECENT))
    for number, again in enumerate(ideas):
        shared = Counter(chain.from_iterable(recent[root] for root in again.weights if root in recent))
        for first in (ideas[place] for place, count in sorted(shared.items()) if count >= _LEAST_SHARED):
            if again.proposal.speaker == first.proposal.speaker or again.proposal.start - first.proposal.end < SOONEST:
                continue
            similarity = _similarity(first, again)
            if similarity >= _LEAST_SIMILARITY:
                yield Echo(first.proposal, again.proposal, round(similarity, 4), "")
        if again.proposal.unanswered_probability >= _LEAST_UNANSWERED:
            for root in again.weights:
                recent[root].append(number)


def _similarity(first: _Idea, again: _Idea) -> float:
    """The cosine of the weighed stems; 0 where those they share are mostly such as the whole meeting is about."""
    shared = sorted(first.weights.keys() & again.weights.keys())
    if sum(first.weights[root] for root in shared) < _LEAST_RARITY * len(shared):
        return 0.0
    return sum(first.weights[root] ** 2 for root in shared) / (first.norm * again.norm)


def _is_credited(echo: Echo, given: Iterable[tuple[float, str, str]]) -> bool:
    since, until = echo.again.start - _CREDIT_WITHIN, echo.again.end + _CREDIT_WITHIN
    return any(by == echo.again.speaker and to == echo.first.speaker and since <= at <= until for at, by, to in given)
