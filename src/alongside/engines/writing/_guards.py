"""What has to stand around a word of a phrase: by this most places where it stands are told without reading on.

Worked out when the rules are compiled. Words are flattened, as `_scan` flattens a text.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from alongside.engines.writing._phrases import GAP, Choice
from alongside.engines.writing._scan import flat_head, flat_tail

Flat = frozenset[bytes]


class Guard(NamedTuple):
    """For a word by which a phrase is looked for.

    Attributes:
        after: one of these follows directly; None if anything may.
        before: one of these precedes directly; None if anything may.
        later: of each of these, one comes further on.
        earlier: of each of these, one came further up.
    """

    after: Flat | None
    before: Flat | None
    later: tuple[Flat, ...]
    earlier: tuple[Flat, ...]


def guard_of(choices: Sequence[Choice], place: int) -> Guard:
    """Return the guard of the words at a place of a phrase, whose lists are spelt out."""
    further, before = choices[place + 1 :], choices[:place][::-1]
    next_to = _first(further, flat_head, lambda words: words[0])
    # The rest of the word itself may follow, too: "aren't" is looked for as "aren" and followed by "t".
    tails = {flat_tail(word) for word in choices[place].words if "'" in word}
    return Guard(
        None if next_to is None else next_to | tails,
        _first(before, flat_tail, lambda words: words[-1]),
        _needed(further[1:]),
        _needed(before[1:]),
    )


def _first(
    choices: Iterable[Choice],
    piece: Callable[[str], bytes],
    end: Callable[[tuple[tuple[str, ...], ...]], Iterable[str]],
) -> Flat | None:
    found: set[bytes] = set()
    for choice in choices:
        if choice.words == ("/",):  # it is flattened to a space
            continue
        if choice.named == GAP or "/" in choice.words:
            return None
        found.update(map(piece, choice.words))
        found.update(piece(word) for longer in choice.longer for word in end(longer))
        if not choice.optional:
            return frozenset(found)
    return None


def _needed(choices: Iterable[Choice]) -> tuple[Flat, ...]:
    """For each choice that has to be made, how its words begin."""
    made = (_heads(choice) for choice in choices if not choice.optional and choice.named != GAP)
    return tuple(heads for heads in made if b"" not in heads)


def _heads(choice: Choice) -> Flat:
    return frozenset(map(flat_head, (*choice.words, *(word for longer in choice.longer for word in longer[0]))))
