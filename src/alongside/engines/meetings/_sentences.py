"""The sentences of a look-back: read from `sentences.toml`, with names and words put in."""

import string
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_SHORTEST_QUOTE = 3
_LONGEST_QUOTE = 8
_HESITATIONS = frozenset(["uh", "um", "er", "erm"])


def title(kind: str, *, sure: bool, words: Mapping[str, str]) -> str:
    """Say in one sentence what happened, or perhaps happened."""
    titles = _sentences()[kind]
    return str(titles["sure" if sure else "possible"]).format_map(words)


def say(kind: str, number: int, *, sure: bool, words: Mapping[str, str]) -> str:
    """Return what an ally could say, another sentence for each `number`.

    `words` are what is known of the moment; a sentence that needs more is passed over.
    """
    sentences = _sentences()[kind]
    choice = sentences["say" if sure or not sentences["ask"] else "ask"]
    known = [sentence for sentence in choice if all(words.get(field) for field in _fields(sentence))]
    return str(known[number % len(known)]).format_map(words)


def last_words(text: str) -> str:
    """Return the end of what was heard, short enough to be quoted aloud; "" where too little was heard.

    What comes before a fresh start, "um" and words said twice are left away: nobody likes to hear their stammer
    read out.
    """
    heard: list[str] = []
    said = text.split()
    while said and _is_cut_off(said[-1]):
        said.pop()
    for word in said:
        bare = word.rstrip(".,;:…").lower()
        if _is_cut_off(word):
            heard.clear()
        elif bare not in _HESITATIONS:
            if heard and bare == heard[-1].rstrip(".,;:…").lower():
                heard.pop()
            heard.append(word)
    return " ".join(heard[-_LONGEST_QUOTE:]).rstrip(".,;:…") if len(heard) >= _SHORTEST_QUOTE else ""


def _is_cut_off(word: str) -> bool:
    return word.rstrip(".,;:…").endswith("-")


@cache
def _sentences() -> dict[str, dict[str, str | list[str]]]:
    return tomllib.loads(files(__package__).joinpath("sentences.toml").read_text(encoding="utf-8"))


@cache
def _fields(sentence: str) -> tuple[str, ...]:
    return tuple(field for _, field, _, _ in string.Formatter().parse(sentence) if field)
