"""How right the writing check is, how often it cries wolf, and how fast it is, beside alex, retext-equality, proselint.

    uv run python benchmarks/writing.py [--unseen DIR] [--without-peers] [--misses] [--speed | --speed-only]

Scores the sets in `tests/writing/`, whose README says what they hold, and those of `--unseen`, a folder of the same
shape. A finding is right when it touches marked words, and marked words are found when a finding touches them. On a
fair text every finding is an alarm. Intervals are 95 %: bootstrap over texts (Efron 1979) for precision, recall and
F1, Wilson (1927) for shares of texts. The peers are had from npm and PyPI, once, in `var/writing`.
"""

import argparse
import random
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from math import sqrt
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))  # for writing_sets.py

import writing_speed  # noqa: E402
from writing_peers import Peer, peers  # noqa: E402

from alongside.engines import writing  # noqa: E402
from people_texts import Text, texts  # noqa: E402
from writing_scores import Scored, Span, figures, found_by_category, score, touch  # noqa: E402
from writing_sets import HERE, Case, Marked, documents, sentences  # noqa: E402

RESAMPLES = 1000
Z = 1.959964
COUNTINGS: tuple[tuple[Literal["decoder", "each_word_once", "paper"], str], ...] = (
    ("decoder", "decoder"),
    ("each_word_once", "once"),
    ("paper", "paper"),
)
PRONOUNS = (
    ("he", "him", "his", "himself"),
    ("she", "her", "hers", "herself"),
    ("they", "them", "their", "theirs", "themself", "themselves"),
)
MARKUPS = {"md": "markdown", "html": "html", "rst": "rst", "txt": "text"}

Checker = Callable[[Sequence[Case]], list[list[Span]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unseen", type=Path, metavar="DIR", help="a second half of the sets, kept elsewhere")
    parser.add_argument("--without-peers", action="store_true")
    parser.add_argument("--misses", action="store_true", help="list what ours got wrong, by text")
    parser.add_argument("--speed", action="store_true", help="speed, start-up and memory too (minutes)")
    parser.add_argument("--speed-only", action="store_true", help="only those")
    asked = parser.parse_args()
    others = [] if asked.without_peers else peers(ROOT / "var/writing")
    if not asked.speed_only:
        for folder in filter(None, (HERE, asked.unseen)):
            show_folder(folder, others, misses=asked.misses)
        show_adverts(HERE / "adverts.toml")
        show_people(texts(HERE / "people.toml"))
    if asked.speed or asked.speed_only:
        writing_speed.show(others, ROOT / "var/writing")


def show_folder(folder: Path, others: Sequence[Peer], *, misses: bool) -> None:
    for prefix in ("", "unseen_"):
        if not (folder / f"{prefix}flag.jsonl").exists():
            continue
        sets = {name: sentences(folder / f"{prefix}{name}.jsonl") for name in ("flag", "fair", "near")}
        sets["documents"] = documents(folder / f"{prefix}documents")
        print(f"\n# {folder.name} {prefix}: " + ", ".join(f"{len(cases)} {name}" for name, cases in sets.items()))
        show_sets(sets, {"ours": ours, **{peer.name: asking(peer) for peer in others}})
        if misses:
            show_misses(sets)


def show_adverts(file: Path) -> None:
    adverts = tomllib.loads(file.read_text(encoding="utf-8"))["advert"]
    print()
    for counting, key in COUNTINGS:
        right = sum(writing.advert(one["text"], counting=counting).coding == one[key] for one in adverts)
        show(f"adverts, class by {counting}", wilson(right, len(adverts)))


def show_people(about: Sequence[Text]) -> None:
    """Pronouns and names: a finding is right when it is at the mark and offers a right form."""
    ways = {"ours": theirs_by_check, "any other pronoun": theirs_by_list}
    for name, found in ways.items():
        rows, clean = [], []
        for text in about:
            spans = found(text)
            right = {(mark.start, mark.end) for mark in text.marked} & spans
            rows.append(Scored(len(right), len(spans), len(right), len(text.marked)))
            clean += [] if text.marked else [not spans]
        show(f"people, {name}", *with_intervals(rows))
        show("  clean texts left alone", wilson(sum(clean), len(clean)))


def theirs_by_check(text: Text) -> set[Span]:
    right = {(mark.start, mark.end): mark.right for mark in text.marked}
    return {
        (one.start, one.end)
        for one in text.findings()
        if set(right.get((one.start, one.end), ())) <= set(one.alternatives)
    }


def theirs_by_list(text: Text) -> set[Span]:
    """What a list of pronouns finds: whatever belongs to none of those whose first name is in the text."""
    words = {match.span(): match[0].lower() for match in re.finditer(r"\w+", text.text)}
    named = [person for person in text.people if person.name.split()[0].lower() in words.values()]
    kept = {word for person in named for pronouns in person.pronouns for word in pronouns.split("/")}
    others = {word for pronouns in PRONOUNS if not kept & set(pronouns) for word in pronouns}
    return {span for span, word in words.items() if named and word in others}


def show_sets(sets: dict[str, list[Case]], checkers: dict[str, Checker]) -> None:
    spans = {name: {key: checker(cases) for key, cases in sets.items()} for name, checker in checkers.items()}
    for name, found in spans.items():
        print(f"\n{name}")
        for key in ("flag", "documents"):
            show(key, *with_intervals(scored(sets[key], found[key])))
        for key in ("fair", "near"):
            alarms = sum(bool(one) for one in found[key])
            show(f"alarms, {key}", wilson(alarms, len(sets[key])))
        every = [scored(sets["flag"], found["flag"])]
        every += [[Scored(0, len(one), 0, 0) for one in found[key]] for key in ("fair", "near")]
        show("flag, fair and near together", *with_intervals([row for rows in every for row in rows]))
    show_categories(sets["flag"], {name: found["flag"] for name, found in spans.items()})
    show_kinds(sets["fair"], {name: found["fair"] for name, found in spans.items()})


def show_categories(cases: Sequence[Case], found: dict[str, list[list[Span]]]) -> None:
    print()
    show("found, by category", *found)
    by_category = [found_by_category(cases, spans) for spans in found.values()]
    for category in by_category[0]:
        show(category, *(wilson(sum(hits[category]), len(hits[category])) for hits in by_category))


def show_kinds(cases: Sequence[Case], found: dict[str, list[list[Span]]]) -> None:
    print()
    show("alarms, by kind of fair use", *found)
    for kind in sorted({case.group for case in cases}):
        rows = [
            [bool(one) for case, one in zip(cases, spans, strict=True) if case.group == kind]
            for spans in found.values()
        ]
        show(kind, *(f"{sum(row)} of {len(row)}" for row in rows))


def show_misses(sets: dict[str, list[Case]]) -> None:
    """Every mark of ours that was missed, and every finding that was wrong, with its rule."""
    for key, cases in sets.items():
        for case in cases:
            show_wrong(key, case, case.marked if key in {"flag", "documents"} else ())


def show_wrong(key: str, case: Case, marked: Sequence[Marked]) -> None:
    findings = [(one.start, one.end, one) for one in terms(case)]
    marks = [(mark.start, mark.end, mark) for mark in marked]
    for start, end, mark in marks:
        if not any(touch((start, end), one[:2]) for one in findings):
            print(f"missed  {key} {case.id} [{case.text[start:end]}] {mark.category}: {line(case, start)}")
    for start, end, finding in findings:
        if not any(touch((start, end), one[:2]) for one in marks):
            print(f"wrong   {key} {case.id} [{finding.text}] {finding.rule}: {line(case, start)}")


def line(case: Case, place: int) -> str:
    start = case.text.rfind("\n", 0, place) + 1
    return case.text[start:].split("\n", 1)[0]


def ours(cases: Sequence[Case]) -> list[list[Span]]:
    return [[(one.start, one.end) for one in terms(case)] for case in cases]


def terms(case: Case) -> Iterator[writing.Finding]:
    return (one for one in writing.check(case.text, markup=markup_of(case)) if one.kind == "term")


def markup_of(case: Case) -> str:
    return MARKUPS.get(case.name.rpartition(".")[2], f"code:{case.name}")


def asking(peer: Peer) -> Checker:
    return lambda cases: peer.spans([{"text": case.text, "markup": markup_of(case)} for case in cases])


def scored(cases: Sequence[Case], found: Sequence[Sequence[Span]]) -> list[Scored]:
    return [score(case, spans) for case, spans in zip(cases, found, strict=True)]


def with_intervals(rows: Sequence[Scored]) -> list[str]:
    chance = random.Random(4)  # noqa: S311 - not a secret
    drawn = [figures(chance.choices(rows, k=len(rows))) for _ in range(RESAMPLES)]
    cells = []
    for letter, value, values in zip("PRF", figures(rows), zip(*drawn, strict=True), strict=True):
        ordered = sorted(values)
        low, high = ordered[int(0.025 * RESAMPLES)], ordered[int(0.975 * RESAMPLES) - 1]
        cells.append(f"{letter} {value:.3f} [{low:.3f}, {high:.3f}]")
    return cells


def wilson(hits: int, of: int) -> str:
    if not of:
        return "none"
    share, square = hits / of, Z * Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = Z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return f"{hits} of {of}: {share:.3f} [{max(middle - half, 0):.3f}, {middle + half:.3f}]"


def show(name: str, *cells: str) -> None:
    print(f"{name:32}", *(f"{cell:>32}" for cell in cells))


if __name__ == "__main__":
    main()
