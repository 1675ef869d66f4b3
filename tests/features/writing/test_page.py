"""The page on which a text is checked, as its writer meets it."""

from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from alongside.engines import writing
from alongside.people.models import Audience, Person, PronounAnswer
from alongside.writing.colleagues import colleagues_in, sets_of
from organisation import Cast, join

Browse = Callable[[Person | None], Client]
TEXT = "Hey guys,\nplease ask the chairman. Our chairman knows.\n"


def sent(browser: Client, text: str = TEXT, **more: str) -> str:
    answer = browser.post("/speak-up/writing/", {"text": text, "kind": "text", "locale": "en-GB", **more})
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_a_text_comes_back_with_marks_why_and_other_words(cast: Cast, as_person: Browse) -> None:
    page = sent(as_person(cast.ben))
    assert ">chairman</mark>" in page
    [first] = [found for found in writing.check(TEXT, markup="text") if found.text == "chairman"][:1]
    assert first.alternatives[0] in page
    assert page.count(first.why) == 1, "the same words are one thing to look at"
    assert "2 times" in page


def test_the_chosen_words_are_put_in_wherever_they_stand_and_the_rest_is_left(cast: Cast, as_person: Browse) -> None:
    browser = as_person(cast.ben)
    page = sent(browser)
    number = page.split(">chairman</mark>")[0].rsplit("#mark-", 1)[1].split('"')[0]
    page = sent(browser, **{f"words-{number}": "chair", "use": "1"})
    assert "please ask the chair. Our chair knows." in page
    assert ">chairman</mark>" not in page
    assert "Hey" in page


def test_words_that_a_text_does_without_can_be_left_out_with_the_space_beside_them(
    cast: Cast, as_person: Browse
) -> None:
    browser, text = as_person(cast.ben), "Obviously, you can just ask. Then just go."
    page = sent(browser, text)
    assert page.count('value="(leave it out)"') == page.count('<li class="card" id="mark-')
    page = sent(browser, text, use="1", **{f"words-{number}": "(leave it out)" for number in range(1, 4)})
    assert "You can ask. Then go." in page


def test_a_word_that_was_never_offered_is_not_put_in(cast: Cast, as_person: Browse) -> None:
    page = sent(as_person(cast.ben), use="1", **{f"words-{number}": "overlord" for number in range(9)})
    assert "chairman" in page
    assert "overlord" not in page


def test_what_is_pasted_is_shown_and_never_run(cast: Cast, as_person: Browse) -> None:
    form = {"text": "<script>alert(1)</script> the chairman", "kind": "text", "locale": "en-GB"}
    page = as_person(cast.ben).post("/speak-up/writing/", form).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_text_in_which_nothing_stands_out_says_so_without_praise(cast: Cast, as_person: Browse) -> None:
    page = sent(as_person(cast.ben), "The train leaves at nine.")
    assert "Nothing stands out" in page


def test_an_advert_is_told_what_to_change_first(cast: Cast, as_person: Browse) -> None:
    page = sent(as_person(cast.ben), "We want a competitive native English speaker.", kind="advert")
    assert "masculine-coded" in page
    assert "Change this first, since they cannot apply at all." in page
    assert ">native English speaker</mark>" in page


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"text": ""}, "This field is required."),
        ({"text": "a" * 100_001}, "at most 100000 characters"),
        ({"kind": "poem"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_checked_is_said_and_the_text_is_still_there(
    cast: Cast, as_person: Browse, given: dict[str, str], message: str
) -> None:
    form = {"text": TEXT, "kind": "text", "locale": "en-GB", **given}
    answer = as_person(cast.ben).post("/speak-up/writing/", form)
    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert form["text"][:20] in answer.content.decode()


def test_no_copy_of_the_page_is_kept_by_a_browser(cast: Cast, as_person: Browse) -> None:
    answer = as_person(cast.ben).post("/speak-up/writing/", {"text": TEXT, "kind": "text", "locale": "en-GB"})
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_check_costs_the_same_queries_however_many_people_there_are(
    cast: Cast, as_person: Browse, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser = as_person(cast.ben)
    for number in range(60):
        join(cast.organisation, f"C{number} Carmen Ruiz")
    with django_assert_num_queries(6):  # session, person, roles, and three for the colleagues in the text
        sent(browser, "Carmen Ruiz and Asha Rao wrote to Dara.")


def test_colleagues_are_known_as_far_as_their_own_pages_tell(cast: Cast) -> None:
    said = {"pronouns": "they/them", "pronoun_answer": PronounAnswer.GIVEN}
    for person, audience in ((cast.asha, Audience.MET), (cast.carmen, Audience.NOBODY), (cast.dara, Audience.MET)):
        Person.objects.filter(pk=person.pk).update(**said, pronoun_audience=audience)
    text = "Asha, Carmen, Dara and Gus met."
    assert {person.name: person.pronouns for person in colleagues_in(text, cast.ben)} == {
        "Asha Rao": ("they/them",),  # of Ben's team
        "Carmen Ruiz": (),  # keeps them to herself
        "Dara Lim": (),  # does not meet Ben
    }


def test_of_a_name_that_many_share_only_those_who_are_named_in_full_are_meant(cast: Cast) -> None:
    for number in range(41):
        join(cast.organisation, f"Al{number} Kim Holm")
    meant = colleagues_in("I asked Al7 Kim Holm about Kim.", cast.ben)
    assert [person.name for person in meant] == ["Al7 Kim Holm"]


@pytest.mark.parametrize(
    ("said", "sets"),
    [
        ("she/her", ("she/her",)),
        ("he/they", ("he/him", "they/them")),
        ("They", ("they/them",)),
        ("ze/zir/zirs", ("ze/zir/zirs",)),
        ("she/her or they/them", ("she/her", "they/them")),
        ("any pronouns", ("any",)),
    ],
)
def test_pronouns_are_taken_as_the_person_wrote_them(said: str, sets: tuple[str, ...]) -> None:
    assert sets_of(said) == sets
