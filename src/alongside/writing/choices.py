"""Which alternatives can stand in the place of marked words, and which are advice."""

from alongside.engines.writing import Finding

LEFT_OUT = "(leave it out)"
_ENDS = (".", "?", "!")


def words_for(finding: Finding) -> tuple[str, ...]:
    """Alternatives that can take the place of the words: no advice in brackets, and no sentence for a few words."""
    is_sentence = finding.text.endswith(_ENDS)
    return tuple(
        words
        for words in finding.alternatives
        if not words.startswith("(") and (is_sentence or not words.endswith(_ENDS))
    )


def sentences_for(finding: Finding) -> tuple[str, ...]:
    """Alternatives for the sentence in which the words stand, which somebody has to write anew."""
    return tuple(words for words in finding.alternatives if words.endswith(_ENDS) and words not in words_for(finding))


def without(finding: Finding, text: str) -> tuple[int, int, str] | None:
    """Where the words can be left out: what goes, with the space beside it, and what comes in its place.

    Returns:
        Start, end, and the next letter as a capital where the words began a sentence; None if they are to stay.
    """
    if LEFT_OUT not in finding.alternatives:
        return None
    start, end = finding.start, finding.end
    begins = finding.text[:1].isupper()
    if text[end : end + 2] == ", " and text[max(start - 2, 0) : start] == ", ":
        # "You save, of course, the file" needs neither comma.
        return start - 2, end + 1, ""
    if begins and text[end : end + 2] == ", ":
        end += 1
    if text[end : end + 1] == " ":
        end += 1
        follows = text[end : end + 1]
        if begins and follows.islower():
            return start, end + 1, follows.upper()
    elif text[max(start - 2, 0) : start].endswith(", ") and text[end : end + 1] in {".", "!", "?", ";"}:
        start -= 2
    elif text[start - 1 : start] == " ":
        start -= 1
    return start, end, ""
