"""Whom a pronoun stands for. It answers only where one person can be meant, and is silent otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from alongside.engines.writing._people import _grammar
from alongside.engines.writing._people._directory import Directory
from alongside.engines.writing._people._mentions import Mention
from alongside.engines.writing._people._others import names_somebody, speaks_of_several
from alongside.engines.writing._people._pronouns import Accepted
from alongside.engines.writing._people._scene import Sentence
from alongside.engines.writing._people._uses import Use

LOOK_BACK = 3
"""Sentences. Somebody who was named so far back may still be meant by a pronoun that suits them."""


@dataclass(slots=True)
class Thread:
    """What was read so far of a page: who was named where, and whom pronouns were found to mean."""

    sentences: Sequence[Sentence]
    mentions: Sequence[list[Mention]]
    uses: Sequence[list[Use]]
    directory: Directory
    text: str
    """What was written, with all that is not prose."""
    declared: dict[tuple[int, ...], set[str]] = field(default_factory=dict)
    """Pronouns that the text itself gives beside a name, where one of them is right: "Alex (he/they)"."""
    meant: dict[tuple[int, int], Mention] = field(default_factory=dict)
    """By sentence and place of a pronoun: the mention that it goes back to."""
    topic: dict[int, Mention] = field(default_factory=dict)
    """By sentence: whom a pronoun in the next sentence would mean first."""

    def accepted(self, mention: Mention) -> list[Accepted]:
        """What each person says who may be meant by a mention."""
        return [self.directory.colleague(index).accepted for index in mention.people]

    def takes(self, mention: Mention, word: str) -> bool:
        """Whether a pronoun could be right for anybody who may be meant."""
        return not mention.people or any(one.takes(word) for one in self.accepted(mention))


@dataclass(frozen=True, slots=True)
class Found:
    """The one mention that a pronoun goes back to."""

    mention: Mention
    sentence: int


def antecedent(thread: Thread, place: int, use: Use) -> Found | None:
    """Return the mention that a pronoun of a sentence goes back to, if it is clear."""
    found = _nearest(thread, place, use)
    if found is None or not found.mention.people:
        return None
    if use.case == "reflexive":
        return found if _is_bound(thread, place, use, found) else None
    is_unclear = (
        _suits_somebody_else(thread, place, use, found)
        or _somebody_is_between(thread, place, use, found)
        or _is_kept_apart(thread, place, use, found)
        or (use.is_they and not thread.takes(found.mention, "they") and _may_be_several(thread, place, use, found))
    )
    return None if is_unclear else found


def _is_kept_apart(thread: Thread, place: int, use: Use, found: Found) -> bool:
    """Whether grammar keeps the pronoun from meaning the person who is named: "Omar called her"."""
    if use.case == "object" and _has_own_subject(thread, place, use, found):
        return True
    return found.sentence == place and not _grammar.may_go_back(thread.sentences[place].tokens, found.mention, use)


def _spoken_of(thread: Thread, place: int) -> list[Mention]:
    return [mention for mention in thread.mentions[place] if mention.part == "spoken of"]


def _nearest(thread: Thread, place: int, use: Use) -> Found | None:
    before = [mention for mention in _spoken_of(thread, place) if mention.last < use.place]
    if before:
        return Found(before[-1], place)
    if use.case == "reflexive":
        meant = [one for one in thread.uses[place] if one.place < use.place and (place, one.place) in thread.meant]
        return Found(thread.meant[place, meant[-1].place], place - 1) if meant else None
    if place == 0 or not thread.sentences[place].goes_on:
        return None
    topic = thread.topic.get(place - 1)
    return Found(topic, place - 1) if topic else None


def _is_bound(thread: Thread, place: int, use: Use, found: Found) -> bool:
    """Whether "herself" has one name before it that it can only go back to."""
    meant = [one for one in thread.uses[place] if one.place < use.place and one.case == "subject"]
    if found.sentence != place or (meant and thread.meant.get((place, meant[-1].place)) == found.mention):
        return True
    mentions = [mention for mention in _spoken_of(thread, place) if mention.last < use.place]
    tokens = thread.sentences[place].tokens
    return (
        len(mentions) == 1
        and not names_somebody(tokens, found.mention.last + 1, use.place, mentions)
        and _grammar.is_in_clause(tokens, found.mention, use)
    )


def _has_own_subject(thread: Thread, place: int, use: Use, found: Found) -> bool:
    """Whether a pronoun for the same person is the subject just before: in "she called her" these are two."""
    tokens = thread.sentences[place].tokens
    own = [
        one.place
        for one in thread.uses[place]
        if one.place < use.place and one.case == "subject" and thread.meant.get((place, one.place)) == found.mention
    ]
    return bool(own) and not _grammar.has_new_subject(tokens[own[-1] + 1 : use.place])


def _suits_somebody_else(thread: Thread, place: int, use: Use, found: Found) -> bool:
    """Whether somebody else who was named lately, or is named in the same sentence, may be meant."""
    first = place
    while (
        first > 0 and place - first < LOOK_BACK and thread.sentences[first].block >= thread.sentences[place].block - 1
    ):
        first -= 1
    for near in range(first, place + 1):
        for mention in thread.mentions[near]:
            if mention.people == found.mention.people or not mention.people:
                continue
            if near == place and _grammar.is_ruled_out_after(thread.sentences[place].tokens, mention, use):
                continue
            if _may_be_spoken_of(thread, place, near, mention) and thread.takes(mention, use.word):
                return True
    return False


def _may_be_spoken_of(thread: Thread, place: int, near: int, mention: Mention) -> bool:
    """Who speaks in another turn may be; who speaks now says "I"."""
    if mention.part == "speaking":
        return near != place and thread.sentences[near].role == "turn"
    return mention.part == "spoken of"


def _somebody_is_between(thread: Thread, place: int, use: Use, found: Found) -> bool:
    """Whether somebody without a name in the directory, or another colleague, stands between name and pronoun."""
    first = found.sentence
    while first > 0 and thread.sentences[first].goes_on and found.sentence - first < 1:
        first -= 1
    for near in range(first, place + 1):
        end = use.place if near == place else len(thread.sentences[near].tokens)
        if names_somebody(thread.sentences[near].tokens, thread.sentences[near].label, end, _spoken_of(thread, near)):
            return True
        if any(_disturbs(near, mention, found, end) for mention in _spoken_of(thread, near)):
            return True
        if _has_loose_use(thread, near, use, found, end):
            return True
    return False


def _disturbs(near: int, mention: Mention, found: Found, end: int) -> bool:
    if mention.last >= end or mention.people == found.mention.people:
        return False
    return not mention.people or near >= found.sentence


def _has_loose_use(thread: Thread, near: int, use: Use, found: Found, end: int) -> bool:
    """Whether the same pronoun was already used for somebody else, or nobody knows for whom."""
    for other in thread.uses[near]:
        if other.place >= end or other.word[:2] != use.word[:2]:
            continue
        meant = thread.meant.get((near, other.place))
        if meant is None or meant.people != found.mention.people:
            return True
    return False


def _may_be_several(thread: Thread, place: int, use: Use, found: Found) -> bool:
    """Whether "they" may mean more than the one person who does not use it."""
    for near in range(max(0, found.sentence - 1), place + 1):
        end = use.place if near == place else len(thread.sentences[near].tokens)
        if speaks_of_several(thread.sentences[near].tokens, end, thread.mentions[near]):
            return True
    if use.case == "reflexive" or _uses_no_common_set(thread, found.mention):
        return False
    if any(
        other.is_they
        for near in range(found.sentence, place + 1)
        for other in thread.uses[near]
        if (near, other.place) in thread.meant
    ):
        return False
    return use.case != "subject" or (
        found.sentence == place and not _grammar.follows_reason(thread.sentences[place].tokens, use)
    )


def _uses_no_common_set(thread: Thread, mention: Mention) -> bool:
    """Whether a writer who says "they" most likely avoids the pronouns that the person asked for."""
    return all(
        one.by_name_only or not {"he", "she"} & {s.subject for s in one.sets} for one in thread.accepted(mention)
    )
