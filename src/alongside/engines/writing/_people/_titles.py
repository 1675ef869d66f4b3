"""Titles and gendered nouns for a named colleague: "Mr Kim", "Alex is a great saleswoman"."""

from collections.abc import Iterator, Sequence

from alongside.engines.writing._people._mentions import Mention
from alongside.engines.writing._people._others import is_said_of
from alongside.engines.writing._people._pronouns import Accepted
from alongside.engines.writing._people._scene import Sentence
from alongside.engines.writing._people._tokens import Token
from alongside.engines.writing._people._wording import Rewording
from alongside.engines.writing._people._words import CONJUNCTIONS, FEMININE_TITLES, MASCULINE_TITLES

_MAN, _WOMAN = "he", "she"
_WORDS = {
    "person": ("man gentleman guy bloke chap lad boy dude fella fellow", "woman lady girl lass gal"),
    "people": ("men gentlemen guys blokes chaps lads boys", "women ladies girls gals"),
    "salesperson": ("salesman", "saleswoman saleslady salesgirl"),
    "chair": ("chairman", "chairwoman chairlady"),
    "spokesperson": ("spokesman", "spokeswoman"),
    "businessperson": ("businessman", "businesswoman"),
    "supervisor": ("foreman", "forewoman"),
    "police officer": ("policeman", "policewoman"),
    "firefighter": ("fireman", "firewoman"),
    "camera operator": ("cameraman", "camerawoman"),
    "craftsperson": ("craftsman", "craftswoman"),
    "tradesperson": ("tradesman", "tradeswoman"),
    "handyperson": ("handyman", "handywoman"),
    "presenter": ("anchorman weatherman", "anchorwoman weathergirl"),
    "councillor": ("councilman alderman", "councilwoman"),
    "representative": ("congressman", "congresswoman"),
    "head teacher": ("headmaster schoolmaster", "headmistress schoolmistress"),
    "server": ("", "waitress"),
    "actor": ("", "actress"),
    "host": ("", "hostess"),
    "hero": ("", "heroine superwoman"),
    "flight attendant": ("", "stewardess"),
    "manager": ("", "manageress"),
    "bartender": ("barman", "barmaid"),
    "repairer": ("repairman", ""),
    "postal worker": ("postman mailman", "postwoman"),
    "go-between": ("middleman", ""),
    "cleaner": ("", "charwoman"),
    "sportsperson": ("sportsman", "sportswoman"),
    "front person": ("frontman", "frontwoman"),
}
_GENDERED = {
    word: (pronoun, neutral)
    for neutral, both in _WORDS.items()
    for pronoun, words in zip((_MAN, _WOMAN), both, strict=True)
    for word in words.split()
}
_OPPOSITE = {
    man: woman for men, women in _WORDS.values() for man, woman in zip(men.split()[:1], women.split()[:1], strict=False)
}
_OPPOSITE |= {woman: man for man, woman in _OPPOSITE.items()}


def unfitting_title(tokens: list[Token], mention: Mention, accepted: Accepted, name: str) -> Rewording | None:
    """Return a title that does not fit the pronouns which a person gave, if there is one."""
    if mention.title < 0 or mention.part == "signing":
        return None
    title = tokens[mention.title]
    if _fits(title.low, accepted):
        return None
    said = mention.right[0] if mention.right else mention.said
    rest = "." if mention.title + 1 < mention.first and tokens[mention.title + 1].text == "." else ""
    titled = [f"{right}{rest} {said}" for right in _right_titles(accepted)]
    alternatives = tuple(dict.fromkeys([*titled, name]))
    return Rewording(title.start, tokens[mention.last].end, alternatives)


def _fits(title: str, accepted: Accepted) -> bool:
    if title in MASCULINE_TITLES:
        return accepted.takes(_MAN)
    return title not in FEMININE_TITLES or accepted.takes(_WOMAN)


def _right_titles(accepted: Accepted) -> Iterator[str]:
    if accepted.by_name_only:
        return
    for one in accepted.sets:
        yield {"he": "Mr", "she": "Ms"}.get(one.subject, "Mx")


def unfitting_nouns(
    sentence: Sentence, mentions: Sequence[Mention], mention: Mention, accepted: Accepted
) -> Iterator[Rewording]:
    """Yield gendered nouns that are said of a person and do not fit the pronouns which they gave."""
    tokens = sentence.tokens
    named = {place for one in mentions for place in range(one.first, one.last + 1)}
    for place, token in enumerate(tokens):
        gender, neutral = _GENDERED.get(token.low, ("", ""))
        if (
            not gender
            or accepted.takes(gender)
            or place in named
            or token.clitic
            or sentence.is_quoted(token)
            or not token.is_loose
        ):
            continue
        if _is_only(mentions, mention, place) and _is_about(tokens, place, mention):
            yield Rewording(token.start, token.end, tuple(_nouns(token, neutral, accepted)))


def _is_only(mentions: Sequence[Mention], mention: Mention, place: int) -> bool:
    """Whether nobody else is named nearer to a noun."""
    low, high = sorted((mention.first, place))
    return not any(low < other.first < high for other in mentions if other != mention)


def _nouns(token: Token, neutral: str, accepted: Accepted) -> Iterator[str]:
    found = [neutral]
    opposite = _OPPOSITE.get(token.low, "")
    if opposite and accepted.takes(_GENDERED[opposite][0]) and not accepted.by_name_only:
        found.append(opposite)
    for word in found:
        yield word[:1].upper() + word[1:] if token.text[0].isupper() else word


def _is_about(tokens: list[Token], place: int, mention: Mention) -> bool:
    if mention.part != "spoken of":
        return False
    if place < mention.first:
        return _is_before(tokens, place, mention)
    return is_said_of(_without_one_of(tokens, place), place, mention) and not {"not", "no"} & set(
        _between(tokens, mention, place)
    )


def _between(tokens: list[Token], mention: Mention, place: int) -> list[str]:
    return [token.low for token in tokens[mention.last + 1 : place]]


def _without_one_of(tokens: list[Token], place: int) -> list[Token]:
    """The tokens with the "of" of "one of the" hidden, which else would mean a person beside this one."""
    hidden = {at + 1 for at in range(place - 1) if tokens[at].low == "one" and tokens[at + 1].low == "of"}
    return [tokens[at - 1] if at in hidden else token for at, token in enumerate(tokens)]


def _is_before(tokens: list[Token], place: int, mention: Mention) -> bool:
    """Whether the noun leads to the name: "chairman Alex Kim", "our businesswoman of the year is Alex Kim"."""
    between = [token.low for token in tokens[place + 1 : mention.first]]
    if not between or between == [","]:
        return not tokens[place].clitic
    ends = mention.last + 1 >= len(tokens) or not tokens[mention.last + 1].is_word
    links = between[-1] in {"is", "was"} and len(between) <= 7
    return links and ends and not any(word in CONJUNCTIONS - {"who", "that"} or word == "," for word in between)
