"""SARIF 2.1.0, as GitHub code scanning and other services read it.

Sources: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"; GitHub documentation, "SARIF support
for code scanning", from which the limits are.
"""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from alongside import __version__
from alongside.engines.writing import STRENGTHS, Finding, Strength
from alongside.writing.checked import Checked, Mark
from alongside.writing.choices import words_for
from alongside.writing.report.printable import plain
from alongside.writing.report.wording import better, is_at_least

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 25_000


def render(files: Iterable[Checked], *, fail_at: Strength) -> Iterator[str]:
    yield json.dumps(_log(list(files), fail_at), ensure_ascii=False) + "\n"


def _log(files: Sequence[Checked], fail_at: Strength) -> dict[str, Any]:
    placed = [(checked.name, mark) for checked in files for mark in checked.marks]
    kept = _strongest(placed)
    rules = {mark.finding.rule: mark.finding for _, mark in kept}
    numbers = {rule: number for number, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    driver = {
        "name": "Alongside",
        "semanticVersion": __version__,
        "version": __version__,
        "rules": [_rule(finding, fail_at) for finding in rules.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "invocations": [_invocation(files, left_out=len(placed) - len(kept))],
        "results": [_result(name, mark, numbers[mark.finding.rule], fail_at, seen) for name, mark in kept],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _strongest(placed: list[tuple[str, Mark]]) -> list[tuple[str, Mark]]:
    """All, in their order; or as many of the strongest as a service takes."""
    if len(placed) <= MOST_RESULTS:
        return placed
    numbered = enumerate(placed)
    best = sorted(numbered, key=lambda pair: (STRENGTHS.index(pair[1][1].finding.strength), pair[0]))[:MOST_RESULTS]
    return [mark for _, mark in sorted(best, key=lambda pair: pair[0])]


def _level(strength: Strength, fail_at: Strength) -> str:
    return "warning" if is_at_least(strength, fail_at) else "note"


def _rule(finding: Finding, fail_at: Strength) -> dict[str, Any]:
    instead = [f"- {plain(word)}" for word in finding.alternatives]
    text = [plain(finding.why), *(["", "You could write:", "", *instead] if instead else [])]
    text += ["", f"Source: {plain(finding.source)}"] if finding.source else []
    return {
        "id": finding.rule,
        "name": "".join(part.capitalize() for part in finding.rule.replace(".", "-").split("-")),
        "shortDescription": {"text": plain(finding.why)},
        "fullDescription": {"text": plain(finding.why)},
        "help": {"text": "\n".join(text), "markdown": "\n".join(text)},
        "defaultConfiguration": {"level": _level(finding.strength, fail_at)},
        "properties": {"tags": ["writing", finding.category, finding.strength], "precision": "high"},
    }


def _result(name: str, mark: Mark, number: int, fail_at: Strength, seen: Counter[str]) -> dict[str, Any]:
    finding = mark.finding
    said = f"“{plain(finding.text)}”: {plain(finding.why)}"
    said += f" Better: {better(finding)}" if finding.alternatives else ""
    result = {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": _level(finding.strength, fail_at),
        "message": {"text": said},
        "locations": [_location(name, mark)],
        "partialFingerprints": {"primaryLocationLineHash": _fingerprint(name, mark, seen)},
        "properties": {"strength": finding.strength, "kind": finding.kind},
    }
    if not mark.place and (instead := words_for(finding)):
        result["fixes"] = [_fix(name, mark, words) for words in instead]
    return result


def _location(name: str, mark: Mark) -> dict[str, Any]:
    """A region where there are lines; in a document the paragraph or page, in words."""
    if mark.place:
        where = [{"fullyQualifiedName": mark.place, "name": mark.place}]
        return {"physicalLocation": {"artifactLocation": _artifact(name)}, "logicalLocations": where}
    return {"physicalLocation": {"artifactLocation": _artifact(name), "region": _region(mark)}}


def _region(mark: Mark) -> dict[str, Any]:
    start, end = mark.columns_utf16
    return {"startLine": mark.line, "startColumn": start, "endLine": mark.end_line, "endColumn": end}


def _artifact(name: str) -> dict[str, str]:
    """Relative to where the command runs, which in CI is the root of the repository."""
    if name == "-":
        return {"uri": "stdin"}
    path = os.path.relpath(name)
    if path.startswith(os.pardir):
        return {"uri": Path(name).resolve().as_uri()}
    return {"uri": quote(Path(path).as_posix()), "uriBaseId": "%SRCROOT%"}


def _fix(name: str, mark: Mark, words: str) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(mark), "insertedContent": {"text": words}}
    return {
        "description": {"text": f"Write “{plain(words)}”"},
        "artifactChanges": [{"artifactLocation": _artifact(name), "replacements": [replacement]}],
    }


def _fingerprint(name: str, mark: Mark, seen: Counter[str]) -> str:
    """The same after lines were put in above: from the file, the rule and the line itself, never from its number."""
    known = "\0".join((name, mark.finding.rule, mark.finding.text, " ".join(mark.quote.split())))
    short = hashlib.sha256(known.encode(errors="surrogatepass")).hexdigest()[:32]
    seen[short] += 1
    return f"{short}:{seen[short]}"


def _invocation(files: Sequence[Checked], *, left_out: int) -> dict[str, Any]:
    told = [{"level": "error", "message": {"text": checked.refusal}} for checked in files if checked.refusal]
    if left_out:
        said = f"The {left_out:,} weakest findings are left out, as a run may have {MOST_RESULTS:,}. Check fewer files."
        told.append({"level": "warning", "message": {"text": said}})
    return {
        "executionSuccessful": not any(checked.at_fault for checked in files),
        "toolExecutionNotifications": told,
    }
