"""Whose name a run of words is, and how it should be spelt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alongside.engines.writing._people._directory import Colleague, Directory
from alongside.engines.writing._people._folding import folded, is_as_written, written_out
from alongside.engines.writing._people._near import is_slip_alone, is_slip_beside
from alongside.engines.writing._people._tokens import Token
from alongside.engines.writing._people._words import PARTICLES


@dataclass(frozen=True, slots=True)
class Match:
    """Who may be meant by a run of words."""

    people: tuple[int, ...]
    right: tuple[str, ...] = ()
    """How the run is spelt rightly; empty if it is right."""

    @property
    def is_exact(self) -> bool:
        """Whether it is spelt as it should be."""
        return not self.right


def best_match(words: Sequence[Token], directory: Directory) -> Match | None:
    """Return whose name a run of words is, or may be a slip for; None if it is nobody's, or could be several slips."""
    said = [token.text for token in words]
    keys = [folded(word) for word in said]
    for some in (_holders(keys, directory), _slips_beside(keys, directory), _slips_alone(keys, directory)):
        found = [
            (index, spelling) for index in some if (spelling := _right_spelling(said, keys, directory.colleague(index)))
        ]
        if found:
            return _joined(said, found)
    return None


def _joined(said: list[str], found: list[tuple[int, str]]) -> Match | None:
    exact = tuple(index for index, spelling in found if _is_right(said, spelling))
    if exact:
        return Match(exact)
    people = tuple(index for index, _ in found)
    spellings = tuple(dict.fromkeys(spelling for _, spelling in found))
    curly = any("’" in word for word in said)
    right = tuple(spelling.replace("'", "’") if curly else spelling for spelling in spellings)
    if all(word.isupper() for word in said):
        right = tuple(spelling.upper() for spelling in right)
    return Match(people, right) if len(people) == 1 else None


def _is_right(said: list[str], spelling: str) -> bool:
    right = spelling.split()
    return len(right) == len(said) and all(map(is_as_written, said, right))


def _holders(keys: list[str], directory: Directory) -> Iterable[int]:
    """Who has all these words in their name, also where a hyphen, an apostrophe or a space is lost."""
    plain = [key for key in keys if key not in PARTICLES] or keys
    found = directory.named_all(plain) or directory.named_all(["".join(keys)])
    if found or len(plain) < 2:
        return found
    for place in range(len(keys) - 1):
        together = [*keys[:place], keys[place] + keys[place + 1], *keys[place + 2 :]]
        found = directory.named_all(key for key in together if key not in PARTICLES)
        if found:
            return found
    return ()


def _slips_beside(keys: list[str], directory: Directory) -> Iterable[int]:
    """Who has one of these words in their name, if there are more words to judge by."""
    plain = [key for key in keys if key not in PARTICLES]
    if len(plain) < 2 and len(keys) < 2:
        return ()
    return dict.fromkeys(index for key in plain for index in _narrowed(key, plain, directory))


def _narrowed(key: str, plain: list[str], directory: Directory) -> Iterable[int]:
    named = directory.named(key)
    if named:
        return named
    others = [word for word in plain if word != key]
    near = {word for other in others for word in directory.words_near(other)}
    return [index for word in sorted(near) for index in directory.named_all([key, word])]


def _slips_alone(keys: list[str], directory: Directory) -> Iterable[int]:
    if len(keys) != 1:
        return ()
    near = directory.words_near(keys[0])
    found = dict.fromkeys(
        index for word in near for index in directory.named(word) if directory.colleague(index).goes_by(word)
    )
    return found if len(found) == 1 else ()


def _right_spelling(said: list[str], keys: list[str], colleague: Colleague) -> str:
    """How a colleague spells these words; empty if the words are not theirs. What is spelt as said comes first."""
    found = [
        spelling
        for name, name_keys in zip(colleague.names, colleague.keys, strict=True)
        if (spelling := _aligned(keys, name, name_keys))
    ]
    return next((spelling for spelling in found if _is_right(said, spelling)), found[0] if found else "")


def _aligned(keys: list[str], name: tuple[str, ...], name_keys: tuple[str, ...]) -> str:
    """The words of a name that a run stands for, in its order; empty if a word of the run is not in the name."""
    taken: list[int] = []
    exact = slips = place = 0
    while place < len(keys):
        step, indices, is_slip = _one_word(keys, place, name, name_keys, taken[-1] + 1 if taken else 0)
        if not step:
            return ""
        taken += indices
        slips += is_slip
        exact += not is_slip
        place += step
    if slips and not (exact or len(keys) == 1):
        return ""
    if slips > 1 or all(keys_ in PARTICLES for keys_ in keys):
        return ""
    return " ".join(name[index] for index in taken)


def _one_word(
    keys: list[str], place: int, name: tuple[str, ...], name_keys: tuple[str, ...], start: int
) -> tuple[int, list[int], bool]:
    """How many words of the run, which words of the name from `start`, and whether it is a slip."""
    for index in range(start, len(name)):
        if keys[place] in {name_keys[index], folded(written_out(name[index]))}:
            return 1, [index], False
        if place + 1 < len(keys) and keys[place] + keys[place + 1] == name_keys[index]:
            return 2, [index], False
        if index + 1 < len(name) and keys[place] == name_keys[index] + name_keys[index + 1]:
            return 1, [index, index + 1], False
    is_slip = is_slip_beside if len(keys) > 1 else is_slip_alone
    for index in range(start, len(name)):
        both = {keys[place], name_keys[index]}
        if is_slip(keys[place], name_keys[index]) or (len(both & PARTICLES) == 2 and len(keys) > 2):
            return 1, [index], True
    return 0, [], False
