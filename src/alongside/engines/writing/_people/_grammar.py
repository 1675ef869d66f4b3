"""Where in a sentence a pronoun may go back to a name: in "Omar said she", never in "Omar called her"."""

from alongside.engines.writing._people._mentions import Mention
from alongside.engines.writing._people._tokens import Token
from alongside.engines.writing._people._uses import Use
from alongside.engines.writing._people._words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DATIVE,
    DETERMINERS,
    PREPOSITIONS,
    REPORTING,
    SOMEBODY,
    SUBJECTS,
)

_CLAUSE = (CONJUNCTIONS - {"than", "then", "as", "nor", "or", "yet"}) | {";", ":", "–", "—", ",", "-", "("}
_JOINING = {"and", "or", "&", ",", "nor", "plus", "/"}
_REASONS = {"because", "so", "since", "but", "and", ";", "–", "—", "-", ",", "as", "if", "when", "until", "before"}


def may_go_back(tokens: list[Token], mention: Mention, use: Use) -> bool:
    """Whether a pronoun may mean the person who is named before it in its sentence."""
    between = tokens[mention.last + 1 : use.place]
    if _is_beside(tokens, mention, between, use) or (between and between[-1].low in {"than", "like"}):
        return False
    if use.place + 1 < len(tokens) and _is_who_says(tokens, use):
        return False
    if use.case == "object":
        return _has_own_clause(tokens, mention, use)
    if use.case == "possessive":
        return _may_possess(tokens, mention, use)
    return bool(between)


def _is_beside(tokens: list[Token], mention: Mention, between: list[Token], use: Use) -> bool:
    """Whether both stand side by side: "Omar and she"; not in "Omar and his team", "I told Omar and she came"."""
    words = [token.low for token in between]
    if use.case == "subject" and words in (["and"], [","], [",", "and"]) and not is_subject(tokens, mention):
        return False
    if use.case == "possessive":
        return words == [","] or (not words)
    return not words or all(word in _JOINING | {"with", ")", "("} for word in words)


def _is_who_says(tokens: list[Token], use: Use) -> bool:
    """Whether it is a speaker put in between: "Omar, she said, is right"."""
    following = tokens[use.place + 1].low
    before = tokens[use.place - 1].low if use.place else ""
    after = tokens[use.place + 2].low if use.place + 2 < len(tokens) else "."
    return before == "," and following in REPORTING and after in {",", "."}


def _has_own_clause(tokens: list[Token], mention: Mention, use: Use) -> bool:
    """Whether an object stands in another clause than the name, with another subject."""
    between = tokens[mention.last + 1 : use.place]
    if is_subject(tokens, mention) and not _is_fronted(tokens, mention, between):
        return has_new_subject(between)
    return any(token.low in _CLAUSE for token in between) or has_new_subject(between)


def _is_fronted(tokens: list[Token], mention: Mention, between: list[Token]) -> bool:
    """Whether the name is in a clause that comes first: "When Omar arrives, give her ..."."""
    first = next((token.low for token in tokens[: mention.first] if token.is_word), "")
    openers = {
        "when",
        "if",
        "once",
        "after",
        "before",
        "as",
        "since",
        "until",
        "while",
        "unless",
        "because",
        "whenever",
    }
    return first in openers and any(token.text == "," for token in between)


def has_new_subject(between: list[Token]) -> bool:
    """Whether words bring somebody else to speak of: "so we", "because the team", "; please"."""
    for place, token in enumerate(between):
        if token.low in SUBJECTS - {"nothing", "everything", "he", "she", "they"} or token.low in _BREAKS:
            return True
        following = between[place + 1] if place + 1 < len(between) else None
        if following is not None and token.low in _CLAUSE and _begins_anew(token, following, between[place + 2 :]):
            return True
    return False


_BREAKS = {";", "–", "—", ":"}
_ORDERS = set("ask tell call email ping contact give send help thank message talk speak write reach check".split())


def _begins_anew(joint: Token, following: Token, rest: list[Token]) -> bool:
    """Whether a clause with its own subject, or an order, begins after a conjunction or a comma."""
    if following.low in {"please", "let", "let's", "don't"}:
        return True
    if joint.low == "so" and following.low in _ORDERS:
        return True
    if joint.low != "," and following.low.endswith("s") and rest:
        return True
    is_conjunction = joint.low not in {",", "(", "-", "and", "or"}
    return is_conjunction and (following.low in DETERMINERS or following.is_capital)


def is_subject(tokens: list[Token], mention: Mention) -> bool:
    """Whether a name is, as far as its neighbours tell, what its clause is about."""
    if mention.is_possessive:
        return False
    before = tokens[mention.first - 1].low if mention.first else ""
    after = tokens[mention.last + 1].low if mention.last + 1 < len(tokens) else ""
    if before in PREPOSITIONS | {"/", "than", "like"}:
        return False
    if after in AUXILIARIES or tokens[mention.last].clitic:
        return True
    if not before or not before[0].isalpha() or before in CONJUNCTIONS | AUXILIARIES | ADVERBS:
        return True
    if before in SOMEBODY or before in DETERMINERS:
        return True
    return before in {"hope", "hopes", "think", "thinks", "guess", "heard", "said", "says", "believe"}


def _may_possess(tokens: list[Token], mention: Mention, use: Use) -> bool:
    between = tokens[mention.last + 1 : use.place]
    before = between[-1].low if between else ""
    is_subject_name = is_subject(tokens, mention) and not mention.is_possessive
    if use.word == "her" and before in DATIVE and is_subject_name and _may_be_given(tokens, use.place + 1, before):
        return any(token.low in _CLAUSE for token in between)
    if mention.is_possessive:
        return any(token.low in _CLAUSE | AUXILIARIES for token in between)
    return True


_UNCOUNTED = frozenset(
    "feedback advice information help money time work credit access space permission support food stuff news "
    "praise leave cover tea coffee water training guidance encouragement recognition clearance hope trouble "
    "evidence proof".split()
)


_SENT = frozenset("flowers details instructions questions wishes condolences congratulations thanks reminders".split())
# "Sent her slides" is mostly about one's own; "showed her slides" may be about hers.
_OF_ONES_OWN = frozenset(
    "send sends sent sending forward forwards forwarded read reads leave write wrote found".split()
)


def _may_be_given(tokens: list[Token], place: int, verb: str) -> bool:
    """Whether the noun from a place on may be what somebody gets: "gave her feedback", but not "gave her talk"."""
    words: list[str] = []
    for token in tokens[place : place + 4]:
        if not token.is_word or token.low in PREPOSITIONS | CONJUNCTIONS | ADVERBS | AUXILIARIES | DETERMINERS:
            break
        words.append(token.low)
    if not words or words[-1] in _UNCOUNTED | _SENT:
        return True
    return words[-1].endswith("s") and verb not in _OF_ONES_OWN


def is_ruled_out_after(tokens: list[Token], mention: Mention, use: Use) -> bool:
    """Whether it cannot mean who is named after it: "she will report to Maya", "her deputy is Maya"."""
    if mention.first < use.place:
        return False
    if use.case == "possessive":
        return tokens[mention.first - 1].low in BE
    if use.case != "subject":
        return False
    return not any(token.low in _CLAUSE for token in tokens[use.place + 1 : mention.first])


def is_in_clause(tokens: list[Token], mention: Mention, use: Use) -> bool:
    """Whether "herself" stands in the clause of the name before it, which it then goes back to."""
    if mention.is_possessive:
        return False
    between = tokens[mention.last + 1 : use.place]
    return not any(token.low in SUBJECTS - {"it", "everything", "nothing"} for token in between)


def follows_reason(tokens: list[Token], use: Use) -> bool:
    """Whether a clause that goes on about the same person begins with this pronoun: "..., so they"."""
    before = tokens[use.place - 1].low if use.place else ""
    reported = any(token.low in REPORTING for token in tokens[: use.place])
    return before in _REASONS and not reported
