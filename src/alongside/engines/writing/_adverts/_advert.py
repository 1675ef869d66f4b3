"""A job advert looked at: its coded words, what keeps people away, and what to change first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from alongside.engines.writing._adverts._coded import coded_findings
from alongside.engines.writing._adverts._counting import WAYS, Coded, Coding, Count, Counting, Side, coded_words, count
from alongside.engines.writing._adverts._missing import long_lists, missing, names_pay
from alongside.engines.writing._adverts._wording import table, wording_findings
from alongside.engines.writing._decisions import decided
from alongside.engines.writing._finding import Finding
from alongside.engines.writing._rules import OURS, Rules


@dataclass(frozen=True, slots=True)
class Advert:
    """What one job advert says, and to whom."""

    coding: Coding
    """By the way of counting that was asked for."""
    masculine: tuple[str, ...]
    """The words found, in order; a word that counts twice stands twice."""
    feminine: tuple[str, ...]
    score: int
    """Feminine less masculine words."""
    findings: tuple[Finding, ...]
    counting: Counting
    notes: tuple[str, ...]
    """Which words counted twice, and whether another way of counting gives another class."""
    first: tuple[str, ...]
    """What to change, the most important first, each with its reason."""


def advert(text: str, *, counting: Counting = "decoder", rules: Rules | None = None) -> Advert:
    """Look at a job advert.

    Args:
        text: the advert, as it would be published. Markup is read as it stands, as the public decoder does.
        counting: "decoder" as the public Gender Decoder counts (its class and words are the same); "each_word_once"
            counts a word once even if it begins like two stems; "paper" takes the list and the stars of Gaucher,
            Friesen and Kay 2011, appendix A, with the decoder's borders, since the paper gives none.
        rules: what was decided about findings, as for a check; the class does not depend on it.

    Raises:
        ValueError: `counting` is none of these.
    """
    if counting not in WAYS:
        raise ValueError(f"counting {counting!r}: expected one of {', '.join(WAYS)}")
    coded = coded_words(text, counting)
    counted = count(coded, counting)
    coded_places = coded_findings(text, coded, leans=_leans(counted), twice=counting == "decoder")
    findings = decided([*coded_places, *_beside_coding(text)], text, rules or OURS)
    return Advert(
        coding=counted.coding,
        masculine=counted.masculine,
        feminine=counted.feminine,
        score=counted.score,
        findings=tuple(findings),
        counting=counting,
        notes=tuple(_notes(text, coded, counting, counted)),
        first=tuple(_first(findings, counted)),
    )


def _leans(counted: Count) -> Side | None:
    if counted.score == 0:
        return None
    return "feminine" if counted.score > 0 else "masculine"


def _beside_coding(text: str) -> list[Finding]:
    found = [*wording_findings(text), *long_lists(text), *missing(text)]
    if names_pay(text):
        return [one for one in found if one.rule != "adverts.vague-pay"]
    if any(one.rule == "adverts.vague-pay" for one in found):
        return [one for one in found if one.rule != "adverts.missing-pay"]
    return found


def _notes(text: str, coded: Iterable[Coded], counting: Counting, counted: Count) -> Iterable[str]:
    if counting == "decoder":
        yield from _counted_twice(coded)
    for way in WAYS:
        other = counted if way == counting else count(coded_words(text, way), way)
        if other.coding != counted.coding:
            yield f"{_BY[way]} it would be {other.coding} ({other.score:+d} instead of {counted.score:+d})."


_BY: Final[dict[Counting, str]] = {
    "decoder": "By the public decoder’s way of counting",
    "each_word_once": "If each word counted once,",
    "paper": "By the list of the paper (Gaucher, Friesen and Kay 2011)",
}


def _counted_twice(coded: Iterable[Coded]) -> Iterable[str]:
    places = Counter((one.word.text, one.stems) for one in coded if len(one.stems) > 1)
    for (word, stems), times in places.items():
        often = "" if times == 1 else f" It stands here {times} times, so it counts {len(stems) * times} times."
        named = " and ".join(f"“{stem}”" for stem in stems)
        yield f"“{word}” counts twice wherever it stands, since the list has two stems it begins with: {named}.{often}"


_STEPS: Final = (
    ("barrier", "{} keeps a group of people out: {}. Change this first, since they cannot apply at all."),
    ("requirement", "{} may not be needed: {}. Ask of each whether the work needs it on the first day."),
)
_MISSING: Final = (
    ("adverts.missing-pay", "Name the pay as a range. People look for it first, and it keeps pay fair."),
    ("adverts.vague-pay", "Name the pay as a range instead of {}. People look for it first, and it keeps pay fair."),
    (
        "adverts.missing-adjustments",
        "Say that you make adjustments, and whom to ask. Else disabled people have to guess whether they may ask.",
    ),
    ("adverts.missing-flexible", "Say which hours and places can be talked about. More people then apply."),
    ("adverts.missing-welcome", "Say in a sentence of your own who is welcome."),
)


def _first(findings: Iterable[Finding], counted: Count) -> Iterable[str]:
    found = list(findings)
    groups = {entry.id: entry.group for entry in table()} | {"adverts.long-list": "requirement"}
    for group, sentence in _STEPS:
        yield from _step(sentence, [one for one in found if groups.get(one.rule) == group])
    for rule, sentence in _MISSING:
        said = next((one.text for one in found if one.rule == rule), None)
        if said is not None:
            yield sentence.format(f"“{_one_line(said)}”")
    yield from _coded_step(found, counted)
    culture = [one for one in found if groups.get(one.rule) == "culture"]
    yield from _step("{} speaks to one kind of person: {}. Say what a usual week is like.", culture)


def _step(sentence: str, found: list[Finding]) -> Iterable[str]:
    if found:
        said = list(dict.fromkeys(f"“{_one_line(one.text)}”" for one in found))
        named = ", ".join(said[:5]) + (f" and {len(said) - 5} more" if len(said) > 5 else "")
        yield sentence.format("This" if len(said) == 1 else "Each of these", named)


def _coded_step(found: list[Finding], counted: Count) -> Iterable[str]:
    """How many masculine words to let go until the advert is neutral, the most frequent named."""
    if counted.score >= 0:
        return
    matter = [one.text.lower() for one in found if one.rule == "adverts.masculine-coded" and one.strength == "consider"]
    named = ", ".join(f"“{word}”" for word, _ in Counter(matter or counted.masculine).most_common(5))
    needed = f"{-counted.score} masculine-coded word{'s' if counted.score < -1 else ''}"
    yield f"Write {needed} in other words, and the advert is neutral. Begin with {named}."


def _one_line(said: str) -> str:
    return " ".join(said.split())
