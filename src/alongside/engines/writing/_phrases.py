"""The small language that rules are written in.

    confined to (a|the|her) wheelchair[s]    a choice, and a part that may be missing
    such a ~ girl                            up to three words in between
    <person> with (it|them)                  any word of the list "person" in lists.toml

    nuke -> delete; clear                    what to say instead of this term, in place of the rule's alternatives
    (nuke|nukes|nuked) => delete             the same, in the form that was found: "deletes", "deleted"
    betray (me|you) -> let (me|you) down     the one of the words that was found; "~" is the last word that was found

A space and a hyphen mean the same, and so do the straight and the curly apostrophe. Where a phrase has a comma, one may
stand there. All is in lower case.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from alongside.engines.writing import _forms

GAP = "~"
ARROW = re.compile("([-=]>)")
"""Between a term and what to say instead of it."""
MOST_GAPS = 2
MOST_WAYS = 2_000
"""Ways to read one bracket; more is a slip of the pen, and would make the rulebook slow."""


class FaultyPhrase(ValueError):
    """The message says what is wrong with a phrase; the reader of the rule adds file, rule and field."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What may stand at one place of a phrase."""

    words: tuple[str, ...] = ()
    longer: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """Choices of several words; at each place any of some forms."""
    named: str = ""
    """A list whose entries may stand here, "<person>", or `GAP`."""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """One term, with the names of the forms of the word that is inflected in it."""

    choices: tuple[Choice, ...]
    forms: tuple[tuple[str, str], ...] = ()
    loose: bool = False
    """Whether a comma may stand between its words."""
    instead: tuple[str, ...] = ()
    """Alternatives of its own, best first."""


def read_phrase(
    phrase: str, lists: Mapping[str, list[str]], part: str = "phrase", *, open_ended: bool = False
) -> Phrase:
    """Read a phrase.

    Args:
        phrase: as it is written.
        lists: named word lists.
        part: the part of speech that its head is inflected as: the last word of a noun, the first of a verb.
        open_ended: whether it may begin or end with a gap, as what is said to stand beside a term may.

    Raises:
        FaultyPhrase: a bracket is not closed, a list is not known, it is too long or nothing is left of it.
    """
    phrase, arrow, instead = (*ARROW.split(phrase, maxsplit=1), "", "")[:3]
    pieces = _pieces(phrase.replace("’", "'").strip())
    if not pieces:
        raise FaultyPhrase("expected a word")
    head = 0 if part.endswith("verb") and part != "noun verb" else len(pieces) - 1
    forms: dict[str, str] = {}
    choices = tuple(
        _choice(piece, lists, part if place == head else "phrase", forms) for place, piece in enumerate(pieces)
    )
    _refuse_what_fits_anything(choices, open_ended=open_ended)
    if arrow == "=>":
        forms |= _forms_among(choices)
    return Phrase(
        choices,
        tuple((form, name) for form, name in forms.items() if name),
        loose="," in phrase,
        instead=tuple(one.strip() for one in instead.split(";") if one.strip()),
    )


def _forms_among(choices: tuple[Choice, ...]) -> dict[str, str]:
    """The names of the forms that a term spells out: of the verb that it begins with, or the noun that it ends with."""
    verb = _spelt_forms(choices[0], _forms.verb_forms)
    if {_forms.PAST, _forms.ING} & set(verb.values()):
        return verb
    return _spelt_forms(choices[-1], _forms.noun_forms)


def _spelt_forms(choice: Choice, forms_of: Callable[[str], Iterable[tuple[str, str]]]) -> dict[str, str]:
    known = dict.fromkeys(choice.words) | {words[0][0]: None for words in choice.longer}
    found: dict[str, str] = {}
    for word in known:
        for name, form in forms_of(word):
            if form in known and form != word:
                found.setdefault(form, name)
    return found


def _refuse_what_fits_anything(choices: tuple[Choice, ...], *, open_ended: bool) -> None:
    gaps = sum(choice.named == GAP for choice in choices)
    if gaps > MOST_GAPS:
        raise FaultyPhrase(f"expected at most {MOST_GAPS} gaps; found {gaps}")
    if all(choice.optional or choice.named == GAP for choice in choices):
        raise FaultyPhrase("expected a word that has to be there")
    if not open_ended and GAP in {choices[0].named, choices[-1].named}:
        raise FaultyPhrase("a gap needs a word before it and a word after it")


def _pieces(phrase: str) -> list[str]:
    """Cut at spaces and hyphens outside all brackets."""
    pieces, depth, piece = [], 0, ""
    for letter in phrase:
        depth += (letter in "([<") - (letter in ")]>")
        if letter in " -" and depth == 0:
            pieces.append(piece)
            piece = ""
        else:
            piece += letter
    if depth:
        raise FaultyPhrase(f"a bracket is not closed, or not opened: {phrase!r}")
    return [piece for piece in [*pieces, piece] if piece]


def _choice(piece: str, lists: Mapping[str, list[str]], part: str, forms: dict[str, str]) -> Choice:
    if piece == GAP:
        return Choice(named=GAP)
    if piece == "(s)he":
        return Choice((piece,))  # the one word with brackets of its own
    if re.fullmatch(r"<[\w-]+>", piece):
        _entries(piece, lists)
        return Choice(named=piece)
    words: dict[str, None] = {}
    longer: dict[tuple[tuple[str, ...], ...], None] = {}
    optional = False
    for said in map(_words, _expanded(_with_lists(piece, lists))):
        if len(said) > 1:
            longer[_inflected(said, part, forms)] = None
        elif said:
            words |= dict.fromkeys(_forms_of(said[0], part, forms))
        else:
            optional = True
    return Choice(tuple(words), tuple(longer), optional=optional)


def _inflected(said: list[str], part: str, forms: dict[str, str]) -> tuple[tuple[str, ...], ...]:
    head = 0 if part == "verb" else len(said) - 1
    return tuple(_forms_of(word, part if place == head else "phrase", forms) for place, word in enumerate(said))


def _forms_of(word: str, part: str, forms: dict[str, str]) -> tuple[str, ...]:
    if word in _ENDINGS:
        return _ENDINGS[word]
    found = _forms.forms_of(word, part)
    for form, name in found.items():
        forms.setdefault(form, name)
    return tuple(found)


def _entries(name: str, lists: Mapping[str, list[str]]) -> list[str]:
    if name[1:-1] not in lists:
        raise FaultyPhrase(f"there is no list {name} in lists.toml; known: {', '.join(sorted(lists)) or 'none'}")
    return lists[name[1:-1]]


def _with_lists(piece: str, lists: Mapping[str, list[str]]) -> str:
    """A list that is part of a choice is written out."""
    return re.sub(r"<[\w-]+>", lambda name: f"({'|'.join(_entries(name[0], lists))})", piece)


_ENDINGS = {
    "'s": (
        "it's",
        "that's",
        "he's",
        "she's",
        "who's",
        "what's",
        "this's",
        "there's",
        "here's",
        "everyone's",
        "somebody's",
    ),
    "'re": ("you're", "we're", "they're"),
    "'m": ("i'm",),
    "'ve": ("i've", "we've", "they've", "you've"),
}
"""What an ending that is written on its own stands for."""


def _words(text: str) -> list[str]:
    return [word.rstrip("'") for word in re.findall(r"/|[^\s/,-]+", text.replace("’", "'"))]


_BRACKET = re.compile(r"[(\[]")


def _expanded(piece: str) -> list[str]:
    """Every string that choices and optional parts allow, shortest brackets last."""
    opening = _BRACKET.search(piece)
    if opening is None:
        if re.search(r"[\])|<>~]", piece):
            raise FaultyPhrase(f"a bracket is not closed, or not opened: {piece!r}")
        return [piece]
    start = opening.start()
    end = _closing(piece, start)
    inner = [string for choice in _choices(piece[start + 1 : end]) for string in _expanded(choice)]
    inner += [""] if piece[start] == "[" else []
    rest = _expanded(piece[end + 1 :])
    if len(inner) * len(rest) > MOST_WAYS:
        raise FaultyPhrase(f"expected at most {MOST_WAYS} ways to read it; split it into several terms")
    return list(dict.fromkeys(piece[:start] + middle + tail for middle in inner for tail in rest))


def _closing(piece: str, start: int) -> int:
    depth = 0
    for place in range(start, len(piece)):
        depth += (piece[place] in "([") - (piece[place] in ")]")
        if depth == 0:
            return place
    raise FaultyPhrase(f"a bracket is not closed: {piece!r}")


def _choices(inner: str) -> list[str]:
    choices, depth = [""], 0
    for letter in inner:
        depth += (letter in "([") - (letter in ")]")
        if letter == "|" and depth == 0:
            choices.append("")
        else:
            choices[-1] += letter
    return choices
