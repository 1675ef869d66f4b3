"""The public Gender Decoder's rule, told once more in the plainest way, to hold our own against.

Stated from what the decoder does (its code of 2021 to 2023, github.com/lovedaybrooke/gender-decoder): it walks along
its list of words while it changes that list. The engine works out the same without the walk.
"""

FEMININE = (
    "agree affectionate child cheer collab commit communal compassion connect considerate cooperat co-operat depend "
    "emotiona empath feel flatterable gentle honest interpersonal interdependen interpersona inter-personal "
    "inter-dependen inter-persona kind kinship loyal modesty nag nurtur pleasant polite quiet respon sensitiv "
    "submissive support sympath tender together trust understand warm whin enthusias inclusive yield share sharin"
).split()
MASCULINE = (
    "active adventurous aggress ambitio analy assert athlet autonom battle boast challeng champion compet confident "
    "courag decid decision decisive defend determin domina dominant driven fearless fight force greedy head-strong "
    "headstrong hierarch hostil impulsive independen individual intellect lead logic objective opinion outspoken "
    "persist principle reckless self-confiden self-relian self-sufficien selfconfiden selfrelian selfsufficien "
    "stubborn superior unreasonab"
).split()
KEPT_WHOLE = (
    "co-operat",
    "inter-personal",
    "inter-dependen",
    "inter-persona",
    "self-confiden",
    "self-relian",
    "self-sufficien",
)


def words_of(text: str) -> list[str]:
    """The decoder's words: its marks and all that is not ASCII become spaces; then it walks along and splits."""
    spaced = "".join(c if c.isascii() and not c.isspace() and c not in ".,<>*?!\"[]@':;()/&" else " " for c in text)
    walked = [word for word in spaced.lower().split(" ") if word]
    words = list(walked)
    changed_under_its_feet = False
    step = 0
    while step < len(walked):
        word = walked[step]
        step += 1
        if word.startswith(("-", *KEPT_WHOLE)):
            continue
        at = words.index(word)
        words[at : at + 1] = word.split("-")
        if not changed_under_its_feet:
            changed_under_its_feet = True
            step += 1
    return words


def coded(text: str) -> tuple[list[str], list[str]]:
    """The masculine and the feminine words, each once for every stem it begins with."""
    masculine, feminine = (
        [word for word in words_of(text) for stem in stems if word.startswith(stem) and word != "sharepoint"]
        for stems in (MASCULINE, FEMININE)
    )
    return masculine, feminine


def coding(masculine: int, feminine: int) -> str:
    """The class that the decoder shows."""
    if masculine == feminine:
        return "neutral" if feminine else "empty"
    side = "feminine-coded" if feminine > masculine else "masculine-coded"
    return f"strongly {side}" if abs(feminine - masculine) > 3 else side
