"""Puts names, pronouns, titles and nouns together into findings."""

from bisect import bisect_right
from collections.abc import Iterator

from alongside.engines.writing._finding import Finding, Person
from alongside.engines.writing._page import Page
from alongside.engines.writing._people._antecedent import Found, Thread, antecedent
from alongside.engines.writing._people._directory import Directory
from alongside.engines.writing._people._folding import folded
from alongside.engines.writing._people._mentions import HANDLE, Mention, mentions, once_introduced
from alongside.engines.writing._people._pronouns import Accepted, sets_of_words
from alongside.engines.writing._people._scene import scene
from alongside.engines.writing._people._titles import unfitting_nouns, unfitting_title
from alongside.engines.writing._people._tokens import WORD
from alongside.engines.writing._people._uses import Use, uses
from alongside.engines.writing._people._wording import Rewording, Spot, agreement, reword
from alongside.engines.writing._people._written import right_beside, written_pronouns

NAME, PRONOUN, AGREEMENT = "people.name", "people.pronoun", "people.agreement"
TITLE, NOUN = "people.title", "people.gendered-noun"
REACH = 2
"""Blocks after one with a name in which a pronoun may still go back to it."""


_WHY_PLURAL = "“They” takes the verb of a plural, also when it is one person: they are, they have."


def find(page: Page, directory: Directory) -> list[Finding]:
    """Return what is wrong about these people in a page."""
    wanted = _blocks_to_read(page, directory)
    if not wanted:
        return []
    sentences = scene(page, wanted)
    named = once_introduced([mentions(sentence, directory, page.masked) for sentence in sentences], directory)
    thread = Thread(sentences, named, [uses(sentence) for sentence in sentences], directory, page.source)
    found: dict[tuple[int, int], Finding] = {}
    for place in range(len(sentences)):
        for finding in _in_sentence(thread, place):
            found.setdefault((finding.start, finding.end), finding)
    return list(found.values())


def _blocks_to_read(page: Page, directory: Directory) -> list[int]:
    """The places of blocks that may name somebody, with those around them."""
    telling = {word for word in set(WORD.findall(page.masked)) if _may_name(word, directory)}
    found = [match.start() for match in WORD.finditer(page.masked) if match.group() in telling] if telling else []
    found += [
        match.start() for match in HANDLE.finditer(page.masked) if directory.handled(match["handle"].rstrip(".-"))
    ]
    if not found:
        return []
    starts = [block.start for block in page.blocks]
    read: set[int] = set()
    for start in found:
        place = bisect_right(starts, start) - 1
        read.update(range(max(0, place - 1), min(len(starts), place + REACH + 1)))
    return sorted(read)


def _may_name(word: str, directory: Directory) -> bool:
    parts = [word, *word.replace("’", "'").rsplit("'", 1)[:1]]
    for part in dict.fromkeys(parts):
        key = folded(part)
        if directory.knows(key) or directory.knows_half(key) or (part[:1].isupper() and directory.words_near(key)):
            return True
    return False


def _in_sentence(thread: Thread, place: int) -> Iterator[Finding]:
    for mention in thread.mentions[place]:
        yield from _about_name(thread, place, mention)
    for use in thread.uses[place]:
        found = antecedent(thread, place, use)
        if found:
            thread.meant[place, use.place] = found.mention
            yield from _about_use(thread, place, use, found)
    _keep_topic(thread, place)


def _keep_topic(thread: Thread, place: int) -> None:
    spoken_of = [mention for mention in thread.mentions[place] if mention.part == "spoken of"]
    if spoken_of:
        thread.topic[place] = spoken_of[-1]
        return
    meant = [thread.meant[place, use.place] for use in thread.uses[place] if (place, use.place) in thread.meant]
    if meant:
        thread.topic[place] = meant[-1]


def _about_name(thread: Thread, place: int, mention: Mention) -> Iterator[Finding]:
    sentence = thread.sentences[place]
    person = _only_person(thread.directory, mention)
    if mention.right and person and mention.part != "signing":
        start, end = sentence.tokens[mention.first].start, sentence.tokens[mention.last].end
        words = Rewording(start, end, mention.right)
        yield _finding(NAME, thread.text, words, person, f"{person.name} spells it this way.")
    accepted = _common(thread, mention)
    if accepted is None or sentence.is_quoted(sentence.tokens[mention.first]):
        return
    title = unfitting_title(sentence.tokens, mention, accepted, person.name if person else mention.said)
    if title and person:
        why = _why_not(sentence.tokens[mention.title].text, person)
        yield _finding(TITLE, thread.text, title, person, why)
    for noun in unfitting_nouns(sentence, thread.mentions[place], mention, accepted):
        yield _finding(NOUN, thread.text, noun, person, _why_not(thread.text[noun.start : noun.end], person))
    thread.declared.setdefault(mention.people, set()).update(right_beside(sentence, mention, accepted))
    beside = written_pronouns(sentence, mention, accepted, person)
    if beside:
        yield _finding(PRONOUN, thread.text, beside, person, _why_pronoun(person, accepted))


def _about_use(thread: Thread, place: int, use: Use, found: Found) -> Iterator[Finding]:
    tokens, mention = thread.sentences[place].tokens, found.mention
    accepted = _common(thread, mention)
    if accepted is None:
        return
    person = _only_person(thread.directory, mention)
    if _is_declared(thread, mention, use):
        return
    if not accepted.takes(use.word):
        words = reword(Spot(tokens, use, thread.text), accepted, _called(mention, person))
        yield _finding(PRONOUN, thread.text, words, person, _why_pronoun(person, accepted))
    elif use.word == "they":
        agreeing = agreement(Spot(tokens, use, thread.text))
        if agreeing:
            yield _finding(AGREEMENT, thread.text, agreeing, person, _WHY_PLURAL)


def _is_declared(thread: Thread, mention: Mention, use: Use) -> bool:
    return any(one.cases(use.word) for one in sets_of_words(thread.declared.get(mention.people, ())))


def _common(thread: Thread, mention: Mention) -> Accepted | None:
    """What all who may be meant accept, if they said the same; else nothing may be claimed."""
    all_accepted = set(thread.accepted(mention))
    if len(all_accepted) != 1:
        return None
    only = all_accepted.pop()
    return only if only.says_something else None


def _only_person(directory: Directory, mention: Mention) -> Person | None:
    return directory.colleague(mention.people[0]).person if len(mention.people) == 1 else None


def _called(mention: Mention, person: Person | None) -> str:
    """The name to write in place of a pronoun: as the text has it, spelt rightly."""
    if mention.right:
        return mention.right[0]
    if (mention.is_handle or mention.said.islower()) and person:
        return person.name.split()[0]
    return mention.said


def _finding(rule: str, text: str, words: Rewording, person: Person | None, why: str) -> Finding:
    return Finding(
        start=words.start,
        end=words.end,
        text=text[words.start : words.end],
        rule=rule,
        category="people",
        kind="name" if rule == NAME else "pronoun",
        strength="avoid",
        why=why,
        alternatives=words.alternatives,
        person=person.id if person else None,
        source="What they said about themself in the directory",
    )


def _why_pronoun(person: Person | None, accepted: Accepted) -> str:
    if person and accepted.by_name_only:
        return f"{person.name} asks for the name in place of a pronoun."
    said = (
        " or ".join(person.pronouns) if person else " or ".join(f"{one.subject}/{one.object}" for one in accepted.sets)
    )
    return f"{person.name if person else 'Everyone of that name here'} uses {said}."


def _why_not(word: str, person: Person | None) -> str:
    said = " or ".join(person.pronouns) if person else "other pronouns"
    if person and said.casefold().startswith("name"):
        return f"{person.name} asks to be called by name; “{word}” says more than that."
    return f"“{word}” does not go with what {person.name if person else 'they'} uses: {said}."
