"""The inflected forms of English words, in British and American spelling, and the same form of another word."""

import re
from functools import cache

BASE = ""
PLURAL, POSSESSIVE, PLURAL_POSSESSIVE = "plural", "possessive", "plural possessive"
THIRD, PAST, PARTICIPLE, ING = "third", "past", "participle", "ing"
COMPARATIVE, SUPERLATIVE = "comparative", "superlative"

PARTS = ("phrase", "noun", "verb", "adjective", "noun verb")

_PLURALS = {
    "person": ("people", "persons"), "child": ("children",), "wife": ("wives",), "life": ("lives",),
    "knife": ("knives",), "half": ("halves",), "calf": ("calves",), "leaf": ("leaves",), "self": ("selves",),
    "thief": ("thieves",), "loaf": ("loaves",), "shelf": ("shelves",), "wolf": ("wolves",), "foot": ("feet",),
    "tooth": ("teeth",), "goose": ("geese",), "mouse": ("mice",), "hero": ("heroes",), "negro": ("negroes", "negros"),
    "mulatto": ("mulattoes", "mulattos"), "echo": ("echoes",), "veto": ("vetoes",), "quiz": ("quizzes",),
    "staff": ("staff",), "alumnus": ("alumni",), "alumna": ("alumnae",), "index": ("indexes", "indices"),
    "crisis": ("crises",), "analysis": ("analyses",), "basis": ("bases",), "midwife": ("midwives",),
    "housewife": ("housewives",), "people": ("people",), "folk": ("folks", "folk"), "series": ("series",),
    "Roma": ("Roma",), "Inuk": ("Inuit",), "Inuit": ("Inuit",),
}  # fmt: skip
_NOT_MEN = ("human", "german", "roman", "norman", "shaman", "ottoman", "talisman", "caiman", "brahman", "mussulman")

_PASTS = {
    "be": ("was", "been"), "beat": ("beat", "beaten"), "become": ("became", "become"), "begin": ("began", "begun"),
    "bend": ("bent", "bent"), "bind": ("bound", "bound"), "bite": ("bit", "bitten"), "bleed": ("bled", "bled"),
    "blow": ("blew", "blown"), "break": ("broke", "broken"), "bring": ("brought", "brought"),
    "build": ("built", "built"), "buy": ("bought", "bought"), "catch": ("caught", "caught"),
    "choose": ("chose", "chosen"), "come": ("came", "come"), "cut": ("cut", "cut"), "deal": ("dealt", "dealt"),
    "do": ("did", "done"), "draw": ("drew", "drawn"), "drink": ("drank", "drunk"), "drive": ("drove", "driven"),
    "eat": ("ate", "eaten"), "fall": ("fell", "fallen"), "feed": ("fed", "fed"), "feel": ("felt", "felt"),
    "fight": ("fought", "fought"), "find": ("found", "found"), "fly": ("flew", "flown"), "get": ("got", "gotten"),
    "give": ("gave", "given"), "go": ("went", "gone"), "grow": ("grew", "grown"), "hang": ("hung", "hung"),
    "have": ("had", "had"), "hear": ("heard", "heard"), "hit": ("hit", "hit"), "hold": ("held", "held"),
    "hurt": ("hurt", "hurt"), "keep": ("kept", "kept"), "know": ("knew", "known"), "lay": ("laid", "laid"),
    "lead": ("led", "led"), "leave": ("left", "left"), "let": ("let", "let"), "lie": ("lay", "lain"),
    "lose": ("lost", "lost"), "make": ("made", "made"), "mean": ("meant", "meant"), "meet": ("met", "met"),
    "pay": ("paid", "paid"), "put": ("put", "put"), "read": ("read", "read"), "ride": ("rode", "ridden"),
    "ring": ("rang", "rung"), "rise": ("rose", "risen"), "run": ("ran", "run"), "say": ("said", "said"),
    "see": ("saw", "seen"), "sell": ("sold", "sold"), "send": ("sent", "sent"), "set": ("set", "set"),
    "shake": ("shook", "shaken"), "shoot": ("shot", "shot"), "show": ("showed", "shown"), "shut": ("shut", "shut"),
    "sing": ("sang", "sung"), "sink": ("sank", "sunk"), "sit": ("sat", "sat"), "slay": ("slew", "slain"),
    "sleep": ("slept", "slept"), "speak": ("spoke", "spoken"), "spend": ("spent", "spent"),
    "stand": ("stood", "stood"), "steal": ("stole", "stolen"), "stick": ("stuck", "stuck"),
    "strike": ("struck", "struck"), "swear": ("swore", "sworn"), "swing": ("swung", "swung"),
    "take": ("took", "taken"), "teach": ("taught", "taught"), "tear": ("tore", "torn"), "tell": ("told", "told"),
    "think": ("thought", "thought"), "throw": ("threw", "thrown"), "understand": ("understood", "understood"),
    "wear": ("wore", "worn"), "win": ("won", "won"), "write": ("wrote", "written"),
}  # fmt: skip
_THIRDS = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_DOUBLED = (
    "handicap",
    "kidnap",
    "format",
    "admit",
    "commit",
    "permit",
    "refer",
    "prefer",
    "begin",
    "forget",
    "catfish"[:0],
)
_VOWELS = "aeiou"


@cache
def plurals(noun: str) -> tuple[str, ...]:
    """Return the plurals of a noun, the usual one first."""
    for singular, many in _PLURALS.items():
        if noun == singular or (singular in {"person", "wife", "child"} and noun.endswith(singular)):
            return tuple(noun[: -len(singular)] + plural for plural in many)
    if noun.endswith("man") and not noun.endswith(_NOT_MEN):
        return (noun[:-3] + "men",)
    return (_with_s(noun),)


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


@cache
def verb_forms(verb: str) -> tuple[tuple[str, str], ...]:
    """Return pairs of the name of a form and the verb in that form; spellings of both varieties."""
    past, participle = _irregular(verb)
    forms = [(THIRD, _THIRDS.get(verb) or _with_s(verb))]
    if past:
        forms += [(PAST, past), (PARTICIPLE, participle)]
        forms += [(PARTICIPLE, "got")] if verb == "get" else []
    else:
        forms += [(PAST, stem + ("d" if stem.endswith("e") else "ed")) for stem in _past_stems(verb)]
    return (*forms, *((ING, stem + "ing") for stem in _ing_stems(verb)))


def _irregular(verb: str) -> tuple[str, str]:
    if verb in _PASTS:
        return _PASTS[verb]
    for prefix in ("over", "under", "out", "re", "mis", "with", "fore", "up"):
        if verb.removeprefix(prefix) in _PASTS and verb.startswith(prefix):
            past, participle = _PASTS[verb.removeprefix(prefix)]
            return prefix + past, prefix + participle
    return "", ""


def _past_stems(verb: str) -> tuple[str, ...]:
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return (verb[:-1] + "i",)
    return (verb,) if verb.endswith("e") else _doubled(verb)


def _ing_stems(verb: str) -> tuple[str, ...]:
    if verb.endswith("ie"):
        return (verb[:-2] + "y",)
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return (verb[:-1],)
    return _doubled(verb)


def _doubled(verb: str) -> tuple[str, ...]:
    """The stem before -ed and -ing: "stop" doubles its last letter, "cancel" does so in British spelling."""
    if verb.endswith("c"):
        return (verb + "k",)
    short = len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in "aeiouy" and verb[-3] not in _VOWELS
    quick = verb.endswith(("quit", "quip"))
    syllables = len(re.findall("[aeiouy]+", verb))
    if quick or (short and syllables == 1) or verb in _DOUBLED or (short and verb.endswith("man")):
        return (verb + verb[-1],)
    if short and verb.endswith("l"):
        return (verb + "l", verb)
    return (verb,)


@cache
def noun_forms(noun: str) -> tuple[tuple[str, str], ...]:
    """Return pairs of the name of a form and the noun in that form."""
    many = plurals(noun)
    owned = tuple((PLURAL_POSSESSIVE, plural + "'s") for plural in many if not plural.endswith("s"))
    return (*((PLURAL, plural) for plural in many), (POSSESSIVE, noun + "'s"), *owned)


@cache
def adjective_forms(adjective: str) -> tuple[tuple[str, str], ...]:
    """Return pairs of the name of a form and the adjective in that form: "crazy", "crazier", "craziest"."""
    stem = _past_stems(adjective)[0].removesuffix("e")
    return ((COMPARATIVE, stem + "er"), (SUPERLATIVE, stem + "est"))


def forms_of(word: str, part: str) -> dict[str, str]:
    """Return every form of a word as the part of speech that it is, with the name of the form."""
    found = {word: BASE}
    makers = {"noun": noun_forms, "verb": verb_forms, "adjective": adjective_forms}
    for kind in part.split():
        if kind in makers:
            for name, form in makers[kind](word):
                found.setdefault(form, name)
    return found


_AFTER_A_HEAD = frozenset(
    "of in with for who on at from to that by under without about whose as treated living".split()
)


def inflected(phrase: str, form: str) -> str:
    """Return an alternative in the form that was found: the plural of "chair" is "chairs"."""
    if form == BASE:
        return phrase
    words = phrase.split(" ")
    if form in {THIRD, PAST, PARTICIPLE, ING}:
        return " ".join([_verb_in(words[0], form), *words[1:]])
    if form in {COMPARATIVE, SUPERLATIVE}:
        return f"{'more' if form == COMPARATIVE else 'most'} {phrase}"
    head = next((place for place, word in enumerate(words) if place and word in _AFTER_A_HEAD), len(words)) - 1
    if form != POSSESSIVE and not _is_plural(words[head]):
        words[head] = plurals(words[head])[0]
    if form != PLURAL:
        words[-1] += "'" if words[-1].endswith("s") else "'s"
    return " ".join(words)


def _is_plural(noun: str) -> bool:
    """Whether an alternative is written in the plural already: "people", "colleagues"."""
    many = {plural for plurals in _PLURALS.values() for plural in plurals}
    return noun in many or (noun.endswith("s") and not noun.endswith(("ss", "us", "is")))


def _verb_in(verb: str, form: str) -> str:
    forms = dict(reversed(verb_forms(verb)))
    return forms.get(form) or forms.get(PAST, verb)
