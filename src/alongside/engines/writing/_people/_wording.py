"""The right words in place of a wrong pronoun: in its case, with its verb, with its capital letter."""

from collections.abc import Iterator
from dataclasses import dataclass

from alongside.engines.writing._people._pronouns import Accepted
from alongside.engines.writing._people._tokens import Token
from alongside.engines.writing._people._uses import Use
from alongside.engines.writing._people._words import ADVERBS, AUXILIARIES

_TO_PLURAL = {
    "is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't",
    "hasn't": "haven't", "doesn't": "don't",
}  # fmt: skip
_TO_SINGULAR = {plural: singular for singular, plural in _TO_PLURAL.items()}
_PRESENT = frozenset(
    "know want need like work think say go come make get use lead run help listen speak write take give see "
    "look love live own manage expect prefer ask seem feel bring explain believe join play start stay teach try "
    "understand mean keep".split()
)
_PARTICIPLES = frozenset(
    "been got had done gone seen written taken given made left sent come become found known begun broken built "
    "chosen kept put read run said told won met lost paid spent brought bought thought grown shown spoken "
    "driven held led set".split()
)
# After "he's" these say how somebody is, not what they have done.
_STATES = frozenset(
    "excited tired interested delighted pleased concerned worried based located involved qualified experienced "
    "supposed allowed scheduled married retired engaged annoyed confused surprised thrilled determined used "
    "needed invited stuck known gone done skilled talented dedicated committed blocked booked".split()
)


@dataclass(frozen=True, slots=True)
class Rewording:
    """A stretch of tokens and what it should say, best first."""

    start: int
    """In code points of the text."""
    end: int
    alternatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A pronoun in its sentence, and the text that this is cut from."""

    tokens: list[Token]
    use: Use
    text: str


def reword(spot: Spot, accepted: Accepted, name: str) -> Rewording:
    """Return what to write for a pronoun, with its verb where that changes."""
    tokens, use = spot.tokens, spot.use
    plurals = [one.is_plural for one in accepted.sets] or [False]
    changes = use.case == "subject" and any(plural != _is_plural(use) for plural in plurals)
    first, last = _span(tokens, use) if changes else (use.place, use.place)
    end = tokens[last].whole_end if last == use.place and use.case == "subject" else tokens[last].end
    said = [_said(spot, (first, last), form, plural) for form, plural in _forms(accepted, use, name)]
    alternatives = dict.fromkeys(one for some in said for one in some)
    return Rewording(tokens[first].start, end, tuple(alternatives))


def agreement(spot: Spot) -> Rewording | None:
    """Return what to write where "they" stands with the verb of a singular: "they is"."""
    verb = _verb_after(spot.tokens, spot.use)
    if verb is None or spot.tokens[verb].low not in _TO_PLURAL:
        return None
    start, end = spot.tokens[spot.use.place].start, spot.tokens[verb].end
    right = spot.text[start : spot.tokens[verb].start] + _TO_PLURAL[spot.tokens[verb].low]
    return Rewording(start, end, (right,))


def _is_plural(use: Use) -> bool:
    return use.word == "they"


def _forms(accepted: Accepted, use: Use, name: str) -> Iterator[tuple[str, bool]]:
    for one in accepted.sets:
        yield one.form(use.case), one.is_plural
    if accepted.by_name_only:
        yield (name + "'s" if use.case in {"possessive", "absolute"} else name), False


def _span(tokens: list[Token], use: Use) -> tuple[int, int]:
    """The places of the first and last token to change: the pronoun, and its verb beside it."""
    if tokens[use.place].clitic:
        return use.place, use.place
    verb = _verb_after(tokens, use)
    if verb is not None and _other_verb(tokens[verb].low, was_plural=_is_plural(use)):
        return use.place, verb
    before = use.place - 1
    asked = before >= 0 and tokens[before].low in (_TO_SINGULAR if _is_plural(use) else _TO_PLURAL)
    if asked and (verb is None or tokens[verb].low not in AUXILIARIES):
        return before, use.place
    return use.place, use.place


def _verb_after(tokens: list[Token], use: Use) -> int | None:
    place = use.place + 1
    if place < len(tokens) and (tokens[place].low in ADVERBS or tokens[place].low.endswith("ly")):
        place += 1
    return place if place < len(tokens) and tokens[place].is_word else None


def _other_verb(verb: str, *, was_plural: bool) -> str:
    """The verb for the other number; empty if it stays as it is."""
    if was_plural:
        return _TO_SINGULAR.get(verb) or (_third(verb) if verb in _PRESENT else "")
    if verb in _TO_PLURAL:
        return _TO_PLURAL[verb]
    if verb in ADVERBS or not verb.endswith("s") or verb.endswith(("ss", "us", "'s")) or len(verb) < 4:
        return ""
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    return verb[:-2] if verb.endswith(("oes", "ches", "shes", "sses", "xes", "zzes")) else verb[:-1]


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("o", "ch", "sh", "ss", "x")) else "s")


def _said(spot: Spot, span: tuple[int, int], form: str, plural: bool) -> list[str]:  # noqa: FBT001
    """One form of the pronoun, with the rest of the span fitted to it."""
    pronoun = spot.tokens[spot.use.place]
    is_subject = spot.use.case == "subject"
    if pronoun.clitic:
        tails = _tails(spot.tokens, spot.use, plural=plural) if is_subject else [""]
        is_name = form[:1].isupper()
        return [_capital(form, pronoun) + (_spelt_out(tail) if is_name else tail) for tail in tails]
    changes = is_subject and plural != _is_plural(spot.use)
    places = range(span[0], span[1] + 1)
    words = [_word(spot, place, form, changes=changes) for place in places]
    gaps = [spot.text[spot.tokens[place].end : spot.tokens[place + 1].start] for place in places[:-1]]
    return ["".join(part for pair in zip(words, [*gaps, ""], strict=True) for part in pair)]


def _word(spot: Spot, place: int, form: str, *, changes: bool) -> str:
    """One word of the span: the pronoun in its new form, or the verb, changed if need be."""
    token = spot.tokens[place]
    if place == spot.use.place:
        return _capital(form, token)
    other = _other_verb(token.low, was_plural=_is_plural(spot.use)) if changes else ""
    return _capital(other, token) if other else token.text


def _tails(tokens: list[Token], use: Use, *, plural: bool) -> list[str]:
    """What is contracted with the pronoun, for another number: "'s" is "'re" or "'ve"."""
    clitic = tokens[use.place].clitic
    mark, tail = clitic[0], clitic[1:].lower()
    if not plural:
        return [mark + "s"] if tail in {"re", "ve"} else [clitic]
    if tail != "s":
        return [clitic]
    place = use.place + 1
    while place < len(tokens) and tokens[place].low in ADVERBS:
        place += 1
    following = tokens[place].low if place < len(tokens) else ""
    if following in _STATES:
        return [mark + "re"]
    if following in _PARTICIPLES:
        return [mark + "ve"]
    return [mark + "ve", mark + "re"] if following.endswith("ed") else [mark + "re"]


def _spelt_out(tail: str) -> str:
    """After a name "'s" would look like an owner's."""
    return {"s": " is", "re": " is", "ve": " has", "d": " would", "ll": " will"}.get(tail[1:].lower(), tail)


def _capital(form: str, like: Token) -> str:
    """A form with the capital letters of what it stands for."""
    if like.text.isupper() and len(like.text) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if like.text[:1].isupper() else form
