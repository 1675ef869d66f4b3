"""A word that is spoken about, not used: "the word X", X in quotation marks of its own, lists of words to avoid."""

import re

from alongside.engines.writing._place import Place

_QUOTES = "\"'“”‘’«»„`‹›"
_LANGUAGE = (
    r"(?:(?:head)?words?|terms?|phrases?|expressions?|slurs?|labels?|adjectives?|nouns?|pronouns?|idioms?|spellings?|euphemisms?"
    r"|terminology|wording|language|jargon|synonyms?|epithets?|names?|titles?|strings?|keywords?"
    r"|prefix|suffix|metaphors?|acronyms?|abbreviations?)"
)
_BEFORE = re.compile(
    rf"(?:\b{_LANGUAGE}(?: of| like| such as| as| including| for| is| was| are| were| to avoid(?: are| include)?"
    r"| [\w'-]+(?: or| and))?"
    r"|\bso called|\bcalled|\bnamed|\bknown as|\breferred to as|\btermed|\bdubbed"
    r"|\blabell?ed(?: as)?|\bspell(?:ed|t|ing)?"
    r"|\b(?:say|says|said|saying|write|writing|using|use|uses|used|type|typing)(?: of)? the (?:word|term|phrase)"
    r"|\b(?:don't|do not|never|not to|stop|avoid|avoids|avoiding|without|quit|instead of|rather than|than)"
    r" (?:say|saying|write|writing|use|using|calling (?:it|them|people|someone))"
    r"|\b(?:avoid|banned?|banning|forbid|drop|ditch|retire[sd]?|deprecated?|rename[ds]?"
    r"|replace[ds]?|replacing|renaming)"
    r")\Z"
)
_EXAMPLES = re.compile(rf"\b{_LANGUAGE} (?:such as|like|including|as)\b|\bend(?:ing)? in\b")
_BEFORE_EXAMPLES = frozenset("such like including as in".split())
_AFTER = re.compile(
    r"(?:(?:is|are|was|were) (?:(?:a|an|the|also|often|now|considered|seen as|not|generally|widely|very) ){0,3}"
    r"(?:slurs?|words?|terms?|phrases?|offensive|derogatory|pejorative|outdated|old fashioned"
    r"|ableist|sexist|racist|gendered"
    r"|stigmati[sz]ing|insulting|euphemisms?|adjectives?|nouns?|verbs?|idioms?|ambiguous|microaggressions?)\b"
    r"|(?:means|meant|refers to|originates|originated|derives|comes from|connotes|implies|sounds"
    r"|(?:has|have) connotations)\b"
    r"|(?:as a|is the) (?:word|term|noun|verb|adjective|slur|phrase|label)\b)"
)
_TALK_OF_LANGUAGE = frozenset(
    "slur slurs derogatory pejorative connotation connotations etymology terminology microaggression"
    " microaggressions wording ableist sexist stigmatising stigmatizing euphemism euphemisms stereotype"
    " stereotypes vocabulary linguistics grammar grammatical"
    " pronoun pronouns headword".split()
)
_INSTEAD = frozenset(
    "instead rather replace replaced replaces replacing rename renamed renames renaming say write avoid use"
    " prefer not term terms word words phrase phrases changed change swap swapped versus vs to".split()
)
_ARROW = re.compile(r"→|⇒|->|=>|⟶")
_SAYING = frozenset(
    "say says said saying write writes writing use uses used using call called means mean avoid not instead versus vs"
    " word words term terms phrase phrases".split()
)
_TO_AVOID = re.compile(
    r"\W*(?:(?:words|terms|phrases|language) to avoid|(?:please )?(?:avoid|never say|never use|do not (?:use|say|write)"
    r"|don['’]t (?:use|say|write)|instead of|not recommended|not|wrong|bad|incorrect|before|old|outdated"
    r"|deprecated))\W{0,3}:",
    re.IGNORECASE,
)
_SHORTEST = 4
_SHORT_CELL = 5
_LEAD = re.compile(
    r"\b(?:avoid|words?|terms?|phrases?|instead|don['’]t (?:say|write|use)|do not (?:say|write|use)|say|replace"
    r"|deprecated"
    r"|rename|language|expressions?"
    r"|examples?|slurs?|before|old|problematic|flagged|outdated|prefer(?:red)?|banned|blocked|microaggressions?)\b",
    re.IGNORECASE,
)
_LOOK_BACK = 3_000


def is_mention(place: Place) -> bool:
    """Tell whether the term is spoken about."""
    return (
        _alone_in_quotes(place)
        or _alone_in_emphasis(place)
        or _named_as_a_word(place)
        or _beside_its_alternative(place)
        or _in_a_list_of_words(place)
        or _after_what_to_avoid(place)
    )


def _alone_in_quotes(place: Place) -> bool:
    masked, passage = place.passage.masked, place.passage
    before = masked[max(passage.start, place.start - 3) : place.start].rstrip("*_ ")
    after = masked[place.end : place.end + 4].lstrip("*_.,!?;: s")
    return before[-1:] in set(_QUOTES) and before != "" and after[:1] in set(_QUOTES) and after != ""


def _alone_in_emphasis(place: Place) -> bool:
    """In italics or bold by itself, in a sentence that speaks of saying: "say *chair*, not *chairman*"."""
    masked = place.passage.masked
    before, after = masked[max(0, place.start - 1) : place.start], masked[place.end : place.end + 1]
    return before == after != "" and before in "*_" and not _SAYING.isdisjoint(place.passage.words)


def _named_as_a_word(place: Place) -> bool:
    passage = place.passage
    if not _TALK_OF_LANGUAGE.isdisjoint(passage.words):
        around = {*passage.words[: place.first], *passage.words[place.last + 1 :]}
        if not _TALK_OF_LANGUAGE.isdisjoint(around):
            return True
    if not _BEFORE_EXAMPLES.isdisjoint(passage.words) and _EXAMPLES.search(" ".join(passage.words[: place.first])):
        return True
    before = " ".join(passage.words[max(0, place.first - 7) : place.first])
    after = " ".join(passage.words[place.last + 1 : place.last + 8])
    return _BEFORE.search(before) is not None or _AFTER.match(after) is not None


def _beside_its_alternative(place: Place) -> bool:
    """Old and new word in one sentence that speaks of a change: "we renamed blacklist to blocklist"."""
    words = set(place.passage.words)
    if _INSTEAD.isdisjoint(words) and not _ARROW.search(place.passage.text):
        return False
    others = {*place.passage.words[: place.first], *place.passage.words[place.last + 1 :]}
    return any(_are_all_there(alternative, others) for alternative in place.entry.alternatives)


def _are_all_there(alternative: str, words: set[str]) -> bool:
    wanted = set(re.findall(r"[^\W_]+", alternative.lower()))
    return len(alternative) >= _SHORTEST and wanted <= words


def _in_a_list_of_words(place: Place) -> bool:
    """An item or cell that holds little but the term, under a line that speaks of words."""
    passage = place.passage
    if passage.block.kind not in {"item", "cell"}:
        return False
    if len(passage.words) > _SHORT_CELL + place.last - place.first:
        return False
    return any(_LEAD.search(lead) for lead in _leads_of(place))


def _after_what_to_avoid(place: Place) -> bool:
    """In a line that begins with "Avoid:" or "Wrong:"."""
    masked = place.passage.masked
    start = masked.rfind("\n", 0, place.start) + 1
    return _TO_AVOID.match(masked, start, place.start) is not None


def _leads_of(place: Place) -> list[str]:
    """The line that introduces a list, with a colon or as a heading, and the first row of a table."""
    paragraph = place.passage.paragraph
    masked, start = paragraph.page.outline, paragraph.start + place.passage.block.start
    lines = masked[max(0, start - _LOOK_BACK) : start].rpartition("\n")[0].split("\n")
    mark = "|" if place.passage.block.kind == "cell" else None
    number = len(lines) - 1
    while number >= 0 and (not lines[number].strip() or _is_of_the_list(lines[number].strip(), lines[number], mark)):
        number -= 1
    first_row = [line for line in lines[number + 1 :] if line.strip()][:1] if mark else []
    line = lines[number].strip("> \t*_") if number >= 0 else ""
    return [line, *first_row] if line.endswith((":", "：")) or line.startswith("#") else first_row


def _is_of_the_list(line: str, written: str, mark: str | None) -> bool:
    if mark:
        return mark in line
    return line[:1] in "-*+•>" or written.startswith(("  ", "\t")) or re.match(r"\(?\w{1,3}[.)]\s", line) is not None
