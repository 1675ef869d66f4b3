"""In which part a name stands: spoken of, called ("Hi Omar"), speaking ("Omar: ...") or signing."""

from typing import Literal

from alongside.engines.writing._people._ordinary import is_ordinary
from alongside.engines.writing._people._scene import Sentence
from alongside.engines.writing._people._tokens import Token
from alongside.engines.writing._people._words import OPENINGS, SOMEBODY, TITLES

Part = Literal["spoken of", "called", "speaking", "signing"]

_POLITE = OPENINGS | set("good well you so much many happy very and again , ! @ *".split())
_BEFORE_CALLS = frozenset("and so ok okay yes no but sure right well".split())


def begins(sentence: Sentence, place: int) -> bool:
    """Whether only signs stand before a token in its sentence."""
    return not any(token.is_word for token in sentence.tokens[sentence.label : place])


def part_of(sentence: Sentence, first: int, last: int) -> Part:
    """In which part a name stands that reaches from one token to another."""
    if first < sentence.label or sentence.role == "header":
        return "speaking"
    if sentence.role == "sign-off":
        return "signing"
    return "called" if _is_called(sentence, first, last) else "spoken of"


def _is_called(sentence: Sentence, first: int, last: int) -> bool:
    """Whether somebody is spoken to by this name: "Hi Omar", "Good point, Alex."."""
    tokens = sentence.tokens
    before = _before_name(tokens, first)
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if tokens[last].clitic:
        return False
    if (
        before is not None
        and before.low in (OPENINGS | {"you", "again", "much"}) - {"welcome"}
        and _begins_with_opening(sentence, first)
    ):
        return True
    if _begins_with(sentence, first, {"cc", "fyi", "bcc"}):
        return True
    if _begins_with(sentence, first, {"welcome"}):
        return False
    if before is not None and before.text == "," and (after is None or after.text in {".", "!", "?"}):
        return not _is_in_apposition_or_list(tokens, first)
    return _starts_and_is_addressed(sentence, first, last)


def _before_name(tokens: list[Token], first: int) -> Token | None:
    place = first - 1
    while place >= 0 and (tokens[place].text in {"@", "*", "_", "."} or tokens[place].low in TITLES):
        place -= 1
    return tokens[place] if place >= 0 else None


def _begins_with_opening(sentence: Sentence, first: int) -> bool:
    """Whether all words before a name in its sentence greet or thank: "Hi Omar", "Thank you so much, Omar"."""
    stops = [place + 1 for place in range(sentence.label, first) if sentence.tokens[place].text in {":", "“", '"'}]
    words_before = sentence.tokens[max([sentence.label, *stops]) : first]
    words = [token.low for token in words_before if token.low not in TITLES | {"."}]
    return bool(words) and all(word in _POLITE for word in words)


def _begins_with(sentence: Sentence, first: int, openers: set[str]) -> bool:
    """Whether a sentence begins with one of some words, with hardly a word between it and the name."""
    words = [token.low for token in sentence.tokens[sentence.label : first] if token.is_word]
    return bool(words) and words[0] in openers and len(words) <= 3


def _is_in_apposition_or_list(tokens: list[Token], first: int) -> bool:
    """Whether the comma before a name sets it beside a role or another name, not apart as somebody called."""
    before = tokens[first - 2] if first >= 2 else None
    return before is not None and (before.low in SOMEBODY or (before.is_capital and not is_ordinary(before.low)))


_ADDRESSING = frozenset(
    "can could would will please did do does are have you your thanks thank what when where "
    "how why let i we if any sorry good great see no yes just don't is it's".split()
)


def _starts_and_is_addressed(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the sentence begins with the name of who is asked: "Omar, can you", "@omar please"."""
    tokens = sentence.tokens
    stops = [place + 1 for place in range(sentence.label, first) if tokens[place].text in {".", "!", "?"}]
    words_before = [token.low for token in tokens[max([sentence.label, *stops]) : first] if token.is_word]
    if words_before and not (len(words_before) == 1 and words_before[0] in _BEFORE_CALLS):
        return False
    is_handle = first > 0 and tokens[first - 1].text == "@"
    after = last + 1
    if after >= len(tokens):
        return is_handle
    if tokens[after].text not in {",", "–", "—", "-", ":", "?", "!"}:
        return is_handle and tokens[after].low in _ADDRESSING - {"is", "have"}
    following = tokens[after + 1].low if after + 1 < len(tokens) else ""
    return following in _ADDRESSING or not following
