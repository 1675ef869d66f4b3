"""Credit and amplification: somebody names the colleague whose idea it was."""

import re
from collections.abc import Iterable, Iterator, Sequence

from alongside.engines.meetings._late import late
from alongside.engines.meetings._lookback import Credit
from alongside.engines.meetings._names import Mentioning
from alongside.engines.meetings._units import Units

_FILLER = late(
    r"\b(?:you know|i mean|i think|i guess|sort of|kind of|actually|basically|just|also|however|already|originally|"
    r"kindly|rightly|correctly|earlier|again)\b,? ?"
)
_IDEA = r"(?:idea|suggestion|proposal|insight|observation|solution|point(?!\ (?:of\ view|person|man|guy)))s?\b"
_PRAISE = r"(?:good|great|fair|valid|excellent|interesting|important|nice|lovely|brilliant|strong|useful|helpful|neat)"
_WHOSE = rf"@'s\ (?:(?:{_PRAISE}|earlier|first|last|original|main|other|clever|basic)\ )?{_IDEA}"
_SAID = (
    r"(?:said|says|saying|mentioned|mentions|mentioning|suggested|suggests|suggesting|proposed|proposes|proposing|"
    r"pointed\ out|points\ out|pointing\ out|put\ it|noted|described|describes|describing|explained|showed|shows|"
    r"brought\ up|raised|recommended|getting\ at)\b"
)
_AUXILIARY = r"(?:\ (?:was|is|has|had|been)|'s)*"

# "as Maya said she would call" passes on a plan and no thought; "as Maya told me" was not said in the meeting.
_NO_PLAN = r"(?!,?\ (?:that\ )?(?:he|she|they)\b|\ to\ me\b|\ yes\b|\ no\b)"

# The idea itself is taken up.
_TAKES_UP = late(
    rf"""
      \b(?:build|expand|elaborat|add|follow|piggyback|riff)(?:e|ing)?\ (?:up\ )?(?:on|upon|to|from)
        \ (?:what\ )?@(?!\ to\b)
    | \bagree(?:d|ing)?,?\ (?:completely\ |totally\ |fully\ |entirely\ )?with\ (?:what\ )?@
    | \b(?:i'm|i\ am)\ with\ @\ on\b
    | \b(?:second|echo|support|like|love|(?:back|return|returning)\ to
          |(?:let's|let\ us|we\ should|we\ could)\ (?:do|try|go\ with|take|use))
        \ (?:what\ @{_AUXILIARY}\ {_SAID}|{_WHOSE})
    | @(?:'s|\ is|\ was)\ (?:absolutely\ |quite\ |totally\ |so\ |completely\ |probably\ )?right
        (?!\ (?:there|here|now|on|in|by|behind|next|at|after|before|back|beside|about)\b)\b
    | @(?:\ has|\ had|\ made|\ makes|\ raised|\ raises|'s\ got)\ an?\ (?:very\ |really\ )?(?:{_PRAISE}\ {_IDEA}|point\b)
    | {_WHOSE}\ (?:is|was|sounds|seems)\ (?:a\ )?(?:very\ |really\ )?{_PRAISE}\b
    | \b{_PRAISE}\ (?:{_IDEA}|catch|spot|thought|thinking),?\ @
    """,
    re.VERBOSE,
)
_NAMES_THE_OWNER = late(
    rf"""
      \b(?:what|(?<!\bi\ was\ )(?<!\bi'm\ )(?:as|like))\ @{_AUXILIARY}\ {_SAID}{_NO_PLAN}
    | @{_AUXILIARY}\ (?:suggest(?:ed|ing)|propos(?:ed|ing)|pointed\ out|came\ up\ with|thought\ of|noticed|spotted)
        {_NO_PLAN}\b
    | @{_AUXILIARY}\ (?:brought|bringing|raised|raising)\ (?:this|that|it|the|an?)
        \ (?:\w+\ )?(?:up|point|issue|question|concern|idea)\b
    | @{_AUXILIARY}\ mention(?:ed|ing)\ (?:this|that|before|in\ the|at\ the)\b
    | \bthat\ @{_AUXILIARY}\ mentioned\b
    | @\ (?:had|came\ with)\ (?:this|that|the|an?)\ (?:\w+\ ){{0,2}}{_IDEA}
    | {_WHOSE}
    | \b(?:suggested|proposed|raised|pointed\ out|brought\ up)\ by\ @
    | \b(?:idea|suggestion|point|proposal)\ (?:came\ |comes\ )?from\ @
    | \b(?:credit|kudos|props|hats\ off|shout\ ?out)\ (?:goes\ |go\ )?to\ @
    | \bthanks\ to\ @
    | \bthank(?:s|\ you)?,?\ (?:to\ )?@,?\ for\ (?:\w+ing|(?:that|the)\ (?:idea|suggestion|point))\b
    | \bwell\ (?:said|put|spotted|done),?\ @
    """,
    re.VERBOSE,
)
_DENIED = late(
    r"(?:n't|\bnot|\bnever|\bnobody|\bdisagree|\bknow|\bunderstand|\bremember|\bhear|\bheard|\bcatch|\bmissed|\bforgot|"
    r"\bwonder|\bunless|\bwrong|\bproblem with)\b[^,;]{0,40}$"
)
_ASKED = late(r"(?:\b(?:what|was|is|are|were)|'s) (?:it |that |this )?$")
_REPEATED_IN_WORDS = 6


def find(units: Units, mentions: Iterable[Mentioning], speakers: Sequence[str]) -> tuple[Credit, ...]:
    """Find where a speaker named another speaker of this meeting as the owner of a thought.

    A name that two people share gives credit to nobody, since it is not clear to whom.
    """
    return tuple(
        Credit(
            at=round(float(units.start[mention.unit]), 3),
            by=speakers[by],
            to=speakers[to],
            text=units.texts[mention.unit],
            kind="amplification" if amplifies else "credit",
        )
        for mention in mentions
        for by in [int(units.speaker[mention.unit])]
        for to, amplifies in _credited(mention).items()
        if to != by
    )


def _credited(mention: Mentioning) -> dict[int, bool]:
    """Return who is credited, and whether their idea is taken up or repeated with their name."""
    text = _FILLER.sub("", mention.text)
    credited: dict[int, bool] = {}
    for pattern in (_TAKES_UP, _NAMES_THE_OWNER):
        for match in _undenied(pattern.finditer(text)):
            people = mention.people[text.count("@", 0, match.start() + match.group().index("@"))]
            rest = text[: match.start()].split() + text[match.end() :].split()
            if len(people) == 1:
                amplifies = pattern is _TAKES_UP or len(rest) >= _REPEATED_IN_WORDS
                credited[people[0]] = credited.get(people[0], False) or amplifies
    return credited


def _undenied(matches: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    for match in matches:
        before = match.string[: match.start()]
        asked = match.string.endswith("?") and _ASKED.search(before)
        if not asked and not _DENIED.search(before):
            yield match
