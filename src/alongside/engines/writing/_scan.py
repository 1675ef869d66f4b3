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
_LONGEST_WORD = 40

Guard = tuple[frozenset[bytes] | None, frozenset[bytes] | None]
"""One of which words has to stand directly before, and directly after, a word that is looked for; None: any may."""

_Find = Callable[[bytes], Iterable[tuple[int, int, int]]]
"""From flattened bytes to the number of each pattern found, where it begins, and where it ends."""


class Scanner:
    """Looks for a set of words, caseless. Letters outside ASCII may bring a hit too many, never one too few."""

    def __init__(
        self,
        words: Iterable[str],
        guards: Callable[[bytes], tuple[Guard, ...]] | None = None,
        *,
        use_automaton: bool = ahocorasick_rs is not None,
    ) -> None:
        """Take the words, and for each flattened word what may stand beside it; no guards mean that all may."""
        self._patterns = _patterns(words)
        self._find = (_automaton if use_automaton else _trie)(self._patterns)
        self._guards = guards
        self._known: list[tuple[Guard, ...] | None] = [None] * len(self._patterns)

    def starts(self, text: str) -> list[int]:
        """Return where in the text one of the words begins, in code points, in order."""
        raw = text.encode("utf-8", "surrogatepass")
        flattened = b" " + raw.translate(_FLAT) + b" "
        found = sorted(self._likely(flattened))
        return found if len(raw) == len(text) else list(_code_points(raw, found))

    def _likely(self, flattened: bytes) -> Iterator[int]:
        """Yield where a word begins that has the right words beside it."""
        known = self._known
        for pattern, start, end in self._find(flattened):
            guard = known[pattern]
            if guard is None:
                guard = known[pattern] = self._guard_of(pattern)
            if not guard or _passes(guard, flattened, start, end):
                yield start

    def _guard_of(self, pattern: int) -> tuple[Guard, ...]:
        return self._guards(self._patterns[pattern].strip()) if self._guards else ()


def _passes(guard: tuple[Guard, ...], flattened: bytes, start: int, end: int) -> bool:
    previous = following = None
    for may_precede, may_follow in guard:
        if may_follow is not None:
            if following is None:
                following = _word_from(flattened, end)
            if following not in may_follow:
                continue
        if may_precede is None:
            return True
        if previous is None:
            previous = _word_before(flattened, start)
        if previous in may_precede:
            return True
    return False


def _word_from(flattened: bytes, start: int) -> bytes:
    word = flattened[start : flattened.find(b" ", start)]
    return word or b"".join(flattened[start : start + _LONGEST_WORD].split(None, 1)[:1])


def _word_before(flattened: bytes, end: int) -> bytes:
    word = flattened[flattened.rfind(b" ", 0, end) + 1 : end]
    return word or b"".join(flattened[max(0, end - _LONGEST_WORD) : end].rsplit(None, 1)[-1:])


def _patterns(words: Iterable[str]) -> list[bytes]:
    """Each word between two spaces; plain words are flattened together, which is quicker."""
    heads = {word.partition("'")[0] for word in words}
    plain = {head for head in heads if head.isascii() and head.isalnum()}
    flattened = {*" ".join(plain).encode().translate(_FLAT).split(), *map(flat, heads - plain)}
    return sorted(b" %b " % word for word in flattened)


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


def _code_points(raw: bytes, places: Iterable[int]) -> Iterator[int]:
    """Turn places in bytes, in order, into places in code points."""
    at = count = 0
    for place in places:
        count += len(raw[at:place].decode("utf-8", "surrogatepass"))
        at = place
        yield count
