"""Laws about people: nothing is inferred from a name, silence where it is unclear, and cost that stays small."""

import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.engines.writing import Directory, Finding, Person, Rules, _people, check
from alongside.engines.writing._people import _directory
from alongside.engines.writing._people._directory import MOST_CANDIDATES, Colleague
from alongside.engines.writing._people._titles import _GENDERED
from people_texts import texts

ABOUT_PEOPLE = Rules(kinds=frozenset({"pronoun", "name"}))
PRONOUNS = st.sampled_from(["they/them", "she/her", "he/him", "ze/hir", "xe/xem", "name-only", "any", "she/they"])
# Made-up words in the shape of names, so that no language's names are behind the law.
SYLLABLES = st.sampled_from(["zov", "kri", "tul", "vam", "dro", "pex", "gol", "fim", "bry", "xul"])
NAMES = st.lists(SYLLABLES, min_size=3, max_size=4).map(lambda parts: "".join(parts).capitalize())
TEMPLATES = [
    "{first} said she would come, and he lost their keys.",
    "Please thank {first} {last} for his work. Her talk was good, and they are away.",
    "Mr {last} met {first}; {first} is a great saleswoman.",
    "{first} ({pronouns}) hurt himself. Ask {first} if it suits her.",
    "Hi {first}, he called. {first} said ze is ready.",
]


def found(text: str, people: list[Person]) -> list[Finding]:
    return check(text, people=people, rules=ABOUT_PEOPLE)


def shape(text: str, person: Person) -> list[tuple[object, ...]]:
    """What is found, with the names of the person taken out and places counted in words."""
    first, last = person.name.split()

    def nameless(said: str) -> str:
        return re.sub(rf"\b{last}\b", "LAST", re.sub(rf"\b{first}\b", "FIRST", said))

    return [
        (one.rule, len(text[: one.start].split()), nameless(one.text), *map(nameless, one.alternatives))
        for one in found(text, [person])
    ]


@given(names=st.lists(NAMES, min_size=4, max_size=4, unique=True), pronouns=PRONOUNS)
@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("template", TEMPLATES)
def test_another_name_with_the_same_entry_changes_nothing_but_the_name(
    template: str, names: list[str], pronouns: str
) -> None:
    first, last, other_first, other_last = names
    one, other = Person("p", f"{first} {last}", (pronouns,)), Person("p", f"{other_first} {other_last}", (pronouns,))
    said = template.format(first=first, last=last, pronouns=pronouns)
    said_of_other = template.format(first=other_first, last=other_last, pronouns=pronouns)
    assert shape(said, one) == shape(said_of_other, other)


COLLEAGUES = ("Omar", "Priya", "Alexa", "Maria", "Robert", "Fatima", "Jamal", "Siobhan", "Yuki", "Ingrid")


@pytest.mark.parametrize("pronouns", ["they/them", "she/her", "he/him", "ze/hir", "name-only"])
@pytest.mark.parametrize("word", ["he", "she", "they"])
def test_names_that_people_know_are_treated_like_names_that_nobody_knows(pronouns: str, word: str) -> None:
    def offered(name: str) -> list[str]:
        text = f"We asked {name} to wait because {word} had the key."
        people = [Person("p", f"{name} Vamdro", (pronouns,))]
        return [form.replace(name, "NAME") for one in found(text, people) for form in one.alternatives]

    assert {tuple(offered(name)) for name in COLLEAGUES} == {tuple(offered("Zovkritul"))}


def test_the_only_gendered_words_in_the_package_are_titles_pronouns_and_nouns() -> None:
    assert all(word.islower() for word in _GENDERED)
    people = [Person(str(place), f"{word.capitalize()} Vamdro") for place, word in enumerate(_GENDERED)]
    assert found(" ".join(f"{person.name} said she knew, and he did." for person in people), people) == []


@given(text=st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_every_text_is_read_and_findings_stand_where_they_say(text: str) -> None:
    people = [Person("a", "Ána O'Shea", ("they/them",)), Person("b", "Will Day", ("name-only",), ("Bill",), "will")]
    said = f"{text} Ana said he is {text} @will lost her keys {text}"
    for finding in found(said, people):
        assert said[finding.start : finding.end] == finding.text
        assert finding.alternatives
        assert finding.why


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_and_decomposed_texts_are_read_alike(form: Literal["NFC", "NFD"]) -> None:
    for one in texts():
        said = unicodedata.normalize(form, one.text)
        names = [
            Person(p.id, unicodedata.normalize("NFD", p.name), p.pronouns, p.aliases, p.handle) for p in one.people
        ]
        assert [finding.rule for finding in found(said, names)] == [finding.rule for finding in one.findings()]


def test_curly_apostrophes_change_nothing() -> None:
    for one in texts():
        curly = re.sub(r"(?<=\w)'(?=\w)", "’", one.text)
        assert [finding.rule for finding in found(curly, list(one.people))] == [f.rule for f in one.findings()]


def test_people_in_any_order_or_collection_give_the_same() -> None:
    for one in texts():
        expected = one.findings()
        assert found(one.text, list(reversed(one.people))) == expected
        assert check(one.text, people=iter(one.people), rules=ABOUT_PEOPLE) == expected
        assert check(one.text, people=Directory(one.people), rules=ABOUT_PEOPLE) == expected


def test_somebody_else_who_takes_the_pronoun_means_silence() -> None:
    alex, mina = Person("a", "Alex Vamdro", ("they/them",)), Person("m", "Mina Krizov", ("she/her",))
    assert found("Alex and Mina met. Alex said she would go on.", [alex, mina]) == []
    assert found("Alex and Mina met. Alex said he would go on.", [alex, mina]) != []


def test_without_people_the_package_is_not_even_loaded() -> None:
    program = (
        "import sys; from alongside.engines import writing; writing.check('Alex said he is here.');"
        "sys.exit(any('_people' in name for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0  # noqa: S603


class Counting(Directory):
    """Counts whose names are looked at."""

    looked_at = 0

    def colleague(self, index: int) -> Colleague:
        type(self).looked_at += 1
        return super().colleague(index)


def crowd(number: int) -> list[Person]:
    """Many people, of whom every hundredth is a Zov, and every one a Vamdro."""
    parts = ("zov", "kri", "tul", "vam", "dro", "pex", "gol", "fim", "bry", "xul")

    def word(value: int) -> str:
        return "".join(parts[int(digit)] for digit in f"{value:05}").capitalize()

    return [Person(str(n), f"{'Zov' if n % 100 == 0 else word(n)} Vamdro", ("they/them",)) for n in range(number)]


def test_of_a_hundred_thousand_people_only_those_who_may_be_meant_are_looked_at() -> None:
    people = crowd(100_000)
    directory = Counting(people)
    Counting.looked_at = 0
    text = f"{people[77_777].name} said he is late. Zov said she left. Vamdro agreed. Zov Vamdro came.\n\n"
    assert [finding.person for finding in check(text, people=directory, rules=ABOUT_PEOPLE)] == ["77777"]
    assert Counting.looked_at <= 2 * MOST_CANDIDATES


def test_cost_grows_with_the_text_and_not_faster() -> None:
    people = crowd(1_000)
    directory = Counting(people)
    looked_at = []
    for times in (20, 40):
        Counting.looked_at = 0
        check(f"{people[333].name} said he is late, he said.\n\n" * times, people=directory, rules=ABOUT_PEOPLE)
        looked_at.append(Counting.looked_at)
    assert looked_at[1] <= 2.2 * looked_at[0]


def test_the_package_says_what_it_is_and_keeps_no_list_of_names() -> None:
    folder = Path(_people.__file__).parent
    assert sorted(path.suffix for path in folder.iterdir() if path.is_file()) == [".py"] * len(
        list(folder.glob("*.py"))
    )
    assert "Nothing is inferred from a name" in (_people.__doc__ or "")
    assert _directory.MOST_CANDIDATES == 64
