"""reStructuredText: directives but for notes, literal blocks, roles, targets and comments are blanked."""

import re

from alongside.engines.writing._masking._addresses import without_addresses
from alongside.engines.writing._masking._blank import SUBSTITUTE, spaces

_PROSE = frozenset(
    "note warning tip important attention caution danger error hint admonition seealso versionadded versionchanged"
    " deprecated todo topic sidebar epigraph list-table glossary rubric".split()
)
_EXPLICIT = re.compile(r"(?P<margin>[ \t]*)\.\.(?:[ \t]+(?P<what>(?P<name>[\w:+-]+?)::)?|$)")
_FIELD = re.compile(r"[ \t]*:[\w -]+:(?=[ \t]|$)")
_PROMPT = re.compile(r"[ \t]*>>>")
_INLINE = re.compile(
    r"(?P<code>``[^`\n](?:[^`\n]|`(?!`))*``|:[\w:.+-]+:`[^`\n]+`|`[^`\n]+`__?)"
    r"|\|[^|\n]+\|_{0,2}|\[[\w#*.-]+\]_\b"
)
_LINK = re.compile(r"`(?P<shown>[^`<\n]+)<[^>\n]*>`__?")


def outline(text: str) -> str:
    """Blank what is no paragraph."""
    lines = text.split("\n")
    kept: list[str] = []
    hidden_beyond = -1  # the margin of what began a stretch without prose
    literal = False
    for line in lines:
        margin = len(line) - len(line.lstrip())
        if hidden_beyond >= 0 and (not line.strip() or margin > hidden_beyond):
            kept.append(spaces(line))
            continue
        hidden_beyond = margin if literal and line.strip() else -1
        explicit = _EXPLICIT.match(line)
        if explicit:
            shown = (explicit["name"] or "").lower() in _PROSE
            hidden_beyond = -1 if shown else len(explicit["margin"])
            kept.append(spaces(line[: explicit.end()]) + line[explicit.end() :] if shown else spaces(line))
        else:
            kept.append(spaces(line) if _PROMPT.match(line) else line)
            hidden_beyond = margin if line.rstrip().endswith("::") else -1
        literal = False
    return "\n".join(kept)


def inline(text: str) -> str:
    """Blank roles, literals and addresses inside lines."""
    if "`" in text or "|" in text or "]_" in text:
        text = _INLINE.sub(_blanked, _LINK.sub(_shown, text))
    return without_addresses(_FIELD.sub(lambda field: spaces(field.group()), text) if ":" in text else text)


def _blanked(match: re.Match[str]) -> str:
    return (SUBSTITUTE if match["code"] else " ") + spaces(match.group()[1:])


def _shown(match: re.Match[str]) -> str:
    """The words of a link stay, and its target goes."""
    return " " + match["shown"] + spaces(match.group()[1 + len(match["shown"]) :])
