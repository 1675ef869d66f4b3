"""Settings of alex. Its rules are named for the words that they are about: `master-slave`, `he-she`.

Source: alex's readme, "Configuration", version 11.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from alongside.engines.writing._packs._pack import Pack, UnusablePack
from alongside.engines.writing._packs._texts import texts
from alongside.engines.writing._rules import Allowed, Rules

_NOT_CARRIED = {
    "profanitySureness": "there is no list of swear words here",
    "noBinary": "he or she is a matter of the rules on gender here; name them under off to do without",
}
_KNOWN = {"allow", "deny", *_NOT_CARRIED}


def read(pack: Mapping[str, Any], name: str) -> Pack:
    allow, deny = texts(pack, "allow", name), texts(pack, "deny", name)
    if allow and deny:
        raise UnusablePack(f"{name}: allow and deny exclude each other, as in alex. Leave one of them out.")
    notes = [f"{name}: {field} is not carried over: {why}." for field, why in _NOT_CARRIED.items() if pack.get(field)]
    notes += [f"{name}: {field} is no setting of alex that is known here." for field in pack if field not in _KNOWN]
    if allow or deny:
        notes.append(f"{name}: names of alex's rules are read as the words in them, such as he-she as “he” and “she”.")
    rules = Rules(
        allowed=tuple(Allowed(word, f"Allowed in {name}.") for rule in allow for word in _words(rule)),
        only=frozenset(word for rule in deny for word in _words(rule)),
    )
    return Pack(rules, tuple(notes))


_MOST_WORDS = 8


def _words(rule: str) -> Iterator[str]:
    """Each word of a name, and each that follow one another, as no sign tells where a term of two words begins."""
    parts = [part for part in rule.lower().split("-") if part][:_MOST_WORDS]
    for start, end in combinations(range(len(parts) + 1), 2):
        yield " ".join(parts[start:end])
