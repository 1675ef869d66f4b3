"""People without a name in the directory, groups and several things, which a pronoun may also mean."""

from collections.abc import Sequence

from alongside.engines.writing._people._mentions import Mention
from alongside.engines.writing._people._tokens import Token
from alongside.engines.writing._people._words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    GROUPS,
    JOB_WORDS,
    MONTHS_AND_DAYS,
    NOT_PLURAL,
    PARENTS,
    PREPOSITIONS,
    SOMEBODY,
    THINGS_OF_SOMEBODY,
)


def names_somebody(tokens: list[Token], first: int, end: int, own: Sequence[Mention]) -> bool:
    """Whether a stretch of a sentence speaks of a person by a noun who is not one of `own`: "the client"."""
    named = {place for mention in own for place in range(mention.first, mention.last + 1)}
    for place in range(first, end):
        if place in named or not _is_somebody(tokens, place):
            continue
        if not any(is_said_of(tokens, place, mention) for mention in own):
            return True
    return False


def _is_somebody(tokens: list[Token], place: int) -> bool:
    """Whether a noun speaks of one certain person: not "can anyone", "better than anyone", "the kind of person"."""
    word, before = tokens[place].low, tokens[place - 1].low if place else ""
    if word in _DESKS:
        return before in _CALLED
    if word not in SOMEBODY or not tokens[place].is_word or before == "than":
        return False
    if before in _ASKING and word in {"someone", "somebody", "anyone", "anybody"}:
        return False
    if before == "of" and place > 1 and tokens[place - 2].low in {"kind", "sort", "type"}:
        return False
    return not _is_of_thing(tokens, place)


_ASKING = frozenset("can could will would should does did has is".split())
_DESKS = frozenset("support helpdesk reception security hr payroll".split())
_CALLED = frozenset("called rang phoned asked emailed contacted messaged told".split())
_VERBS_TOO = frozenset("lead chair head host coach guard cook guide hire".split())
_BEFORE_VERBS = frozenset("to will can would could should they we i you".split())


def _is_of_thing(tokens: list[Token], place: int) -> bool:
    """Whether the noun only says of what kind a thing is: "customer data"; or is a verb: "to lead"."""
    token, after = tokens[place], tokens[place + 1] if place + 1 < len(tokens) else None
    if after is None or token.clitic:
        return False
    if after.low in THINGS_OF_SOMEBODY or after.text == "-":
        return True
    return token.low in _VERBS_TOO and place > 0 and tokens[place - 1].low in _BEFORE_VERBS


def is_said_of(tokens: list[Token], place: int, mention: Mention) -> bool:
    """Whether a noun says what the mentioned person is: "Omar is our designer", "Omar, a designer", "designer Omar"."""
    if place < mention.first:
        between = tokens[place + 1 : mention.first]
        leading = SOMEBODY | BE | {",", ":", "*", "_", ".", "mr", "ms", "mx", "mrs", "dr", "@"}
        return len(between) <= 3 and all(token.low in leading for token in between)
    if place <= mention.last or mention.is_possessive or tokens[place].low in PARENTS:
        return False
    between = tokens[mention.last + 1 : place]
    if not between:
        return tokens[mention.last].clitic == "" and tokens[place].low in {"lead", "head"}
    words = [token.low for token in between]
    return _becomes(words) or (_stays_with(between, words) and (bool(tokens[mention.last].clitic) or _links(words)))


def _stays_with(between: list[Token], words: list[str]) -> bool:
    """Whether no word between brings in something or somebody else."""
    stops = (PREPOSITIONS | CONJUNCTIONS | {";", ":", "."}) - {"as"}
    return len(between) <= 8 and not any(word in stops for word in words) and not _is_acting(between)


def _becomes(words: list[str]) -> bool:
    """Whether words after a name lead to what the person works as: "joined in May as a", "was promoted to"."""
    while words and words[-1] in DETERMINERS | JOB_WORDS | {"new", "lead", "head", "executive", "managing", "first"}:
        words = words[:-1]
    if not words or words[-1] == "as":
        return bool(words)
    named = {"promoted", "appointed", "named", "elected", "hired", "made", "chosen", "nominated"}
    if words[-2:] in (["role", "of"], ["position", "of"], ["post", "of"], ["promoted", "to"]):
        return True
    return words[-1] in named and words[-2:-1] in (["been"], ["was"], ["is"])


def _links(words: list[str]) -> bool:
    """Whether words after a name say that what follows is the same person: "is", "will be", "joins us as", a comma."""
    if words[0] in {",", "(", "–", "—", "-"}:
        begins = len(words) == 1 or words[1] in DETERMINERS | JOB_WORDS | SOMEBODY
        return begins and not any(word in AUXILIARIES for word in words)
    rest = list(words)
    while rest and rest[0] in (AUXILIARIES - BE) | ADVERBS:
        rest.pop(0)
    return bool(rest) and (rest[0] in BE | {"became", "becomes", "become"} or "as" in words[:4])


def _is_acting(between: list[Token]) -> bool:
    """Whether somebody does something to the person of the noun: "is helping the client"."""
    return any(token.low.endswith("ing") and len(token.low) > 5 for token in between[:3])


def speaks_of_several(tokens: list[Token], end: int, mentions: Sequence[Mention]) -> bool:
    """Whether, before a place in a sentence, there are several people or things, or a group, that "they" may mean."""
    named = {place for mention in mentions for place in range(mention.first, mention.last + 1)}
    if any(not mention.people and mention.last < end for mention in mentions):
        return True
    if len({mention.people for mention in mentions if mention.last < end and mention.part == "spoken of"}) > 1:
        return True
    return any(_is_several(tokens, place) for place in range(end) if place not in named)


def _is_several(tokens: list[Token], place: int) -> bool:
    token = tokens[place]
    if not token.is_word:
        return token.text == "\x1a"
    if token.low in GROUPS or (token.is_capital and place and token.low not in MONTHS_AND_DAYS | {"i"}):
        return token.low != "it" or token.text == "IT"
    if not token.low.endswith("s") or token.low.endswith(("ss", "us", "is")) or token.low in NOT_PLURAL | AUXILIARIES:
        return False
    before = tokens[place - 1] if place else None
    is_verb = (
        before is None
        or before.low in {"who", "and", "also", "often", "always", "she", "he", "it"}
        or before.is_capital
    )
    return not is_verb or (before is not None and before.low in DETERMINERS)
