"""Finds words in a text in one pass over its bytes.

The text is flattened first: lower case, and a space for every byte that is of no letter or digit. So a pattern is a
word between two spaces, and each hit is a whole word. Flattening keeps the number of bytes.
"""

import re
from collections.abc import Callable, Iterable, Iterator

try:
    import ahocorasick_rs
except ImportError:  # no wheel for this machine
    ahocorasick_rs = None  # type: ignore[assignment, unused-ignore]


def _flattened(byte: int) -> int:
    """The first byte of a letter outside ASCII stays, the next ones go; 0xC2 and 0xE2 begin signs, such as a dash."""
    letter = chr(byte)
    if letter.isascii():
        return ord(letter.lower()) if letter.isalnum() else ord(" ")
    return byte if byte >= 0xC0 and byte not in {0xC2, 0xE2} else ord(" ")


_FLAT = bytes(map(_flattened, range(256)))
_Find = Callable[[bytes], Iterable[tuple[int, int, int]]]
"""From flattened bytes to the number of each pattern found, where it begins, and where it ends."""


class Scanner:
    """Looks for a set of words, caseless. Letters outside ASCII may bring a hit too many, never one too few."""

    def __init__(self, words: Iterable[bytes], *, use_automaton: bool = ahocorasick_rs is not None) -> None:
        """Take the words as `flat` returns them."""
        self.words = sorted(set(words))
        self.find = (_automaton if use_automaton else _trie)([b" %b " % word for word in self.words])

    def starts(self, text: str) -> list[int]:
        """Return where in the text one of the words begins, in code points, in order."""
        raw = text.encode("utf-8", "surrogatepass")
        return code_points(raw, text, sorted(start for _, start, _ in self.find(flattened(raw))))


def flattened(raw: bytes) -> bytes:
    """Return a text in which each word stands between spaces; the space before it has the place of its first byte."""
    return b" %b " % raw.translate(_FLAT)


def flat(word: str) -> bytes:
    """Return a word up to its apostrophe, flattened."""
    return word.partition("'")[0].encode("utf-8").translate(_FLAT)


def flat_tail(word: str) -> bytes:
    """Return the last piece of a word once it is flattened."""
    return (word.encode("utf-8").translate(_FLAT).split() or [b""])[-1]


def flat_head(word: str) -> bytes:
    """Return the first piece of a word once it is flattened."""
    return (word.encode("utf-8").translate(_FLAT).split() or [b""])[0]


def _automaton(patterns: list[bytes]) -> _Find:
    automaton = ahocorasick_rs.BytesAhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.Standard)

    def find(flattened: bytes) -> Iterable[tuple[int, int, int]]:
        return automaton.find_matches_as_indexes(flattened, overlapping=True)

    return find


def _trie(patterns: list[bytes]) -> _Find:
    """The same by one regular expression, in which words that begin alike share their beginning."""
    matches = re.compile(b" (?=(" + _branches([pattern[1:] for pattern in patterns]) + b"))").finditer
    numbers = {pattern[1:]: number for number, pattern in enumerate(patterns)}

    def find(flattened: bytes) -> Iterable[tuple[int, int, int]]:
        return ((numbers[match[1]], match.start(), match.end(1)) for match in matches(flattened))

    return find


def _branches(tails: list[bytes]) -> bytes:
    if tails == [b""]:
        return b""
    by_first: dict[int, list[bytes]] = {}
    for tail in tails:
        by_first.setdefault(tail[0], []).append(tail[1:])
    choices = [re.escape(bytes([first])) + _branches(rest) for first, rest in sorted(by_first.items())]
    return choices[0] if len(choices) == 1 else b"(?:" + b"|".join(choices) + b")"


def code_points(raw: bytes, text: str, places: list[int]) -> list[int]:
    """Turn places in bytes, in order, into places in code points."""
    return places if len(raw) == len(text) else list(_counted(raw, places))


def _counted(raw: bytes, places: Iterable[int]) -> Iterator[int]:
    at = count = 0
    for place in places:
        count += len(raw[at:place].decode("utf-8", "surrogatepass"))
        at = place
        yield count
