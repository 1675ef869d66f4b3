"""The readability formulas, worked by hand from what was published."""

import pytest

from alongside.engines.writing import reading_age
from alongside.engines.writing._page import Page
from alongside.engines.writing._readability import _formulas
from alongside.engines.writing._readability._age import counts_of
from alongside.engines.writing._readability._formulas import Counts
from alongside.engines.writing._readability._syllables import syllables

# Ten sentences, 150 words, 675 characters, 210 syllables; 15 words of three syllables (9 hard), 30 of over six letters.
COUNTS = Counts(sentences=10, words=150, characters=675, syllables=210, three_syllables=15, hard=9, long=30)


@pytest.mark.parametrize(
    ("formula", "by_hand"),
    [
        (_formulas.flesch, 206.835 - 15.225 - 118.44),  # 1.015 x 15; 84.6 x 1.4
        (_formulas.flesch_kincaid, 5.85 + 16.52 - 15.59),  # .39 x 15; 11.8 x 1.4
        (_formulas.ari, 21.195 + 7.5 - 21.43),  # 4.71 x 4.5; .5 x 15
        (_formulas.fog, 8.4),  # .4 x (15 + 6)
        (_formulas.smog, 1.043 * 45**0.5 + 3.1291),  # 30 x 15 / 10 = 45
        (_formulas.lix, 35),  # 15 + 20
        (_formulas.coleman_liau, 26.46 - 1.97333333 - 15.8),  # .0588 x 450; .296 x 6.6667
    ],
)
def test_a_formula_gives_what_it_gives_by_hand(formula: object, by_hand: float) -> None:
    assert callable(formula)
    assert formula(COUNTS) == pytest.approx(by_hand)


def test_the_words_of_a_page_are_counted_as_by_hand() -> None:
    # The cat sat on the mat. (6, 17 letters) It was a beautiful Saturday, (beau-ti-ful: hard; Sa-tur-day: a name) so it
    # stayed: 8 more words. Headings, code and link targets are not counted.
    page = Page(
        "# A heading here\n\nThe cat sat on the mat. It was a beautiful Saturday, so it stayed.\n", "markdown", "en-GB"
    )
    assert counts_of(page) == Counts(
        sentences=2, words=14, characters=50, syllables=18, three_syllables=2, hard=1, long=2
    )


def test_a_text_of_under_a_hundred_words_has_no_reading_age() -> None:
    assert reading_age("We eat a red apple. " * 19) is None
    assert reading_age("We eat a red apple. " * 20) is not None


def test_an_easy_text_has_a_lower_age_than_a_hard_one_and_names_its_formula() -> None:
    easy = reading_age("We eat a red apple. " * 30)
    hard = reading_age("Organisational responsibilities necessitate considerable administrative coordination. " * 30)
    assert easy is not None
    assert hard is not None
    assert easy.age < 7
    assert hard.age > 16
    assert easy.formula == "Flesch-Kincaid"
    assert easy.age == pytest.approx(easy.flesch_kincaid_grade + 5)


def test_smog_is_left_out_under_thirty_sentences() -> None:
    short, long = reading_age("We eat a red apple. " * 29), reading_age("We eat a red apple. " * 30)
    assert short is not None
    assert long is not None
    assert (short.smog, long.smog) == (None, 3.1)


@pytest.mark.parametrize(
    ("many", "words"),
    [
        (1, "make cakes walked smile rules guide friend they're free where queue's"),
        (2, "table little people wanted boxes create being agreed colleagues well-known isn't houses"),
        (3, "media area banana beautiful reaction completely employee example idea's"),
        (4, "information experience society coordinate material actually"),
        (5, "university individual association evaluating"),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(many: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), many)
