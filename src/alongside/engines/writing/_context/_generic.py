"""A pronoun for nobody in particular: "each developer writes his own tests". Not one for a person of the text."""

import re

from alongside.engines.writing._context._words import ROLES, is_role
from alongside.engines.writing._passage import Passage
from alongside.engines.writing._place import Place

_FOR_ANYBODY = frozenset("everyone everybody anyone anybody someone somebody nobody whoever noone one whomever".split())
_EVERY = frozenset("each every any no either neither whichever whatever per another".split())
_ONE = frozenset(("a", "an", "the", "your", "our", "some"))
_MEN_AND_WOMEN = frozenset(
    "mr mrs ms sir madam man woman boy girl lady gentleman guy father mother brother sister son daughter husband wife"
    " uncle aunt king queen grandfather grandmother nephew niece boyfriend girlfriend dad mum mom grandpa grandma"
    " god jesus lord prince princess duke actress waitress pope".split()
)
_BETWEEN_ADJECTIVES = 3
_ONCE = re.compile(
    r"(?:said|told|was|were|had|did|went|asked|met|came|wrote|gave|took|got|made|saw|left|yesterday|ago|joined|called"
    r"|lost|won|bought|sold|found|felt|kept|held|stood|heard|thought|brought|caught|taught|fell|broke|chose|spoke|drove"
    r"|ran|began|drew|flew|grew|knew|threw|paid|sent|built|spent|led|sat|became|forgot|stole"
    r"|resigned|retired|who's|named|\w{3,}ed)\Z"
)
_ALWAYS = frozenset(
    "if when whenever unless until should must shall may can will might every each any before once".split()
)
_ORDERS = frozenset("ask tell give send show let call help remind invite contact email offer teach thank".split())
_AFTER_ONE = frozenset("must should can may might has is does ought needs could would will cannot can't".split())
_COMMON = frozenset(
    "this that it he she they we i you there here what who which how why where not only one two three both all most"
    " many some few as at by for from in of on to with and but or so then also please never always no yes person people"
    " manager leader customer client user time work code his her their its my these those".split()
)
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december christmas easter".split()
)
_STORIES = frozenset("novel film movie episode scene protagonist plot".split())
_AFTER_A_NAME = re.compile(r"(?:and|is|was|has|had|will|can|want|\w{2,}(?:s|ed)|told|said|think|wrote|left|met)\Z")
_NOT_PAST = frozenset("need need'ed based required allowed supposed named used interested logged authorized".split())


def generic(place: Place) -> bool:
    """The pronoun stands for a role or for anybody, and no known person, man or woman of the text is near."""
    passage = place.passage
    antecedent = _antecedent(passage, place.first)
    if antecedent is None:
        return False
    return not _somebody_is_named(passage, place.first)


def _antecedent(passage: Passage, before: int) -> str | None:
    """The nearest noun before the pronoun that stands for anybody."""
    words = passage.words
    for at in range(before - 1, -1, -1):
        word = words[at].removesuffix("'s")
        if word == "one" and passage.word(at + 1) not in _AFTER_ONE:
            continue
        if word in _FOR_ANYBODY or (word == "person" and _determiner(passage, at) in _EVERY | _ONE):
            return word
        if is_role(word) and _may_be_anybody(passage, at, before):
            return word
    return None


def _determiner(passage: Passage, noun: int) -> str:
    """The determiner of a noun, over a few adjectives."""
    for at in range(noun - 1, max(-1, noun - 2 - _BETWEEN_ADJECTIVES), -1):
        if passage.words[at] in _EVERY | _ONE:
            return passage.words[at]
        if passage.between(at).strip(" -\n*_"):
            return ""
    return ""


def _may_be_anybody(passage: Passage, noun: int, pronoun: int) -> bool:
    determiner = _determiner(passage, noun)
    if determiner in _EVERY:
        return True
    if determiner not in _ONE:
        return False
    if (passage.words[noun] not in ROLES and determiner == "the") or _is_somebodys_part(passage, noun, pronoun):
        return False
    told = [word for word in passage.words[:pronoun] if _ONCE.match(word) and word not in _NOT_PAST]
    return not told and (
        determiner != "the" or not _ALWAYS.isdisjoint(passage.words) or _tells_what_to_do(passage, noun)
    )


def _is_somebodys_part(passage: Passage, noun: int, pronoun: int) -> bool:
    """In "a scientist and his son", "as a student she wrote" and stories, the role is somebody's."""
    between = passage.words[noun + 1 : pronoun]
    if not _STORIES.isdisjoint(passage.words[:pronoun]):
        return True
    return between == ["and"] or (not between and _ALWAYS.isdisjoint(passage.words[:noun]))


def _tells_what_to_do(passage: Passage, noun: int) -> bool:
    """What the user does, or what to do with the user: "ask the user for his password"."""
    return passage.words[0] in _ORDERS or _is_present(passage, noun)


def _is_present(passage: Passage, noun: int) -> bool:
    """The verb after the noun is in the present: "the user enters his password"."""
    verb = passage.word(noun + 1)
    return verb.endswith("s") and not verb.endswith("ss")


def _somebody_is_named(passage: Passage, before: int) -> bool:
    if any(word.removesuffix("'s") in _MEN_AND_WOMEN for word in passage.words[:before]):
        return True
    return any(_may_be_a_name(passage, at) for at in range(len(passage.words)))


def _may_be_a_name(passage: Passage, at: int) -> bool:
    written = passage.written(at)
    if at == 0:
        return _begins_with_a_name(passage)
    if not written[:1].isupper() or written.isupper() or written == "I" or written.startswith("I'"):
        return False
    if passage.words[at].removesuffix("'s") in _DATES:
        return False
    return passage.between(at - 1).strip(" *_\n") in {"", ",", "(", "-", "–", "—"}


def _begins_with_a_name(passage: Passage) -> bool:
    """A sentence may begin with a name, or with any other word in capitals: told by the verb after it."""
    word = passage.words[0]
    if word in _FOR_ANYBODY | _EVERY | _ONE | _ALWAYS | _ORDERS or is_role(word) or word in _COMMON:
        return False
    return passage.written(0)[:1].isupper() and _AFTER_A_NAME.match(passage.word(1)) is not None
