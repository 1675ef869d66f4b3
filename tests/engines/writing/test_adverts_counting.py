"""The class and the words of an advert, held against the public decoder's rule and the paper's list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.writing import advert
from public_decoder import coded, coding

PIECES = st.sampled_from(
    """lead Leader LEADERSHIP team-lead -lead lead- self-reliant self-driven head-strong co-operate co-worker dominant
    interpersonal inter-personal support SharePoint sharepoint share share-point and the a data-driven -- - #lead
    +support lead|run _trust “warm” warm’s naïve éclair lead\u2013run trust\u2014worthy\u00a0kind\x1fkind K\u0130nd ﬁght
    respond/react, (analyst); agree! child's quiet@home <b>force</b> kind&gentle selfreliant inter-dependen""".split(
        " "
    )
)
TEXTS = st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=80)


@given(TEXTS)
def test_words_and_class_are_those_of_the_public_decoder_whatever_the_text(text: str) -> None:
    masculine, feminine = coded(text)
    found = advert(text)
    assert (list(found.masculine), list(found.feminine)) == (masculine, feminine)
    assert (found.coding, found.score) == (coding(len(masculine), len(feminine)), len(feminine) - len(masculine))


@given(TEXTS)
def test_every_coded_word_is_marked_where_it_stands(text: str) -> None:
    for one in advert(text).findings:
        assert text[one.start : one.end] == one.text


# Examples worked by hand from the rule.
@pytest.mark.parametrize(
    ("text", "masculine", "feminine", "expected"),
    [
        ("", (), (), "empty"),
        ("Someone to water the plants", (), (), "empty"),
        ("Sharing is as important as ambition", ("ambition",), ("sharing",), "neutral"),
        ("Ambition:competition–decisiveness", ("ambition", "competition", "decisiveness"), (), "masculine-coded"),
        (
            "We lead, analyse, compete and decide",
            ("lead", "analyse", "compete", "decide"),
            (),
            "strongly masculine-coded",
        ),
        ("warm, kind & honest", (), ("warm", "kind", "honest"), "feminine-coded"),
        ("warm/kind/honest/gentle", (), ("warm", "kind", "honest", "gentle"), "strongly feminine-coded"),
        ("We are dominant", ("dominant", "dominant"), (), "masculine-coded"),
        ("Good interpersonal skills", (), ("interpersonal", "interpersonal"), "feminine-coded"),
        ("Our SharePoint site", (), (), "empty"),
        ("Our SharePoints and sharepoint-lists", (), ("sharepoints",), "feminine-coded"),
        ("Our new team-leader", ("leader",), (), "masculine-coded"),
        ("A data-driven role", (), (), "empty"),  # the second word is passed over, and stays whole
        ("A data-driven role, a data-driven team", ("driven",), (), "masculine-coded"),
        ("You will:\n-lead the team\n- lead the work", ("lead",), (), "masculine-coded"),
        ("Our self-reliant staff", ("self-reliant",), (), "masculine-coded"),
        ("Self-motivated and self-driven", ("driven",), (), "masculine-coded"),
        ("LEAD Lead lead’s", ("lead", "lead", "lead"), (), "masculine-coded"),
        ("#leader and _lead_", (), (), "empty"),
    ],
)
def test_an_advert_is_classed_as_the_decoder_does(
    text: str, masculine: tuple[str, ...], feminine: tuple[str, ...], expected: str
) -> None:
    found = advert(text)
    assert (found.masculine, found.feminine, found.coding) == (masculine, feminine, expected)


def test_a_word_counts_once_if_asked_even_if_it_meets_two_stems() -> None:
    text = "We are a dominant brand; we dominate with interpersonal skill"
    assert advert(text).masculine == ("dominant", "dominant", "dominate")
    assert advert(text, counting="each_word_once").masculine == ("dominant", "dominate")
    assert advert(text, counting="each_word_once").feminine == ("interpersonal",)


def test_the_paper_takes_whole_words_where_its_list_has_no_star() -> None:
    text = "Active, actively, logic, logical, confident, confidence, kind, kindly, decide, decided"
    found = advert(text, counting="paper")
    assert found.masculine == ("active", "logic", "confident", "decide")
    assert found.feminine == ("kind",)


def test_the_paper_does_not_know_the_words_that_the_decoder_added() -> None:
    added = "agree collaborate enthusiastic inclusive share sharing feel battle champion defend driven fearless fight"
    assert advert(added, counting="paper").coding == "empty"
    assert len(advert(added).feminine) == len("agree collaborate enthusiastic inclusive share sharing feel".split())


def test_the_paper_counts_masculine_and_feminine_which_the_decoder_dropped() -> None:
    assert advert("Masculine or feminine or masculine", counting="paper").coding == "masculine-coded"
    assert advert("Masculine or feminine or masculine").coding == "empty"


def test_the_paper_reads_lists_and_compounds_that_the_decoder_passes_over() -> None:
    assert advert("A data-driven team-leader:\n-lead the work", counting="paper").masculine == ("leader", "lead")


def test_the_double_count_of_one_word_is_explained_where_it_changes_the_class() -> None:
    found = advert("Dominant market analyst. Our brands are dominant.")
    assert found.coding == "strongly masculine-coded"
    assert found.notes == (
        (
            "“dominant” counts twice wherever it stands, since the list has two stems it begins with: “domina” and "
            "“dominant”. It stands here 2 times, so it counts 4 times."
        ),
        "If each word counted once, it would be masculine-coded (-3 instead of -5).",
        "By the list of the paper (Gaucher, Friesen and Kay 2011) it would be masculine-coded (-3 instead of -5).",
    )
    assert "counts twice" in next(one.why for one in found.findings if one.text == "Dominant")


def test_nothing_is_explained_where_all_three_ways_agree() -> None:
    assert advert("We lead with care.").notes == ()


def test_an_unknown_way_of_counting_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="'twice': expected one of decoder, each_word_once, paper"):
        advert("We lead", counting="twice")  # type: ignore[arg-type]
