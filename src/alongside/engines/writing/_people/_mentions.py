"""Who is named in a sentence, how the name is written, and in which part: spoken of, called, speaking or signing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from alongside.engines.writing._people._called import Part, part_of
from alongside.engines.writing._people._directory import Directory
from alongside.engines.writing._people._folding import folded
from alongside.engines.writing._people._matching import Match, best_match
from alongside.engines.writing._people._name_or_word import (
    is_name_alone,
    is_name_in_lower_case,
    is_no_person,
    may_be_corrected,
)
from alongside.engines.writing._people._ordinary import is_ordinary
from alongside.engines.writing._people._scene import Sentence
from alongside.engines.writing._people._tokens import Token
from alongside.engines.writing._people._words import (
    ADVERBS,
    DETERMINERS,
    JOB_WORDS,
    LOWER_WORD_NAMES,
    MONTHS_AND_DAYS,
    PARTICLES,
    PREPOSITIONS,
    SOMEBODY,
    TITLES,
)

HANDLE = re.compile(r"(?<![\w.@/])@(?P<handle>[^\W_][\w.-]{0,80})")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence."""

    first: int
    """Place of its first token in the sentence."""
    last: int
    people: tuple[int, ...]
    """Who of the directory may be meant; nobody if it is the name of somebody we do not know."""
    part: Part
    said: str
    title: int = -1
    """Place of a title before it, or -1."""
    right: tuple[str, ...] = ()
    """The right spellings, if it is not spelt as its owner does."""
    is_possessive: bool = False
    is_handle: bool = False


def mentions(sentence: Sentence, directory: Directory, text: str) -> list[Mention]:
    """Return who is named in a sentence, in order."""
    return list(_mentions(sentence, directory, text))


def once_introduced(named: Sequence[list[Mention]], directory: Directory) -> list[list[Mention]]:
    """Return mentions of each sentence, with a last name alone standing for nobody until it came with more."""
    introduced: set[int] = set()
    found: list[list[Mention]] = []
    for some in named:
        found.append([_if_known(mention, introduced, directory) for mention in some])
        introduced.update(index for mention in some if _is_full(mention) for index in mention.people)
    return found


def _is_full(mention: Mention) -> bool:
    return mention.first < mention.last or mention.title >= 0


def _if_known(mention: Mention, introduced: set[int], directory: Directory) -> Mention:
    if mention.is_handle or _is_full(mention) or mention.right:
        return mention
    key = folded(mention.said)
    is_known = any(index in introduced or directory.colleague(index).goes_by(key) for index in mention.people)
    return mention if is_known else replace(mention, people=())


def _mentions(sentence: Sentence, directory: Directory, text: str) -> Iterator[Mention]:
    tokens = sentence.tokens
    place = 0
    while place < len(tokens):
        last = _run_end(tokens, place, directory, text)
        if last < place:
            place += 1
            continue
        found = _mention(sentence, place, last, directory, text)
        if found:
            yield found
        place = max(last, found.last if found else 0) + 1


def _run_end(tokens: list[Token], place: int, directory: Directory, text: str) -> int:
    """Return the place of the last word of a name that begins here; one before `place` if none does."""
    if not _may_be_in_name(tokens, place, directory, text):
        return place - 1
    last = place
    while last + 1 < len(tokens) and not tokens[last].clitic:
        ahead = last + 1
        while ahead < len(tokens) and tokens[ahead].low in PARTICLES and _is_joined(tokens, ahead, text):
            ahead += 1
        if ahead >= len(tokens) or not _is_joined(tokens, ahead, text) or not _goes_on_name(tokens, ahead, directory):
            break
        last = ahead
    return last


def _is_joined(tokens: list[Token], place: int, text: str) -> bool:
    return text[tokens[place - 1].end : tokens[place].start] in {" ", "\u00a0", "\u202f"}


def _goes_on_name(tokens: list[Token], place: int, directory: Directory) -> bool:
    token = tokens[place]
    if not token.is_loose or not token.is_word or len(token.text) == 1:
        return False
    key = folded(token.text)
    before_is_low = tokens[place - 1].text[:1].islower() and tokens[place - 1].low not in PARTICLES
    if before_is_low:
        return directory.knows(key) and key not in LOWER_WORD_NAMES and not is_ordinary(token.low)
    if not token.is_capital:
        return False
    return directory.knows(key) or not _is_word(token)


def _is_word(token: Token) -> bool:
    """Whether a capital letter at a word says nothing: "Engineer", "Monday", "Thanks"."""
    return is_ordinary(token.low) or token.low in MONTHS_AND_DAYS | SOMEBODY | JOB_WORDS


def _may_be_in_name(tokens: list[Token], place: int, directory: Directory, text: str) -> bool:
    token = tokens[place]
    if not token.is_word or token.low in TITLES or (token.low in PARTICLES and not token.is_capital):
        return False
    if text[token.start - 1 : token.start] == "@" and token.start:
        return True
    if not token.is_loose:
        return False
    key = folded(token.text)
    if directory.knows(key):
        return True
    if not token.is_capital or _is_word(token):
        return False
    return len(token.text) > 1 and not (token.text.isupper() and len(token.text) < 6)


def _mention(sentence: Sentence, first: int, last: int, directory: Directory, text: str) -> Mention | None:
    tokens = sentence.tokens
    words = tokens[first : last + 1]
    if text[words[0].start - 1 : words[0].start] == "@" and words[0].start:
        return _by_handle(sentence, first, directory, text)
    if words[0].text.islower() and not is_name_in_lower_case(tokens, first, last, directory):
        return None
    if first == last and not is_name_alone(sentence, first, directory):
        return None
    match = best_match(words, directory)
    if match and not match.is_exact and not may_be_corrected(sentence, first, last):
        match = None
    if match is None and is_no_person(sentence, first, last):
        return None
    return _described(sentence, first, last, match, text)


def _described(sentence: Sentence, first: int, last: int, match: Match | None, text: str) -> Mention:
    tokens = sentence.tokens
    title = _title_before(tokens, first)
    return Mention(
        first=first,
        last=last,
        people=match.people if match else (),
        part=part_of(sentence, first, last),
        said=text[tokens[first].start : tokens[last].end],
        title=title,
        right=match.right if match else (),
        is_possessive=_is_possessive(tokens, last),
    )


def _is_possessive(tokens: list[Token], last: int) -> bool:
    if tokens[last].clitic[1:].lower() != "s":
        return False
    following = tokens[last + 1].low if last + 1 < len(tokens) else ""
    return following not in ADVERBS | DETERMINERS | PREPOSITIONS | {"been", "got", "going", "back", "out", "off"}


def _title_before(tokens: list[Token], first: int) -> int:
    for back in (1, 2):
        place = first - back
        if place < 0 or tokens[place].low not in TITLES or (back == 2 and tokens[place + 1].text != "."):
            continue
        if tokens[place].is_capital or tokens[place].low in {"mr", "mrs", "ms", "mx", "dr"}:
            return place
    return -1


def _by_handle(sentence: Sentence, place: int, directory: Directory, text: str) -> Mention:
    """A mention such as "@omar" or "@o.haddad"; its words are one name."""
    tokens = sentence.tokens
    match = HANDLE.match(text, tokens[place].start - 1)
    handle = match["handle"].rstrip(".-") if match else tokens[place].text
    last, end = place, tokens[place].start + len(handle)
    while last + 1 < len(tokens) and tokens[last + 1].end <= end:
        last += 1
    people = directory.handled(handle)
    part = part_of(sentence, place, last)
    return Mention(place, last, people, part, handle, is_handle=True, is_possessive=_is_possessive(tokens, last))
