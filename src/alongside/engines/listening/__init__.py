"""What a listening round asks, and what its answers come to.

    from alongside.engines import listening

    bank = listening.our_questions()
    bank["can-finish"].text, bank["can-finish"].sources

    listening.could_be_names("Does Asha listen?")     # a question of one's own may hold no name of anybody here
    listening.traits_in("Religion")                     # words for protected traits, by which nothing may be cut

    clean = listening.read_answer(body, questions=asked, cuts={"Time here": ("under a year", "longer")})
    clean.said, clean.values, clean.words               # 1 or 0 for each question; values of cuts; words to be shown

    listening.share_out(words, shown)                   # which words may be shown, and with which unit

Pure: data in, data out. Figures are for `alongside.engines.release`.
"""

from alongside.engines.listening._answers import (
    CUT_ID,
    MOST_WORDS,
    THEMES_ID,
    WORDS_ID,
    Cleaned,
    read_answer,
    theme_code,
    theme_of,
)
from alongside.engines.listening._bank import (
    SCALES,
    SUBJECTS,
    FaultyBank,
    Question,
    Scale,
    our_questions,
    read_questions,
)
from alongside.engines.listening._groups import large_groups
from alongside.engines.listening._names import could_be_names
from alongside.engines.listening._traits import TRAITS, traits_in
from alongside.engines.listening._words import WRITERS, share_out

__all__ = [
    "CUT_ID",
    "MOST_WORDS",
    "SCALES",
    "SUBJECTS",
    "THEMES_ID",
    "TRAITS",
    "WORDS_ID",
    "WRITERS",
    "Cleaned",
    "FaultyBank",
    "Question",
    "Scale",
    "could_be_names",
    "large_groups",
    "our_questions",
    "read_answer",
    "read_questions",
    "share_out",
    "theme_code",
    "theme_of",
    "traits_in",
]
