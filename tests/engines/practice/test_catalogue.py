"""A faulty catalogue is refused with a line for each fault: the file, the act, the field and what was expected."""

from pathlib import Path

import pytest
from small_catalogue import PLAIN, STRUCTURAL, catalogue

from alongside.engines import practice
from alongside.engines.practice import Catalogue, FaultyCatalogue

GOOD = """
area = "listen"

[wait-a-little]
starter_action = "listen_to_understand"
title = "Wait a little"
what = "Wait until the other person is done."
minutes = 2
cost = { kind = "airtime", text = "A turn." }
scope = "individual"
roles = ["anyone"]
occasions = ["any_day"]
answers = ["cut_off"]
levers = ["agenda"]
themes = ["being_heard"]
say = ["Please go on."]
avoid = ["Do not count aloud."]
smaller_step = "Wait once."
source = "our own practice"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ours.toml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def refusal_of(path: Path, text: str, *others: Path) -> str:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FaultyCatalogue) as refused:
        practice.read_catalogue([path, *others])
    return str(refused.value)


def test_an_organisation_adds_acts_of_its_own(file: Path) -> None:
    acts = practice.read_catalogue([*practice.OUR_ACTS, file])
    assert len(acts.acts) == len(practice.our_catalogue().acts) + 1
    act = acts.by_code["wait-a-little"]
    assert (act.area, act.minutes, act.is_structural, act.answers) == ("listen", 2, False, frozenset({"cut_off"}))
    assert (act.say, act.smaller_step) == (("Please go on.",), "Wait once.")


def test_what_need_not_be_there_may_be_left_out(file: Path) -> None:
    short = [line for line in GOOD.splitlines() if not line.startswith(("answers", "levers", "smaller_step"))]
    file.write_text("\n".join(short), encoding="utf-8")
    act = practice.read_catalogue([*practice.OUR_ACTS, file]).by_code["wait-a-little"]
    assert (act.answers, act.levers, act.smaller_step) == (frozenset(), frozenset(), "")


@pytest.mark.parametrize(
    ("line", "faulty", "told"),
    [
        ("minutes = 2", "minutes = 12", "minutes: expected a whole number from 1 to 10; found 12"),
        ("minutes = 2", "minutes = 0", "minutes: expected a whole number from 1 to 10; found 0"),
        ("minutes = 2", "minutes = true", "minutes: expected a whole number from 1 to 10; found True"),
        ("minutes = 2", 'minutes = "two"', "minutes: expected a whole number from 1 to 10; found 'two'"),
        ("minutes = 2\n", "", "minutes: expected a whole number from 1 to 10; found nothing"),
        ('title = "Wait a little"', 'title = ""', "title: expected a text of 1 to 8 words; found ''"),
        (
            'title = "Wait a little"',
            'title = "Wait until everyone in the room has said it all"',
            "title: expected a text of 1 to 8 words; found 'Wait until everyone in the room has said it all'",
        ),
        (
            'starter_action = "listen_to_understand"',
            'starter_action = "give_credit"',
            "starter_action: expected one of listen_to_understand, validate_experiences, connect_with_curiosity; found",
        ),
        ('roles = ["anyone"]', "roles = []", "roles: expected a list of anyone, leader, host, interviewer, reviewer"),
        ('roles = ["anyone"]', 'roles = ["boss"]', "roles: expected a list of anyone, leader, host"),
        ('roles = ["anyone"]', 'roles = "anyone"', "roles: expected a list of anyone, leader, host"),
        ('roles = ["anyone"]', "roles = [[1]]", "roles: expected a list of anyone, leader, host"),
        ('roles = ["anyone"]', 'roles = ["host", "host"]', "roles: expected each word once; found ['host', 'host']"),
        ('answers = ["cut_off"]', 'answers = ["cutoff"]', "answers: expected a list of crowded_out, cut_off"),
        ('say = ["Please go on."]', "say = []", "say: expected a list of 1 to 3 texts; found []"),
        ('say = ["Please go on."]', 'say = ["a", "b", "c", "d"]', "say: expected a list of 1 to 3 texts"),
        ('say = ["Please go on."]', 'say = ["Go on.", ""]', "say: expected a list of 1 to 3 texts"),
        ('smaller_step = "Wait once."', 'smaller_step = ""', "smaller_step: expected a text of 1 to 60 words"),
        ('kind = "airtime"', 'kind = "effort"', "cost, kind: expected one of time, airtime, status"),
        (', text = "A turn."', "", "cost, text: expected a text of 1 to 60 words; found nothing"),
        ('text = "A turn."', 'text = "A turn.", much = 1', "cost, much: expected one of kind, text"),
        ('cost = { kind = "airtime", text = "A turn." }', "cost = 3", "cost: expected a table such as { kind ="),
        ('scope = "individual"', 'scope = "large"', "scope: expected one of individual, structural; found 'large'"),
        ('scope = "individual"', 'scope = "structural"', "changes: expected one of process, criterion, budget, slate"),
        ('scope = "individual"', 'scope = "structural"', "recheck: expected a text of 1 to 60 words; found nothing"),
        (
            'scope = "individual"',
            'scope = "individual"\nchanges = "rule"',
            "changes: expected nothing, because only a structural act changes how things are done; found 'rule'",
        ),
        ('source = "our own practice"', 'sauce = "ours"', "sauce: expected one of answers, avoid, changes"),
        ('source = "our own practice"', 'sauce = "ours"', "source: expected a text of 1 to 60 words; found nothing"),
    ],
)
def test_a_faulty_field_is_named_with_what_was_expected(file: Path, line: str, faulty: str, told: str) -> None:
    assert line in GOOD
    assert f"ours.toml, wait-a-little, {told}" in refusal_of(file, GOOD.replace(line, faulty))


def test_a_structural_act_may_take_longer_than_ten_minutes(file: Path) -> None:
    longer = GOOD.replace('scope = "individual"', 'scope = "structural"\nchanges = "rule"\nrecheck = "Still done?"')
    file.write_text(longer.replace("minutes = 2", "minutes = 60"), encoding="utf-8")
    act = practice.read_catalogue([*practice.OUR_ACTS, file]).by_code["wait-a-little"]
    assert (act.is_structural, act.changes, act.recheck, act.minutes) == (True, "rule", "Still done?", 60)
    assert "a whole number from 1 to 60; found 61" in refusal_of(file, longer.replace("minutes = 2", "minutes = 61"))


def test_every_fault_is_told_at_once(file: Path) -> None:
    told = refusal_of(file, GOOD.replace("minutes = 2", "minutes = 12").replace('"any_day"', '"someday"'))
    assert [line.split(":")[0] for line in told.splitlines()] == [
        "ours.toml, wait-a-little, minutes",
        "ours.toml, wait-a-little, occasions",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("area = 'listen", "ours.toml: expected a TOML file in UTF-8;"),
        (
            GOOD.replace('"listen"', '"talk"'),
            "ours.toml, area: expected one of learn, listen, amplify, speak_up, account",
        ),
        (GOOD.replace('area = "listen"', ""), "ours.toml, area: expected one of learn, listen, amplify"),
        (
            GOOD.replace("[wait-a-little]", "[Wait_A_Little]"),
            "ours.toml, Wait_A_Little: expected a name of lower-case words with hyphens, such as count-to-three",
        ),
        (
            'area = "listen"\nwait = 3',
            "ours.toml, wait: expected a table of fields, such as [wait] with lines below it",
        ),
    ],
)
def test_a_faulty_file_is_named_with_what_was_expected(file: Path, text: str, told: str) -> None:
    assert told in refusal_of(file, text)


def test_a_file_that_is_no_text_is_named(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FaultyCatalogue, match=r"ours\.toml: expected a TOML file in UTF-8"):
        practice.read_catalogue([file])


def test_an_act_that_is_there_twice_is_refused(file: Path) -> None:
    taken = GOOD.replace("wait-a-little", "count-to-three")
    assert (
        refusal_of(file, taken, *practice.OUR_ACTS)
        == "the catalogue, count-to-three: expected one act of this name; found 2"
    )


@pytest.mark.parametrize(
    ("dull", "dull_structural", "told"),
    [
        (14, 6, "at least 15 individual acts for anyone, .+; found 14"),
        (15, 5, "at least 6 structural acts .+; found 5"),
    ],
)
def test_too_few_acts_to_offer_one_a_day_are_refused(dull: int, dull_structural: int, told: str) -> None:
    catalogue(dull=15, dull_structural=6)
    with pytest.raises(FaultyCatalogue, match=told):
        catalogue(dull=dull, dull_structural=dull_structural)


def test_acts_that_are_not_for_anyone_do_not_count_as_enough() -> None:
    with pytest.raises(FaultyCatalogue, match="at least 15 individual acts for anyone"):
        Catalogue((PLAIN, STRUCTURAL))


def test_our_own_files_are_one_for_each_area() -> None:
    assert {path.stem for path in practice.OUR_ACTS} == set(practice.AREAS)
    for path in practice.OUR_ACTS:
        assert f'\narea = "{path.stem}"\n' in path.read_text(encoding="utf-8")


def test_changes_within_reach_are_structural_and_go_round_the_levers() -> None:
    catalogue = practice.our_catalogue()
    found = catalogue.changes_within_reach(roles={"leader"}, levers={"notes", "pay", "agenda"}, most=6)
    assert len({act.code for act in found}) == len(found) == 6
    assert all(act.is_structural for act in found)
    assert [sorted({lever} & act.levers) for lever, act in zip(("agenda", "notes", "pay"), found, strict=False)] == [
        ["agenda"],
        ["notes"],
        ["pay"],
    ]
    assert catalogue.changes_within_reach(roles={"leader"}, levers=frozenset(), most=6) == ()


def test_changes_within_reach_ask_nobody_for_what_only_others_can_do() -> None:
    catalogue = practice.our_catalogue()
    found = catalogue.changes_within_reach(roles=frozenset(), levers={"hiring", "pay"}, most=60)
    assert all("anyone" in act.roles for act in found)
