"""Acronyms that nobody explains."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from alongside.engines.writing._finding import Finding
from alongside.engines.writing._page import Page
from alongside.engines.writing._readability._mark import Rule

_UNEXPLAINED: Final = Rule(
    "readability.acronym",
    "context",
    "Not everybody knows it. Write it out where it first comes, with the acronym in brackets.",
    "GOV.UK: abbreviations and acronyms; WCAG 2.2, 3.1.4",
)
# The first letter stands before what is asked of the sign before it, for `re` looks fast for a letter.
_ACRONYM = re.compile(r"[A-Z](?<![\w.&/#@$%+-][A-Z])[A-Z]{1,4}(?=s?(?![\w&/#@$%+-]|\.\w|[’'][A-Za-z]{2}))")
# The first letters of words, without the small ones between; words in capitals have none.
_INITIAL = re.compile(r"\b(?!(?:of|the|and|for|in|on|to|an?|with|by|or)\b)(?:[a-z]|[A-Z](?=[a-z]))")
_BEFORE = re.compile(r"\((?:the |or |also )?[“\"]?\Z")
_AFTER = re.compile(r"s?[”\"]?\s*(?:\(|—|–|-{1,2}\s|:|=|,? (?:stands|short) for|means|is the)")
_SHOUTED = re.compile(r"[A-Z]{2,}[,:;!]?\s+[A-Z]{2,}")
_ROMAN = re.compile(r"[IVXLCDM]+\Z")

# Known to nearly everybody, or better known than what they stand for. Own list.
WELL_KNOWN: Final = frozenset(
    """AC ACAS AD ADHD AI AIDS ALL ALSO AM AND ANY APA API APIs ASAP ASCII ASL ATM BA BAME BBC BC BCE BE BIPOC BME BMI
    BSD BSL BSc BUT BY CAN CCTV CD CE CEO CFO CI CIA CNN COVID CPU CSS CSV CTO CV DEI DIY DJ DNA DNS DO DOC DOCX
    DVD EC ECG EDI EEA EEOC EHRC EMEA EPA ER EST ET ETA ETC EU EUR FALSE FAQ FAQS FBI FBR FIXME FM FOR FREE FTP
    GB GBP GCSE GDP GDPR GHz GIF GIT GMT GNU GP GPL GPS GPU HDMI HELP HIV HMRC HQ HR HTML HTTP HTTPS IBAN IBM
    ICT ID IDE IDS IF IMF IN IOS IP IQ IS ISBN ISO IT ITV JPEG JPG JS JSON KB KG KPI LAN LDAP LED LGBT LGBTQ
    LGBTQI LLC LLM LTD MA MAY MB MBA MD MIT ML MP MPS MRI MS MSC MTV MUST NASA NATO NB NBA NEVER NEW NFL NGO NHS
    NO NONE NOT NOTE NULL NY NYC NZ OCD OCR ODT OECD OF OK ON ONLY OR OS PA PC PDF PE PHD PHP PIN PLC PLEASE PM
    PNG PO POC PPE PR PS PT PTO PTSD QA QR RAM README RGB RIP RNA RNIB ROI ROM RSS RSVP RTF SA SAT SHALL SHOULD
    SIM SMS SMTP SO SOS SQL SSD SSH SSL STEM STOP SUV SVG SWIFT TB TBC TBD TCP TED THAT THIS TLS TO TODO TOML
    TRUE TV UDP UFO UI UK UN UNESCO UNICEF UPS URL URLS US USA USB USD UTC UTF UX VAT VERY VHS VIP VPN VS WAI
    WAV WC WCAG WE WHO WIFI WILL WIP WWF WWW XML YAML YES YMCA ZIP""".split()
)


def findings(page: Page) -> Iterator[Finding]:
    """The first place of each acronym that the text neither explains nor also writes in small letters."""
    first: dict[str, int] = {}
    for match in _ACRONYM.finditer(page.masked):
        acronym = match.group()
        if acronym not in WELL_KNOWN and not _ROMAN.match(acronym) and not _is_shouted(page.masked, match):
            first.setdefault(acronym, match.start())
    if first:
        explained = _Explained(page.masked)
        for acronym, start in first.items():
            if not explained.holds(acronym):
                yield _UNEXPLAINED.at(page, (start, start + len(acronym)))


def _is_shouted(masked: str, match: re.Match[str]) -> bool:
    around = masked[max(0, match.start() - 12) : match.end() + 12]
    return bool(_SHOUTED.search(around))


class _Explained:
    """What a text explains by itself."""

    def __init__(self, masked: str) -> None:
        self._masked = masked

    @cached_property
    def _initials(self) -> str:
        return "".join(_INITIAL.findall(self._masked))

    def holds(self, acronym: str) -> bool:
        """Whether its words stand in the text, or it is a word in capitals that comes in small letters too."""
        return self._is_beside(acronym) or self._is_a_word(acronym) or self._is_spelled_out(acronym)

    def _is_beside(self, acronym: str) -> bool:
        return any(
            _BEFORE.search(self._masked, max(0, start - 6), start) or _AFTER.match(self._masked, start + len(acronym))
            for start in _places(self._masked, acronym)
        )

    def _is_a_word(self, acronym: str) -> bool:
        small = acronym.lower()
        return any(
            not (
                self._masked[start - 1 : start].isalpha()
                or self._masked[start + len(small) : start + len(small) + 1].isalpha()
            )
            for start in _places(self._masked, small)
        )

    def _is_spelled_out(self, acronym: str) -> bool:
        """Two or three initials are met by chance too often, so then each of the words must have a capital."""
        return acronym in self._initials or (len(acronym) > 3 and acronym.lower() in self._initials.lower())


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
