"""Where a sentence uses a pronoun, and in which case. Words that are only mentioned, and pairs, are no uses."""

from collections.abc import Iterator
from dataclasses import dataclass

from alongside.engines.writing._people._pronouns import SEEN, Case
from alongside.engines.writing._people._scene import Sentence
from alongside.engines.writing._people._tokens import Token
from alongside.engines.writing._people._words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SOMEBODY,
    SUBJECTS,
)


@dataclass(frozen=True, slots=True)
class Use:
    """One pronoun that stands for somebody."""

    place: int
    """Of its token in the sentence."""
    word: str
    """In lower case, without what is contracted with it."""
    case: Case

    @property
    def is_they(self) -> bool:
        """Whether it may also mean several people."""
        return self.word.startswith(("they", "them", "their"))


_WORDS_FOR_WORDS = frozenset("pronoun pronouns word words".split())
_ABOUT_WORDS = frozenset("says uses use using prefers prefer write wrote writes say".split())


def uses(sentence: Sentence) -> list[Use]:
    """Return the pronouns that a sentence uses, in order."""
    return list(_uses(sentence))


def _uses(sentence: Sentence) -> Iterator[Use]:
    for place, token in enumerate(sentence.tokens):
        cases = SEEN.get(token.low) if token.is_word else None
        if cases and place >= sentence.label and _is_used(sentence, place, token):
            yield Use(place, token.low, _case(sentence.tokens, place, cases))


def _is_used(sentence: Sentence, place: int, token: Token) -> bool:
    tokens = sentence.tokens
    if sentence.is_quoted(token) or not token.is_loose or sentence.role in {"header", "sign-off"}:
        return False
    if _at(tokens, place + 1) == "who":
        return False
    if token.text.isupper() and len(token.text) > 1 and not _all_capitals(tokens):
        return False
    return not (_is_in_pair(tokens, place) or _is_mentioned(tokens, place) or _is_explained(tokens, place))


def _is_explained(tokens: list[Token], place: int) -> bool:
    """Whether a noun after it says who is meant: "she, the landlady, ..."."""
    if _at(tokens, place + 1) not in {",", "("} or _at(tokens, place + 2) not in DETERMINERS:
        return False
    return any(token.low in SOMEBODY for token in tokens[place + 3 : place + 6])


def _all_capitals(tokens: list[Token]) -> bool:
    return all(token.text.isupper() for token in tokens if token.is_word)


def _at(tokens: list[Token], place: int) -> str:
    return tokens[place].low if 0 <= place < len(tokens) else ""


def _is_in_pair(tokens: list[Token], place: int) -> bool:
    """Whether it is half of "he or she", "his/her", "s/he", "(s)he"."""
    for step in (-1, 1):
        beside, beyond = _at(tokens, place + step), _at(tokens, place + 2 * step)
        if beside == "/" or (beside in {"or", "and", "&"} and beyond in SEEN):
            return True
    return _at(tokens, place - 1) == ")" and _at(tokens, place - 2) == "s"


def _is_mentioned(tokens: list[Token], place: int) -> bool:
    """Whether the word is spoken about: "the pronoun she", "use they", "not she."."""
    before, after = _at(tokens, place - 1), _at(tokens, place + 1)
    if before in _WORDS_FOR_WORDS:
        return True
    if (
        before in _ABOUT_WORDS
        and after not in AUXILIARIES
        and not (before in {"says", "say", "write", "wrote", "writes"} and after.isalpha())
    ):
        return True
    ends = after in {"", ".", "!", "?", ",", ";", ")"}
    return before in {"not", "n't"} and ends and tokens[place].low in {"he", "she", "they", "xe", "ze"}


def _case(tokens: list[Token], place: int, cases: tuple[Case, ...]) -> Case:
    if len(cases) == 1:
        return cases[0]
    is_before_noun = _is_before_noun(tokens, place)
    if "possessive" in cases and is_before_noun:
        return "possessive"
    return next(case for case in cases if case != "possessive")


_NOT_NOUNS = (
    ADVERBS
    | CONJUNCTIONS
    | PREPOSITIONS
    | DETERMINERS
    | (AUXILIARIES - {"will", "may", "might", "can", "must"})
    | SUBJECTS
    | frozenset(
        "up down out back him himself herself itself myself yesterday immediately directly personally last next".split()
    )
) - frozenset("own back past like very most more few many several two one other present outside inside near".split())
_TIMES = frozenset(
    "week month year night time monday tuesday wednesday thursday friday saturday sunday quarter summer".split()
)


def _is_before_noun(tokens: list[Token], place: int) -> bool:
    """Whether what follows "her" or "his" is what belongs to somebody."""
    after = place + 1
    if after >= len(tokens):
        return False
    following = tokens[after]
    if following.low in {"last", "next", "first"}:
        return _at(tokens, after + 1) not in _TIMES
    if following.text in {"\x1a", "“", '"', "‘", "*", "_", "#"} or following.text[0].isdigit():
        return True
    if following.low == "back":
        return _at(tokens, after + 1) in AUXILIARIES
    return following.is_word and following.low not in _NOT_NOUNS
