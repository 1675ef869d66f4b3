"""The sentences of a look-back: read from `sentences.toml`, with names and words put in."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from alongside.engines.meetings._word_weights import GRAMMAR

_SHORTEST_QUOTE = 4
_LONGEST_QUOTE = 8
_LONGEST_REPEAT = 3
_MARKS = ".,;:?!…"
_ENDS_OF_SENTENCE = (".", "?", "!")
_FIELD = re.compile(r"\{(\w+)\}")
_HESITATIONS = frozenset(["", "uh", "um", "er", "erm", "eh", "hm", "hmm", "mm"])
# Words that say nothing of a thought by themselves.
_LITTLE_SAID = GRAMMAR | frozenset("mean know think thought guess suppose see say said sort kind still like".split())


def title(kind: str, *, sure: bool, words: Mapping[str, str]) -> str:
    """Say in one sentence what happened, or perhaps happened."""
    titles = _sentences()[kind]
    return str(titles["sure" if sure else "possible"]).format_map(words)


def say(kind: str, number: int, *, sure: bool, words: Mapping[str, str]) -> str:
    """Return what an ally could say, another sentence for each `number`.

    `words` are what is known of the moment; a sentence that needs more is passed over.
    """
    choice = _choice(kind, frozenset(field for field, word in words.items() if word), sure=sure)
    return choice[number % len(choice)].format_map(words)


def last_words(text: str) -> str:
    """Return the end of what was heard, short enough to be quoted aloud; "" where that would tell nothing.

    What comes before a fresh start, "um" and words said twice are left away: nobody likes to hear their stammer
    read out. Words of grammar alone ("but it's sort of, it's") do not bring a thought back, and a question that was
    asked to its end needs no bringing back.
    """
    said = text.split()
    while said and _is_cut_off(said[-1]):
        said.pop()
    if said and said[-1].endswith(_ENDS_OF_SENTENCE[1:]):
        return ""
    said = _after_the_last_start(said)
    if len(said) < _SHORTEST_QUOTE:
        return ""
    heard: list[str] = []
    bare: list[str] = []
    for word in said:
        if (sound := _bare(word)) not in _HESITATIONS:
            heard.append(word)
            bare.append(sound)
            _drop_repeat(heard, bare)
    tells = len(heard) >= _SHORTEST_QUOTE and not _LITTLE_SAID.issuperset(bare)
    return " ".join(heard[-_LONGEST_QUOTE:]).rstrip(_MARKS) if tells else ""


def _after_the_last_start(said: list[str]) -> list[str]:
    for place in range(len(said) - 1, 0, -1):
        if _is_cut_off(said[place]):
            return said[place + 1 :]
        if said[place - 1].endswith(_ENDS_OF_SENTENCE):
            return said[place:]
    return said[1:] if said and _is_cut_off(said[0]) else said


def _drop_repeat(heard: list[str], bare: list[str]) -> None:
    """Where the last words are the ones before them once more, keep one of the two."""
    if bare[-1] not in bare[-1 - _LONGEST_REPEAT : -1]:
        return
    for length in range(1, _LONGEST_REPEAT + 1):
        repeated = slice(-2 * length, -length)
        if bare[-length:] == bare[repeated]:
            del heard[repeated]
            del bare[repeated]


def _bare(word: str) -> str:
    return word.strip(_MARKS).lower().replace("’", "'")


def _is_cut_off(word: str) -> bool:
    return word.rstrip(_MARKS).endswith("-")


@cache
def _sentences() -> dict[str, dict[str, str | list[str]]]:
    return tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))


@cache
def _choice(kind: str, known: frozenset[str], *, sure: bool) -> tuple[str, ...]:
    """Return the sentences that need no more than what is known."""
    sentences = _sentences()[kind]
    choice = sentences["say" if sure or not sentences["ask"] else "ask"]
    return tuple(sentence for sentence in choice if _fields(sentence) <= known)


def _fields(sentence: str) -> set[str]:
    return set(_FIELD.findall(sentence))
