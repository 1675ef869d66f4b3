"""Hints for somebody who writes down how to put a mistake right.

The parts of an apology that count most are to take responsibility and to put it right (Lewicki, Polin and Lount 2016).
An apology that begins with what one meant asks the other person to look after that first.
"""

import re
from dataclasses import dataclass
from typing import Literal

Hint = Literal["intent_first", "but", "if", "nobody_did_it", "asks_for_forgiveness"]

_SENTENCES = re.compile(r"[.!?\n]")


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_INTENT = _any_of(
    r"\b(?:i|we) (?:really |honestly |just |only )?(?:did(?:n['’]t| not)|never|only|just)"
    r" (?:mean|meant|intend|intended|want|wanted|tried|realise|realize|know|think)\b",
    r"\bmy intention\b|\bi meant well\b|\banyone who knows me\b",
    r"\bi was (?:only|just) (?:joking|trying|kidding)\b|\bit was (?:only|just) a joke\b",
    r"\bi(?:['’]m| am) not (?:a )?(?:racist|sexist)\b",
)
_SORRY = _any_of(r"\b(?:sorry|apologi[sz]e|regret)\b")
_BUT = _any_of(r"\b(?:but|however|although|though)\b")
_IF = _any_of(r"\b(?:if|that you felt|you feel|how you|any (?:offen[cs]e|hurt|upset))\b")
_NOBODY = _any_of(r"\b(?:mistakes?|errors?|things?|words?) (?:was|were|got|have been|has been) (?:made|said|done)\b")
_FORGIVE = _any_of(
    r"\b(?:forgive me|forgiveness|can we move on|put (?:this|it) behind us|hope we can forget)\b",
)


@dataclass(frozen=True, slots=True)
class Repair:
    """How somebody means to put a mistake right, the impact first.

    Attributes:
        impact: what it did to the other person.
        happened: what happened, as anyone could have seen it.
        apology: what to say to them.
        change: what will be different.
        checks: who will look whether it is.
    """

    impact: str
    happened: str
    apology: str
    change: str
    checks: str


def hints(repair: Repair) -> tuple[Hint, ...]:
    """Return what to look at again. A hint is a question, not a verdict."""
    said = f"{repair.apology}\n{repair.impact}"
    after = [sentence[found.end() :] for sentence in _SENTENCES.split(said) if (found := _SORRY.search(sentence))]
    firsts = [_SENTENCES.split(text.strip(), maxsplit=1)[0] for text in (repair.impact, repair.apology)]
    looks: tuple[tuple[Hint, re.Pattern[str], list[str]], ...] = (
        ("intent_first", _INTENT, firsts),
        ("but", _BUT, after),
        ("if", _IF, after),
        ("nobody_did_it", _NOBODY, [said]),
        ("asks_for_forgiveness", _FORGIVE, [said]),
    )
    return tuple(hint for hint, pattern, texts in looks if any(map(pattern.search, texts)))
