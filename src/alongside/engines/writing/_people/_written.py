"""Pronouns that a text writes beside a name: "Alex Kim (he/him)"."""

from alongside.engines.writing._finding import Person
from alongside.engines.writing._people._mentions import Mention
from alongside.engines.writing._people._pronouns import SEEN, Accepted
from alongside.engines.writing._people._scene import Sentence
from alongside.engines.writing._people._tokens import Token
from alongside.engines.writing._people._wording import Rewording


def written_pronouns(
    sentence: Sentence, mention: Mention, accepted: Accepted, person: Person | None
) -> Rewording | None:
    """Return pronouns in brackets after a name if none of them is right. Under somebody's own mail they are theirs."""
    words = _in_brackets(sentence.tokens, mention.last + 1)
    if mention.part != "spoken of" or not words or person is None or accepted.by_name_only:
        return None
    if any(accepted.takes(word.low) for word in words):
        return None
    return Rewording(words[0].start, words[-1].end, person.pronouns)


def right_beside(sentence: Sentence, mention: Mention, accepted: Accepted) -> set[str]:
    """The pronouns in brackets after a name, if one of them is right: the others are then no slip either."""
    words = {word.low for word in _in_brackets(sentence.tokens, mention.last + 1)}
    return words if any(accepted.takes(word) for word in words) else set()


def _in_brackets(tokens: list[Token], place: int) -> list[Token]:
    """The pronouns in the brackets that open at a place; none if anything else is in them."""
    if place >= len(tokens) or tokens[place].text != "(":
        return []
    words: list[Token] = []
    for token in tokens[place + 1 :]:
        if token.text == ")":
            return words if len(words) > 1 else []
        if token.low in SEEN:
            words.append(token)
        elif token.text not in {"/", ",", "\\"}:
            return []
    return []
