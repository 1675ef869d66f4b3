"""Signs that are hard to hear or to see: emoji in rows and inside sentences, hashtags in one piece, capitals."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from alongside.engines.writing._finding import Finding
from alongside.engines.writing._page import Page
from alongside.engines.writing._readability._mark import Rule

_EMOJI_ROW: Final = Rule(
    "readability.emoji-row",
    "consider",
    "A screen reader reads out the name of each, one after another. One at the end is enough.",
    "W3C WAI: text alternatives; RNIB: emoji on social media",
)
_EMOJI_INSIDE: Final = Rule(
    "readability.emoji-inside",
    "consider",
    "A screen reader reads out its name in the middle of the sentence. Put it at the end, and let words say it.",
    "RNIB: emoji on social media",
)
_HASHTAG: Final = Rule(
    "readability.hashtag",
    "consider",
    "A capital for each word lets a screen reader, and everybody, tell the words apart.",
    "RNIB: social media; Microsoft writing style guide",
)
_CAPITALS: Final = Rule(
    "readability.capitals",
    "consider",
    "Words in capitals have no shape, so they are slower to read, and some screen readers spell them out. Use bold.",
    "GOV.UK: capital letters; British Dyslexia Association style guide",
)

_ONE = (
    "(?:[\U0001f300-\U0001faff\u2600-\u26ff\u2728\u2764\u2b50\u2705\u274c][\ufe0f\U0001f3fb-\U0001f3ff]?"
    "(?:\u200d[\U0001f300-\U0001faff\u2640\u2642\u2764][\ufe0f\U0001f3fb-\U0001f3ff]?)*)"
)
_ROW = re.compile(rf"{_ONE}(?: ?{_ONE}){{2,40}}")
_INSIDE = re.compile(rf"{_ONE}(?= ?[a-z]{{2}})")
_TAG = re.compile(r"#(?<![\w/&#.=(]#)([a-z]{9,50})\b")
_SHOUTED = re.compile(r"[A-Z](?<!\w[A-Z])[A-Z'’]*(?:[,;:]?[ \n][A-Z][A-Z'’]*){4,40}(?=[.!?\n]|\Z)")
_OF_LAW = re.compile(r"\b(?:WARRANT|LIABILITY|LIABLE|COPYRIGHT|SOFTWARE IS|AS IS|SHALL|DAMAGES|LICEN[SC]E)")

_WORDS: Final = frozenset(
    """a ability about accessibility accessible action advice age all allies ally allyship and are art asian at autism
    autistic awareness be better bi big black blind book books boss build business buy by can cancer care career
    careers change children city climate code coding community conference culture dads data date day days deaf
    design digital disability disabled diverse diversity do dog east education end engineering equal equality
    equity ever every fair family feminism film first five flexible food for free friday friends fun future game
    games gap gay gender girls go good green group happy health heart her here hire hiring his history home hour
    how human i i'm image in inclusion inclusive international is it job jobs join joy just justice know latina
    lead leader leaders leadership learn learning lesbian life light live lives local lock look love made make
    march matter matters me meet men mens mental mentor mentoring minute moment monday money month more mother
    movement music my national network neurodiversity new news nhs night no not now of office old on one open
    opportunity our out pay people photo photography plan planet please power pride problems product project
    proud public race racism read reading real remote research right rights safe saturday save school science
    season see self service sexism share she shop show sister small social speak sport stand start startup
    startups stem stop story strong student students style summer sunday super support talk talks team teams
    tech technology that the their them they think this thought throwback thursday time time's times tips to
    today together too top trans travel tuesday two uk united up us use user ux voice volunteer wales war watch
    water way we web wednesday week weekend well wellbeing what who why wide will win winter with woman women
    women's womens word words work worker workers working workplace world write writing year years you young
    your youth zero""".split()
)


def findings(page: Page) -> Iterator[Finding]:
    """On the prose alone."""
    masked = page.masked
    if not masked.isascii():
        yield from (_EMOJI_ROW.at(page, match.span()) for match in _ROW.finditer(masked))
        yield from (_EMOJI_INSIDE.at(page, match.span()) for match in _INSIDE.finditer(masked) if _follows(match))
    for match in _TAG.finditer(masked):
        words = words_in(match[1])
        if len(words) > 1:
            yield _HASHTAG.at(page, match.span(), alternatives=("#" + "".join(map(str.capitalize, words)),))
    yield from _shouting(page)


def _follows(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 2) : match.start()]
    return before.endswith(" ") and before[0] in "abcdefghijklmnopqrstuvwxyz,"


def _shouting(page: Page) -> Iterator[Finding]:
    for match in _SHOUTED.finditer(page.masked):
        said = match.group()
        if sum(len(word) > 3 for word in said.split()) >= 3 and not _OF_LAW.search(said):
            first = re.match(r"\S+", said)
            yield _CAPITALS.at(page, (match.start(), match.start() + len(first.group() if first else said)))


@cache
def words_in(tag: str) -> tuple[str, ...]:
    """The fewest known words that make up a hashtag; none if some part of it is not known."""
    best: list[tuple[str, ...] | None] = [(), *([None] * len(tag))]
    for end in range(1, len(tag) + 1):
        for start in range(max(0, end - 16), end):
            before = best[start]
            if before is not None and tag[start:end] in _WORDS:
                tried = (*before, tag[start:end])
                now = best[end]
                best[end] = tried if now is None or len(tried) < len(now) else now
    return best[-1] or ()
