"""Whether a word is a name here, or the month, the town, the firm or the verb that is written alike."""

from alongside.engines.writing._people._called import begins
from alongside.engines.writing._people._directory import Directory
from alongside.engines.writing._people._folding import folded
from alongside.engines.writing._people._ordinary import is_ordinary
from alongside.engines.writing._people._scene import Sentence
from alongside.engines.writing._people._tokens import Token
from alongside.engines.writing._people._words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    KINDS_OF_THINGS,
    LOWER_WORD_NAMES,
    MONTHS_AND_DAYS,
    MOTION,
    NOT_BEFORE_PEOPLE,
    OPENINGS,
    PLACES,
    PLACES_BEFORE,
    REPORTING,
    SOMEBODY,
    THINGS_WITH_NAMES,
    THIRD_PERSON,
    WORD_NAMES,
)

_BEFORE_PEOPLE = (
    OPENINGS | REPORTING | CONJUNCTIONS | {"with", "to", "from", "for", "by", "ping", "cc", "ask", "tell", "mr"}
)
_BEFORE_THINGS = frozenset("the a an in per any every this these those some no".split())
_BEFORE_MONTHS = frozenset("until by since last next of from to for and on before after".split())
_TIMES_AND_SKIES = frozenset("dawn summer autumn sky river ocean forest rain".split())
_PEOPLE_DO = frozenset("is was has had will can could would and called left joined wants".split())


def _word_before(tokens: list[Token], place: int) -> str:
    return tokens[place - 1].low if place > 0 else ""


def is_name_in_lower_case(tokens: list[Token], first: int, last: int, directory: Directory) -> bool:
    """Whether a word without a capital is a name: in a chat, and never a word that is also something else."""
    if last > first:
        return True
    token = tokens[first]
    if len(token.text) < 3 or token.low in LOWER_WORD_NAMES | PLACES or is_ordinary(token.low):
        return False
    if token.low in SOMEBODY | REPORTING | AUXILIARIES | ADVERBS | MOTION | MONTHS_AND_DAYS | THINGS_WITH_NAMES:
        return False
    if not _is_first_name(folded(token.text), directory):
        return False
    before = _word_before(tokens, first)
    following = tokens[first + 1].low if first + 1 < len(tokens) else ""
    opens = before in _BEFORE_PEOPLE or (not before.isalpha() and before not in {"-", "/"})
    goes_on = bool(token.clitic) or following in AUXILIARIES | REPORTING or not following.isalpha()
    return opens and (goes_on or before in _BEFORE_PEOPLE)


def _is_first_name(key: str, directory: Directory) -> bool:
    colleagues = (directory.colleague(index) for index in directory.named(key))
    return any(key == keys[0] for colleague in colleagues for keys in colleague.keys)


def is_name_alone(sentence: Sentence, place: int, directory: Directory) -> bool:
    """Whether a single word is a name here, and not the month, the town or the verb that is written alike."""
    tokens = sentence.tokens
    token, before = tokens[place], _word_before(tokens, place)
    following = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if token.low in PLACES and _is_way(tokens, place):
        return False
    if not directory.knows(folded(token.text)):
        return not begins(sentence, place) or _acts_like_person(sentence, place)
    if _is_thing_or_place(token, before, following) or _is_called_thing(tokens, place):
        return False
    if following in ADVERBS and place + 2 < len(tokens):
        following = tokens[place + 2].low
    return token.low not in WORD_NAMES or _is_clear_of_word(sentence, place, before, following)


def _is_called_thing(tokens: list[Token], place: int) -> bool:
    """Whether the sentence says that it is the name of a thing: "Phoenix is a city"."""
    words = [token.low for token in tokens[place + 1 : place + 5]]
    return words[:1] in (["is"], ["was"]) and any(word in KINDS_OF_THINGS - {"called", "named"} for word in words)


def _is_thing_or_place(token: Token, before: str, following: str) -> bool:
    if following.isdigit() or (following in THINGS_WITH_NAMES and not token.clitic):
        return True
    if token.low in PLACES and before in PLACES_BEFORE | {"visit", "visits", "visited", "visiting", "left", "leaving"}:
        return True
    return before in _BEFORE_THINGS | KINDS_OF_THINGS and not token.clitic


def _is_clear_of_word(sentence: Sentence, place: int, before: str, following: str) -> bool:
    """Whether a name that is also a word is the name, by what follows it where a capital letter says nothing."""
    token = sentence.tokens[place]
    if token.low in MONTHS_AND_DAYS and (before in _BEFORE_MONTHS or following in {"of", "is", "was"}):
        return False
    if token.low in _TIMES_AND_SKIES and following in {"is", "was"}:
        return False
    if not (begins(sentence, place) or sentence.kind == "heading" or token.text.isupper()):
        return True
    did = following in (_PAST - {"read", "set", "cut", "put"}) | THIRD_PERSON or following.endswith("ed")
    if following.endswith("ed") and token.low in {"mark", "grant", "chase"}:
        return False
    return bool(token.clitic) or did or following in (REPORTING | _PEOPLE_DO) - {token.low}


def _acts_like_person(sentence: Sentence, place: int) -> bool:
    """Whether a word nobody knows, at the beginning of a sentence, is followed by what follows a name."""
    tokens = sentence.tokens
    following = tokens[place + 1].low if place + 1 < len(tokens) else "."
    acts = following in REPORTING | AUXILIARIES | {"and", "or", "&", ",", "(", "from", "also", "just", "who"}
    return acts or bool(tokens[place].clitic) or following.endswith(("ed", "s")) or following in _PAST


_PAST = frozenset(
    "read made gave took went came wrote sent met left saw got ran led built found kept spoke brought bought "
    "forgot hurt slept spent caught paid sold grew threw wore woke fell ate rang sang flew won lost put set "
    "cut broke drew drove chose began told knew felt heard held sat stood taught fixed".split()
)


def may_be_corrected(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a spelling may be put right here: not in quotations, nor beside what makes it a place or a firm."""
    tokens = sentence.tokens
    if any(sentence.is_quoted(token) or not token.is_loose for token in tokens[first : last + 1]):
        return False
    before = tokens[first - 1] if first else None
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if before is not None and before.text in {"#", "@", "/", "\\"}:
        return False
    if before is not None and before.low in {"san", "santa", "são", "santo", "st", "saint", "the"}:
        return False
    if after is not None and after.low.startswith(("d'", "l'")):
        return False
    return after is None or (after.low not in THINGS_WITH_NAMES and after.text not in {"/", "\\", "@"})


def is_no_person(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a name that is nobody's in the directory is that of a place, a firm, a tool or an event."""
    tokens = sentence.tokens
    if any(_is_coined(token.text) for token in tokens[first : last + 1]):
        return True
    if sentence.kind == "heading":
        return True
    following = tokens[last + 1].low if last + 1 < len(tokens) else ""
    if following in THINGS_WITH_NAMES:
        return True
    before = _word_before(tokens, first)
    if before in NOT_BEFORE_PEOPLE:
        return True
    return _is_way(tokens, first) or tokens[last].low in THINGS_WITH_NAMES


def _is_way(tokens: list[Token], first: int) -> bool:
    """Whether somebody moves from or to what is named."""
    moves = any(token.low in MOTION for token in tokens[max(0, first - 5) : first])
    return moves and _word_before(tokens, first) in {"from", "to"}


def _is_coined(word: str) -> bool:
    """Whether a word is written as no name of a person is: "GitHub", "S3"."""
    if "-" in word or word[:2] in {"Mc", "O'", "O’"}:
        return False
    return any(letter.isdigit() for letter in word) or word[1:] != word[1:].lower()
