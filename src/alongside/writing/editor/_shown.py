"""A finding as an editor shows it: a mark, and what stands beside it when somebody points at it."""

from lsprotocol.types import Diagnostic, DiagnosticSeverity, MarkupContent, MarkupKind

from alongside.engines.writing import Finding, Strength
from alongside.writing.editor._positions import Lines
from alongside.writing.report.wording import better

SOURCE = "alongside"
_SEVERITIES: dict[Strength, DiagnosticSeverity] = {
    "avoid": DiagnosticSeverity.Warning,
    "consider": DiagnosticSeverity.Information,
    "context": DiagnosticSeverity.Hint,
}
_MEANINGS: dict[Strength, str] = {
    "avoid": "all the authorities that we follow advise against it",
    "consider": "some authorities advise against it, or it depends on whom you write about",
    "context": "only in this sense; the same word is fine elsewhere",
}


def diagnostic(finding: Finding, lines: Lines) -> Diagnostic:
    said = f"{finding.why} Better: {better(finding)}" if finding.alternatives else finding.why
    return Diagnostic(
        range=lines.range(finding.start, finding.end),
        message=said,
        severity=_SEVERITIES[finding.strength],
        code=finding.rule,
        source=SOURCE,
    )


def explanation(findings: list[Finding]) -> MarkupContent:
    """Why words are marked, what else one could write, how strongly it is meant, and who says so."""
    return MarkupContent(MarkupKind.Markdown, "\n\n---\n\n".join(map(_about, findings)))


def _about(finding: Finding) -> str:
    parts = [finding.why]
    if finding.alternatives:
        parts.append("Better: " + " · ".join(f"**{words}**" for words in finding.alternatives))
    parts.append(f"`{finding.strength}`: {_MEANINGS[finding.strength]}.")
    parts.append(f"Rule `{finding.rule}`" + (f". Source: {finding.source}" if finding.source else ""))
    return "\n\n".join(parts)
