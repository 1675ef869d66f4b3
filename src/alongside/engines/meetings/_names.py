"""Which speakers a unit's words mention: by first name or in full, in any script."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from alongside.engines.meetings._late import late
from alongside.engines.meetings._units import Units

_PLACEHOLDER = late(
    r"(?:speaker|spk|unknown|unidentified|participant|attendee|guest|user|caller|person|anonymous|voice|phone|sprecher|"
    r"intervenant|locuteur|hablante|orador|relatore|(?:meeting |conference |board)?room)"
    r"(?:[\s_-]*(?:speaker|user|caller|participant|[a-z]|\d+))?|[\d\s()+-]+|.",
    re.IGNORECASE,
)
_ASIDE = late(r"[(\[{（【].*?(?:[)\]}）】]|$)|(?<=\S)(?:@|\s[-–|/]\s).*$")
_TITLE = late(r"(?:dr|prof|professor|mr|mrs|ms|mx|miss|sir|dame)\b\.?\s+", re.IGNORECASE)
_HESITATION = late(r"\b(?:uh|um|er|erm|uhm|mm)\b,? ?")
_PART = late(r"[^\s,._]+")
_WORD_OF_UNIT = late(r"[^\W_]+(?:['’.\-&/][^\W_]+)*")

# Scripts written without spaces: Thai, Lao, Burmese, Khmer, kana and Han.
_UNSPACED = late(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")

# Names that are also everyday English words: they count only where the writing shows a name.
COMMON_WORDS = frozenset(
    """
    amber an angel april art ash august autumn bay bill bliss blue bob brook buck bud buddy carol case cash chance
    chase chip christian chuck clay cliff cole coral dale dawn day dean do don drew duke earnest eden eve ever faith
    fay fern fin forest frank gale gay gene ginger glen glory grace grant guy ha happy harmony hazel he heath heather
    ho holly hope hung hunter in iris ivy jack jade jan jasmine jay jet jewel joy june justice lance lane lark laurel
    lee lily long love lucky major mark mason mat max may melody mercy merry mike miles ming min misty my nick no
    norm olive opal page pat patience pearl peg penny pepper pierce piper poppy price prince queen ray red reed rich
    river rob robin rock rod rose royal ruby rush rusty sage sandy scout she sky so song sonny star sterling stone
    story su sue summer sun tad tan the trace tucker van viola violet wade ward warren way west will win
    winter woody wren you young yu
    """.split()
)
_MONTHS = frozenset(["april", "may", "june", "jan", "august", "summer", "autumn", "winter"])
_TIME_WORD_BEFORE = late(
    r"\b(?:in|by|since|until|till|before|after|during|of|next|last|this|early|mid|late|from|to|and|or|every|for)\s+$",
    re.IGNORECASE,
)

# "Dan Ellis", where the Dan of this meeting is not called that, is somebody else.
_SURNAME_AFTER = late(r" (?!I\b)[^\W\d_a-z]\w*[^\W\d_A-Z]\w*(?!['’](?:s|m|ll|ve|d)\b)")


class Mentioning(NamedTuple):
    """A unit in which speakers are named.

    Attributes:
        unit: index into the units.
        text: in lower case with straight apostrophes and "@" in the place of each name ("as @ said, @'s plan"),
            without "uh" and "um".
        people: for each "@" the speakers it may be; more than one where two share the name.
    """

    unit: int
    text: str
    people: tuple[tuple[int, ...], ...]


class Names:
    """The names by which the speakers of a meeting can be called.

    Called means by a first name, by the full name, or by a title with the last name; a nickname is not recognised.
    Where two people share a first name it may be either of them, but never the one who is speaking.
    """

    def __init__(self, speakers: Sequence[str]) -> None:
        self._display = tuple(speakers)
        self._parts = tuple(_parts(name) for name in speakers)
        self.nameless = tuple(name for name, parts in zip(speakers, self._parts, strict=True) if not parts)
        self._speakers: dict[str, tuple[int, ...]] = {}
        for index, parts in enumerate(self._parts):
            for form in _forms(parts):
                self._speakers[form.lower()] = (*self._speakers.get(form.lower(), ()), index)
        forms = sorted({form for parts in self._parts for form in _forms(parts)}, key=lambda form: (-len(form), form))
        self._unspaced = tuple(form for form in forms if _is_unspaced(form))
        self._pattern = _pattern(forms)
        first_words = {match.group() for form in forms if (match := _WORD_OF_UNIT.match(form.lower()))}
        self._first_words = first_words.union(*({f"{word}'s", f"{word}’s"} for word in first_words))

    def short(self) -> dict[str, str]:
        """Return what each is called in a sentence: the first name where it is clear, else the name in the file."""
        firsts = Counter(parts[0].lower() for parts in self._parts if parts)
        return {
            name: parts[0] if parts and firsts[parts[0].lower()] == 1 else name
            for name, parts in zip(self._display, self._parts, strict=True)
        }

    def mentioned_in(self, units: Units) -> tuple[Mentioning, ...]:
        """Find the units that mention speakers, in order."""
        candidates = [
            (unit, matches)
            for unit in self._units_to_read(units)
            if (matches := list(self._pattern.finditer(units.texts[unit])))
        ]
        capitals = any(_is_capital_inside(match) for _, matches in candidates for match in matches)
        found = []
        for unit, matches in candidates:
            names = [match for match in matches if _shows_a_name(match, capitals=capitals)]
            if names:
                found.append(self._mentioning(unit, units, names))
        return tuple(found)

    def _units_to_read(self, units: Units) -> list[int]:
        said = units.spoken
        begins_a_name = np.zeros(len(units), np.bool_)
        begins_a_name[said.unit[said.which(self._first_words.__contains__)[said.number]]] = True
        if self._unspaced:
            begins_a_name |= [any(form in text for form in self._unspaced) for text in units.texts]
        return np.flatnonzero(begins_a_name).tolist()

    def _mentioning(self, unit: int, units: Units, names: Sequence[re.Match[str]]) -> Mentioning:
        text = units.texts[unit]
        speaking = int(units.speaker[unit])
        pieces = []
        people = []
        after = 0
        for name in names:
            pieces.append(text[after : name.start()].replace("@", " ").lower())
            after = name.end()
            may_be = self._speakers[" ".join(name.group().lower().split())]
            others = tuple(person for person in may_be if person != speaking)
            people.append(others or may_be)
        pieces.append(text[after:].replace("@", " ").lower())
        masked = _HESITATION.sub("", "@".join(pieces).replace("’", "'"))
        return Mentioning(unit, masked, tuple(people))


def _parts(name: str) -> tuple[str, ...]:
    """Cut a display name into its words, first name first; none where nobody can be called by it.

    Takes off "(Guest)", "(she/her)", "| Company", a mail domain and titles; turns "Raman, Priya" round.
    """
    bare = _TITLE.sub("", _ASIDE.sub(" ", name).strip())
    if _PLACEHOLDER.fullmatch(bare):
        return ()
    last, comma, first = bare.partition(",")
    parts = _PART.findall(f"{first} {last}" if comma and first.strip() else last)
    return tuple(part for part in parts if len(part) > 1 or _is_unspaced(part)) if parts else ()


def _is_unspaced(text: str) -> bool:
    return not text.isascii() and _UNSPACED.search(text) is not None


def _forms(parts: Sequence[str]) -> set[str]:
    if not parts:
        return set()
    forms = {parts[0], " ".join(parts), f"{parts[0]} {parts[-1]}"}
    if len(parts) > 1:
        forms.update(f"{title} {parts[-1]}" for title in ("dr", "dr.", "professor", "mr", "mr.", "mrs", "ms", "mx"))
        if _is_unspaced(parts[-1][0]):
            forms.add(parts[-1])
    return forms


def _pattern(forms: Sequence[str]) -> re.Pattern[str]:
    spaced = [re.escape(form).replace(r"\ ", r"\s+") for form in forms if not _is_unspaced(form)]
    unspaced = [re.escape(form) for form in forms if _is_unspaced(form)]
    whole = rf"(?<![\w-])(?<!\w['’])(?:{'|'.join(spaced)})(?![\w-]|['’](?!s\b)\w)" if spaced else None
    return re.compile("|".join(filter(None, (whole, *unspaced))), re.IGNORECASE)


def _is_capital_inside(match: re.Match[str]) -> bool:
    """Whether the match is written as names are, and not only because a sentence begins with it."""
    return match.start() > 0 and match.group()[0].isupper() and not match.string.isupper()


def _shows_a_name(match: re.Match[str], *, capitals: bool) -> bool:
    name = match.group()
    if capitals and _SURNAME_AFTER.match(match.string, match.end()):
        return False
    if " " in name or name.lower() == name.upper():
        return True
    if name.lower() not in COMMON_WORDS:
        return name[0].isupper() or not capitals
    if not (name[0].isupper() and name[1:].islower()):
        return False
    following = match.string[match.end() : match.end() + 1]
    if name.lower() in _MONTHS and (
        _TIME_WORD_BEFORE.search(match.string, 0, match.start()) or match.string[match.end() :].lstrip()[:1].isdigit()
    ):
        return False
    return match.start() > 0 or following in {",", "’", "'"}
