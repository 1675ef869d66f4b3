"""Code in running text: names of variables, flags, paths, files, handles, hashes."""

import re

from alongside.engines.writing._place import Place

_LONGEST = 120
_CODE = re.compile(
    r"\w_\w|::|->|=>|\(\)|\w\.\w|\w=|\w:\w|[a-z][A-Z]|\A[-$@#\\~./]|\A\w+\(|/.*/|/.*\.|/\w+-\w+-\w|[{}<>\\]|\w@\w|&&|\|\|"
)
_WRAPPING = "\"'“”‘’«»()[]{}*,;:!?…"


def is_identifier(place: Place) -> bool:
    """Tell whether the term is part of what only a machine reads."""
    return any(_CODE.search(chunk) for chunk in _chunks(place))


def _chunks(place: Place) -> list[str]:
    """What stands around the first and the last word without a space."""
    # In HTML a tag stands directly before a word; what is masked is no part of the prose.
    passage = place.passage
    source = passage.masked if passage.paragraph.page.markup == "html" else passage.source
    places = {place.first, place.last}
    return [_chunk(source, passage.starts[word], passage.ends[word]) for word in places]


def _chunk(source: str, start: int, end: int) -> str:
    before = source[max(0, start - _LONGEST) : start].split()
    after = source[end : end + _LONGEST].split()
    head = before[-1] if before and not source[start - 1].isspace() else ""
    tail = after[0] if after and not source[end : end + 1].isspace() else ""
    chunk = head + source[start:end] + tail
    return chunk if "()" in chunk else chunk.strip("_").strip(_WRAPPING).strip("_.")
