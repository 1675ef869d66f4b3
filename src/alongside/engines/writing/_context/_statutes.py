"""The words of laws, which say "he" and "chairman" of anybody, and are quoted as they stand."""

import re

from alongside.engines.writing._place import Place

_LAW = re.compile(
    r"\b(?:[Tt]his|[Tt]he|[Tt]hat|[Uu]nder) (?:\d{4} )?(?:Act|Ordinance|Statute|Regulations)\b"
    r"|\b(?:Act|Order|Regulations) (?:of )?(?:1[6-9]|20)\d\d\b|\b(?:sub)?section \d+|\bparagraph \d+ of\b"
    r"|\bcommits an offence\b|\b(?:is|be|an|liable on) (?:an )?(?:offence|summary conviction)\b"
    r"|\bliable (?:on|to a fine)\b"
    r"|\b[Aa] constable\b|\bSecretary of State\b|\b(?:claimant|plaintiff|defendant|petitioner|appellant)(?:'s|’s)?\b"
)
_CATEGORIES = frozenset("gender disability mental-health origin".split())


def is_law(place: Place) -> bool:
    """Tell whether the sentence is one of a law, or of a court."""
    if place.entry.category not in _CATEGORIES:
        return False
    return _LAW.search(place.passage.text) is not None
