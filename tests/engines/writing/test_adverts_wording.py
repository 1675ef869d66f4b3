"""What keeps people away from an advert, what it does not say, and what to change first."""

import pytest

from alongside.engines.writing import Rules, advert
from alongside.engines.writing._adverts._coded import words
from alongside.engines.writing._adverts._wording import table
from public_decoder import coded

WHOLE = (
    "Gardener, Leeds\n\nYou look after three parks with a team of six. You plant, prune and mow, and you plan the week "
    "with the others. £27,000 to £29,000 a year. The hours can be part-time. We make reasonable adjustments: write to "
    "jobs@example.org. Women are few in our team and are encouraged to apply."
)


def rules_of(text: str) -> set[str]:
    return {one.rule for one in advert(text).findings if not one.rule.endswith("-coded")}


@pytest.mark.parametrize(("rule", "sentence"), [(entry.id, each) for entry in table() for each in entry.flags])
def test_wording_that_keeps_people_away_is_found(rule: str, sentence: str) -> None:
    assert rule in rules_of(sentence)


@pytest.mark.parametrize(("rule", "sentence"), [(entry.id, each) for entry in table() for each in entry.fair])
def test_the_same_words_in_a_fair_sense_are_left_alone(rule: str, sentence: str) -> None:
    assert rule not in rules_of(sentence)


def test_no_word_offered_in_place_of_a_coded_one_is_coded_itself() -> None:
    offered = [each for others in words().alternatives.values() for each in others]
    offered += [each for entry in table() for each in entry.alternatives]
    assert [each for each in offered if coded(f"or else {each}") != ([], [])] == []


def test_every_word_with_an_alternative_is_coded() -> None:
    assert [word for word in words().alternatives if coded(f"or else {word}") == ([], [])] == []


def test_a_whole_advert_that_says_all_of_it_gets_nothing_to_do() -> None:
    assert rules_of(WHOLE) == set()
    assert advert(WHOLE).first == ()


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("£27,000 to £29,000 a year.", "adverts.missing-pay"),
        ("We make reasonable adjustments: write to jobs@example.org.", "adverts.missing-adjustments"),
        ("The hours can be part-time.", "adverts.missing-flexible"),
        ("Women are few in our team and are encouraged to apply.", "adverts.missing-welcome"),
    ],
)
def test_what_a_whole_advert_leaves_out_is_named(said: str, rule: str) -> None:
    assert said in WHOLE
    assert rules_of(WHOLE.replace(said, "We look forward to hearing from you soon.")) == {rule}


def test_one_sentence_of_an_advert_need_not_say_everything() -> None:
    assert rules_of("You plant, prune and mow.") == set()


@pytest.mark.parametrize(
    "pay",
    [
        "$85k-$95k",
        "£12.60 per hour",
        "€3.200 brut",
        "NHS Band 5",
        "40,000 a year",
        "Salary: 31,000",
        "£150 a day",
        "the real Living Wage",
    ],
)
def test_pay_is_seen_in_many_forms(pay: str) -> None:
    assert "adverts.missing-pay" not in rules_of(WHOLE.replace("£27,000 to £29,000 a year", pay))


@pytest.mark.parametrize("money", ["We turned over £5 million.", "We raised $40m.", "A budget of €2bn."])
def test_money_of_the_firm_is_not_taken_for_pay(money: str) -> None:
    assert "adverts.missing-pay" in rules_of(WHOLE.replace("£27,000 to £29,000 a year.", money))


def test_vague_pay_is_fine_beside_a_figure() -> None:
    vague = WHOLE.replace("£27,000 to £29,000 a year.", "A competitive salary.")
    assert rules_of(vague) == {"adverts.vague-pay"}
    assert rules_of(vague + " That is £27,000.") == set()


def test_a_list_of_more_than_eight_requirements_is_too_long() -> None:
    items = "".join(f"- thing number {letter}\n" for letter in "abcdefghi")
    found = [
        one for one in advert(f"Cook\n\nYou must have:\n{items}\nThank you").findings if one.rule == "adverts.long-list"
    ]
    assert [(one.text, one.why[:20]) for one in found] == [("You must have", "9 things are asked f")]
    assert "adverts.long-list" not in rules_of(f"You must have:\n{items[: items.rindex('-')]}")
    assert "adverts.long-list" not in rules_of(f"What you will do:\n{items}")
    assert "adverts.long-list" not in rules_of(f"Nice to have, your skills:\n{items}")


def test_a_licence_is_fair_for_who_drives() -> None:
    assert "adverts.driving" not in rules_of("Delivery driver\n\nA full driving licence is essential.")


def test_the_worst_comes_first() -> None:
    text = (
        "Sales lead\n\nWe want young, dynamic people with a bachelor's degree. You are driven, competitive, fearless. "
        "A competitive salary. We work hard and play hard in our office in town, with a view of the river and a roof "
        "from which we watch the boats go by at noon."
    )
    assert advert(text).first == (
        "This keeps a group of people out: “young, dynamic”. Change this first, since they cannot apply at all.",
        "This may not be needed: “bachelor's degree”. Ask of each whether the work needs it on the first day.",
        "Name the pay as a range instead of “competitive salary”. People look for it first, and it keeps pay fair.",
        "Say that you make adjustments, and whom to ask. Else disabled people have to guess whether they may ask.",
        "Say which hours and places can be talked about. More people then apply.",
        "Say in a sentence of your own who is welcome.",
        (
            "Write 5 masculine-coded words in other words, and the advert is neutral. Begin with “lead”, “driven”, "
            "“competitive”, “fearless”."
        ),
        "This speaks to one kind of person: “work hard and play hard”. Say what a usual week is like.",
    )


def test_a_coded_word_at_plain_work_need_not_change() -> None:
    found = {one.text: one for one in advert("An analyst for Active Directory who is aggressive").findings}
    assert found["Active"].strength == found["analyst"].strength == "context"
    assert "need not change" in found["Active"].why
    assert (found["aggressive"].strength, found["aggressive"].alternatives) == ("consider", ("bold", "quick"))


def test_feminine_words_are_shown_without_asking_for_a_change() -> None:
    found = advert("A warm and kind team").findings
    assert {(one.strength, one.alternatives) for one in found} == {("context", ())}


def test_a_long_text_without_ends_of_sentences_is_handled_in_time() -> None:
    advert("able to lift and carry or push " * 1_000 + "native " * 1_000 + "a" * 20_000)


def test_what_a_project_decided_holds_for_adverts_too() -> None:
    text = "We want young, dynamic people who lead."
    assert {one.rule for one in advert(text).findings} == {"adverts.age", "adverts.masculine-coded"}
    decided = advert(text, rules=Rules(off=frozenset({"adverts.age"})))
    assert {one.rule for one in decided.findings} == {"adverts.masculine-coded"}
    assert decided.coding == advert(text).coding


def test_another_word_takes_the_capital_of_the_coded_one() -> None:
    assert [one.alternatives[0] for one in advert("Lead, and then lead").findings] == ["Guide", "guide"]
