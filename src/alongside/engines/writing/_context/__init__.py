"""Whether a term is fair where it stands. Each test is a function of a `Place`, in the module of what it looks at.

A rule narrows itself first: its own conditions, then the signs that it asks for. Then come the tests that hold for
every rule, the cheap ones first; a sign such as "names_too" takes one of these away from a rule.
"""

from collections.abc import Callable

from alongside.engines.writing._context import (
    _history,
    _identifiers,
    _mentions,
    _names,
    _quotations,
    _selves,
    _somebody,
    _statutes,
)
from alongside.engines.writing._context.signs import SIGNS
from alongside.engines.writing._matching import holds, stands_after, stands_before, stands_near
from alongside.engines.writing._place import Place

_FOR_ALL: tuple[tuple[str, Callable[[Place], bool]], ...] = (
    ("code_too", _identifiers.is_identifier),
    ("names_too", _names.is_name),
    ("quoted_too", _quotations.is_quoted),
    ("mentions_too", _mentions.is_mention),
    ("self_too", _selves.is_self_description),
    ("somebody_too", _somebody.is_of_somebody),
    ("law_too", _statutes.is_law),
    ("history_too", _history.is_history),
)


def is_fair(place: Place) -> bool:
    """Tell whether context makes a term fair."""
    if place.entry.conditions and _by_its_conditions(place):
        return True
    signs = place.entry.signs
    if signs and not all(SIGNS[sign](place) for sign in signs if sign in SIGNS):
        return True
    return any(test(place) for waiver, test in _FOR_ALL if waiver not in signs)


def _by_its_conditions(place: Place) -> bool:
    passage, first, last, asked = place.passage, place.first, place.last, place.entry.conditions
    stands: dict[str, Callable[[], bool]] = {
        "not_before": lambda: stands_before(asked["not_before"], passage, first),
        "not_after": lambda: stands_after(asked["not_after"], passage, last),
        "not_near": lambda: stands_near(asked["not_near"], passage),
        "not_in": lambda: holds(asked["not_in"], passage, first, last),
        "needs_before": lambda: not stands_before(asked["needs_before"], passage, first),
        "needs_after": lambda: not stands_after(asked["needs_after"], passage, last),
        "needs_near": lambda: not stands_near(asked["needs_near"], passage),
    }
    return any(stands[condition]() for condition in asked)
