"""How many syllables an English word has, by its letters."""

import re
from functools import lru_cache
from typing import Final

_VOWELS = re.compile(r"[aeiouyà-öø-ü]+")
# Vowels that stand together and are spoken apart: me-di-a, cre-ate, di-et, u-su-al, be-ing.
_APART = (
    re.compile(r"(?<![cstg])ia(?!ge|ble)"),
    re.compile(r"(?<=[cst])iat"),
    re.compile(r"(?<![cstgx])io(?!us)|(?<=[dlrv])ious"),
    re.compile(r"iu|(?<=[dtr])ie(?=t|nt|nce)|(?<=l)ie(?=nt)|ier\b|(?<=cr)ea(?=t(?:e|i|o))|(?<=d)eal\b|eali|(?<=d)ea\b"),
    re.compile(r"(?<=[^qg])ua(?!r)|(?<=[^qg])uou|uity|(?<=[aeiouy])ing\b|eo(?=g|l|r)|(?<=fl)ui|(?<=r)ui(?=n)"),
    re.compile(r"coo(?=p|r)|rea(?=ct)|[st]hm\b|[aeiou]s?sm\b|[aeiou][lp]ism|ism\b"),
)
_SILENT = re.compile(
    r"(?<![aeiouyl])e\b|(?<=[aeiouywr])le\b|(?<=[^aeiouydt])ed\b(?<!led)|(?<=[aeiouywr])led\b|(?<=ll)ed\b|"
    r"(?<=[^aeiouyscxzgl])es\b(?<!ches)(?<!shes)|(?<=[aeiouywr])les\b|"
    r"(?<=[a-z][^aeiouyl])e(?=(?:ly|ful|fully|ments?|less|ness|ship|work|book)\b)|"
    r"(?<=som)e(?=b|d|h|th|wh)|(?<=ev)e(?=ry[a-z])|(?<=log)ue\b"
)
_CONTRACTION = re.compile(r"'(?:s|re|ll|ve|d|m)?\b|'")
_BY_COUNT: Final = {
    1: """clothes friend hour hours league our queue real the while whole""",
    2: """ancient antique being business chaos colleague colleagues couldn't create creates didn't doesn't evening
        every hadn't hasn't haven't hopeless household hundred isn't maybe million naive naked ocean onion
        patient people poem poet quiet really region science shouldn't soldier someone something sometimes
        somewhere technique theory union unique wasn't wednesday wouldn't""",
    3: """anyone area areas different employee employees everyone idea ideas museum opinion recipe simile theater
        theatre usage video videos""",
    4: """reliable society variety""",
}
_KNOWN: Final = {word: many for many, words in _BY_COUNT.items() for word in words.split()}


@lru_cache(maxsize=16_384)
def syllables(word: str) -> int:
    """Count the syllables of one word; at least one."""
    lower = word.lower().replace("’", "'")
    if lower in _KNOWN:
        return _KNOWN[lower]
    return max(1, sum(_of_part(part) for part in _CONTRACTION.sub("", lower).split("-") if part))


def _of_part(part: str) -> int:
    if part in _KNOWN:
        return _KNOWN[part]
    apart = sum(len(each.findall(part)) for each in _APART)
    return max(1, len(_VOWELS.findall(part)) + apart - len(_SILENT.findall(part)))
