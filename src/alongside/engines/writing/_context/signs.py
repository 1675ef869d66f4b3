"""The named tests that a rule may ask for. A rule with `sign = ["nominal"]` is flagged only where the test holds."""

from collections.abc import Callable, Mapping

from alongside.engines.writing._context import _names
from alongside.engines.writing._context._generic import generic
from alongside.engines.writing._context._words import (
    AFTER_A_NOUN,
    BE,
    DETERMINERS,
    GREETINGS,
    PERSONAL,
    SOFTENERS,
    THINGS,
    is_person_word,
)
from alongside.engines.writing._masking import SUBSTITUTE
from alongside.engines.writing._place import Place


def nominal(place: Place) -> bool:
    """Used as a noun: "the blind are", not "the blind spot"."""
    last = place.last
    if place.after() in {"and", "or"} and place.after(2) not in DETERMINERS:
        last += 2  # "the gay and lesbian network"
    written = place.passage.between(last)
    between = written.strip(" \n*_>")
    if written == "-" or between[:1] in {SUBSTITUTE, "["}:
        return False
    if last + 1 >= len(place.passage.words) or between:
        return True
    after = place.passage.word(last + 1)
    return after in AFTER_A_NOUN or after.endswith("ly") or (after.endswith("ed") and len(after) > 4)


def attributive(place: Place) -> bool:
    """Directly before a noun."""
    return not nominal(place)


def of_person(place: Place) -> bool:
    """Said of a person: "she is so X", "an X manager", "Omar is X"."""
    if is_person_word(place.after()) and not place.passage.between(place.last).strip(" \n*_>"):
        return True
    subject = _subject(place)
    return subject >= 0 and _is_somebody(place, subject)


def of_thing(place: Place) -> bool:
    """Said of no person."""
    return not of_person(place)


def _subject(place: Place) -> int:
    """Which word the term is said of, over a form of "be" and words such as "so"; -1 if there is none."""
    words, at = place.passage.words, place.first - 1
    while at >= 0 and words[at] in SOFTENERS:
        at -= 1
    if at < 0 or words[at] in BE:
        return at - 1 if at > 0 else -1
    return at if words[at].endswith(("'s", "'re", "'m")) else -1


def _is_somebody(place: Place, subject: int) -> bool:
    said = place.passage.words[subject].partition("'")[0]
    if said in PERSONAL or is_person_word(said):
        return True
    is_name = subject > 0 or place.passage.between(subject).strip() == ""
    written = place.passage.written(subject)
    return is_name and written[:1].isupper() and said not in THINGS and not _names.capitals_mean_nothing(place.passage)


def address(place: Place) -> bool:
    """Speaking to people: "hey X", "X, could you", "you X", "thanks X"."""
    before, after = place.before(), place.passage.between(place.last).strip(" *_\n")
    if before in GREETINGS:
        return True
    comma_before = place.first > 0 and place.passage.between(place.first - 1).strip(" *_\n").endswith(
        (",", ":", "-", "–", "—")
    )
    alone = place.first == 0 or comma_before
    return alone and (after[:1] in set(",!?:;.-–—") or place.last + 1 >= len(place.passage.words))


def lower(place: Place) -> bool:
    """Not with a capital, other than at the beginning of a sentence."""
    return place.first == 0 or not place.text[:1].isupper() or _names.capitals_mean_nothing(place.passage)


def question(place: Place) -> bool:
    """In a question."""
    return place.passage.masked[place.end : place.passage.end].rstrip("\"'”’)*_ \n").endswith("?")


def sentence_start(place: Place) -> bool:
    """The first words of a sentence."""
    return place.first == 0


def whole_sentence(place: Place) -> bool:
    """All that is said."""
    return place.first == 0 and place.last == len(place.passage.words) - 1


def pause_after(place: Place) -> bool:
    """At the end, or before a comma or a dash: "all right love, I'll call you"."""
    after = place.passage.between(place.last).strip(" *_\n")
    return after[:1] in set(",!?:;.-–—…)") or place.last + 1 >= len(place.passage.words)


def predicate(place: Place) -> bool:
    """Said of the subject: "that is X", not "an X plan"."""
    return _subject(place) >= 0


SIGNS: Mapping[str, Callable[[Place], bool]] = {
    sign.__name__: sign
    for sign in (
        nominal,
        attributive,
        of_person,
        of_thing,
        generic,
        address,
        lower,
        question,
        sentence_start,
        whole_sentence,
        pause_after,
        predicate,
    )
}
WAIVERS = ("code_too", "names_too", "quoted_too", "mentions_too", "self_too", "somebody_too", "law_too", "history_too")
"""Signs that take a test for all rules away from one rule."""
