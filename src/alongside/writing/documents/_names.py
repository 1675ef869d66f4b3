"""Which markup a file has: by its name, and by how it begins where the name does not tell."""

import re

PROSE = {
    ".htm": "html",
    ".html": "html",
    ".markdown": "markdown",
    ".md": "markdown",
    ".mdown": "markdown",
    ".mdx": "markdown",
    ".mkd": "markdown",
    ".qmd": "markdown",
    ".rst": "rst",
    ".text": "text",
    ".txt": "text",
    ".xhtml": "html",
}
DOCUMENTS = (".docx", ".odt", ".pdf")
_NOT_WALKED = {
    ".adoc": "text",
    ".asciidoc": "text",
    ".json": "json",
    ".org": "text",
    ".tex": "text",
    ".textile": "text",
    ".yaml": "yaml",
    ".yml": "yaml",
}
_PLAIN_NAMES = {
    "commit_editmsg",
    "merge_msg",
    "tag_editmsg",
    "readme",
    "license",
    "copying",
    "authors",
    "changelog",
    "news",
}
_BEGINS_AS_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE)


def is_prose(name: str) -> bool:
    """Whether a walk through a folder reads a file of this name."""
    stem, suffix = _split(name)
    return stem in _PLAIN_NAMES if not suffix else suffix in PROSE or suffix in DOCUMENTS


def markup_of(name: str, opening: str) -> str:
    """The engine's name for the markup of a file; `opening` is how its text begins."""
    stem, suffix = _split(name)
    if known := PROSE.get(suffix) or _NOT_WALKED.get(suffix):
        return known
    if suffix in DOCUMENTS:
        return "text"
    if _BEGINS_AS_HTML.match(opening):
        return "html"
    if opening.startswith("#!") or suffix:
        return f"code:{name.replace(chr(92), '/').rpartition('/')[2]}"
    return "text" if stem.endswith("_editmsg") else "markdown"


def _split(name: str) -> tuple[str, str]:
    """The last part of a path in lower case, and its ending with the dot; a name such as ".env" has none."""
    last = name.lower().replace("\\", "/").rpartition("/")[2]
    stem, dot, ending = last.rpartition(".")
    return (stem, dot + ending) if stem else (last, "")
