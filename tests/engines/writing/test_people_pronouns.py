"""What an entry says about pronouns, and what is written in place of a wrong one."""

import pytest

from alongside.engines.writing import Person, Rules, check
from alongside.engines.writing._people._pronouns import accepted

ABOUT_PEOPLE = Rules(kinds=frozenset({"pronoun", "name"}))


def instead(text: str, *pronouns: str) -> dict[str, tuple[str, ...]]:
    """What is found about Ravel Dunn, who gave these pronouns, and what is offered."""
    findings = check(text, people=[Person("r", "Ravel Dunn", pronouns)], rules=ABOUT_PEOPLE)
    return {finding.text: finding.alternatives for finding in findings}


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("they/them", ("they", "them", "their", "theirs", "themself")),
        ("He / Him", ("he", "him", "his", "his", "himself")),
        ("he/him/his", ("he", "him", "his", "his", "himself")),
        ("ze/hir", ("ze", "hir", "hir", "hirs", "hirself")),
        ("xe/xem/xyr", ("xe", "xem", "xyr", "xyrs", "xemself")),
        ("ey/em", ("ey", "em", "eir", "eirs", "emself")),
        ("fae/faer", ("fae", "faer", "faer", "faers", "faerself")),
        ("ze/zir/zir/zirs/zirself", ("ze", "zir", "zir", "zirs", "zirself")),
        ("bun/bun/buns/buns/bunself", ("bun", "bun", "buns", "buns", "bunself")),
        ("mer/mym/myr", ("mer", "mym", "myr", "myrs", "mymself")),
    ],
)
def test_a_set_is_read_as_it_is_written(entry: str, forms: tuple[str, ...]) -> None:
    (only,) = accepted((entry,)).sets
    assert (only.subject, only.object, only.possessive, only.absolute, only.reflexive) == forms


@pytest.mark.parametrize("entry", ["she/they", "she/her/they/them", "They/She"])
def test_one_entry_may_hold_two_sets(entry: str) -> None:
    assert {one.subject for one in accepted((entry,)).sets} == {"she", "they"}


@pytest.mark.parametrize("entry", ["any", "any pronouns", "he/any", "All"])
def test_any_takes_every_pronoun(entry: str) -> None:
    assert accepted((entry,)).takes("xyr")


@pytest.mark.parametrize("entry", ["name-only", "Name only", "none", "no pronouns"])
def test_the_name_alone_takes_no_pronoun(entry: str) -> None:
    assert not accepted((entry,)).takes("they")


@pytest.mark.parametrize("entry", ["", "ask me", "see my page", "?", "☕/🌿"])
def test_what_cannot_be_read_claims_nothing(entry: str) -> None:
    assert accepted((entry,)).takes("he")
    assert instead("Ravel said he would come.", entry) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ravel said she is ready.", {"she is": ("they are",)}),
        ("Ravel said she's ready.", {"she's": ("they're",)}),
        ("Ravel said he’s been away.", {"he’s": ("they’ve",)}),
        ("Ravel said he's just finished it.", {"he's": ("they've", "they're")}),
        ("Ravel said he'd wait.", {"he'd": ("they'd",)}),
        ("Ravel said he hasn't seen it.", {"he hasn't": ("they haven't",)}),
        ("Ravel said he also tries hard.", {"he also tries": ("they also try",)}),
        ("Ravel said he will wait.", {"he": ("they",)}),
        ("Ravel is quick. Does he know?", {"Does he": ("Do they",)}),
        ("Ravel is quick. He watches the queue.", {"He watches": ("They watch",)}),
        ("Ravel hurt herself.", {"herself": ("themself",)}),
        ("Ravel came, and the coat is his.", {"his": ("theirs",)}),
        ("RAVEL SAID HE WOULD COME.", {"HE": ("THEY",)}),
    ],
)
def test_the_right_form_fits_case_verb_and_capitals(text: str, found: dict[str, tuple[str, ...]]) -> None:
    assert instead(text, "they/them") == found


def test_every_accepted_set_is_offered_in_its_order() -> None:
    assert instead("Ravel said he is ready.", "she/her", "they/them") == {"he is": ("she is", "they are")}


def test_whoever_wants_the_name_is_offered_the_name_as_the_text_has_it() -> None:
    assert instead("Ravel Dunn lost his keys; he's late.", "name-only") == {
        "his": ("Ravel Dunn's",),
        "he's": ("Ravel Dunn is",),
    }


def test_mixing_accepted_sets_is_fine() -> None:
    assert instead("Ravel said she lost their keys, so he left.", "she/they", "he/him") == {}


def test_both_reflexives_of_they_are_right() -> None:
    assert instead("Ravel hurt themself. Ravel hurt themselves.", "they/them") == {}


def test_a_plural_verb_is_asked_for_after_they_and_nowhere_else() -> None:
    assert instead("Ravel said they is late, and the tests they wrote is red.", "they/them") == {
        "they is": ("they are",)
    }


def test_a_finding_says_who_it_is_about_and_why() -> None:
    people = [Person("r", "Ravel Dunn", ("ze/hir",))]
    (finding,) = check("Ravel said he would come.", people=people, rules=ABOUT_PEOPLE)
    assert (finding.person, finding.rule, finding.kind, finding.strength) == ("r", "people.pronoun", "pronoun", "avoid")
    assert "Ravel Dunn uses ze/hir" in finding.why


def test_a_text_may_give_more_pronouns_beside_a_name_than_the_directory_does() -> None:
    assert instead("Ravel (he/they) is here, and he has the key.", "they/them") == {}
