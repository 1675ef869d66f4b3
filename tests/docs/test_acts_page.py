"""The page on acts names every word that a field may hold, and its numbers and its example are true."""

import re
import tomllib
from pathlib import Path
from typing import get_args

from alongside.engines import practice
from alongside.engines.practice import _act, _catalogue, _choosing, _history

PAGE = (Path(__file__).resolve().parents[2] / "docs/use/acts.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)

WORDS = {
    *(word for area, actions in practice.STARTER_ACTIONS.items() for word in (area, *actions)),
    *practice.ROLES,
    *practice.OCCASIONS,
    *practice.MOMENT_KINDS,
    *practice.LEVERS,
    *practice.THEMES,
    *practice.COSTS,
    *practice.CHANGES,
    *_act.SCOPES,
    *get_args(practice.Answer),
    *get_args(practice.Reason),
}


def test_every_word_that_a_field_may_hold_is_on_the_page() -> None:
    assert not {word for word in WORDS if f"`{word}`" not in PAGE}


def test_the_page_names_no_word_that_is_not_there() -> None:
    fields = {"starter_action", "title", "what", "minutes", "cost", "kind", "scope", "changes", "recheck", "roles"}
    fields |= {"occasions", "answers", "levers", "themes", "say", "avoid", "smaller_step", "source"}
    assert set(re.findall(r"`([a-z_]+)`", PAGE)) <= WORDS | fields


def test_the_example_is_an_act(tmp_path: Path) -> None:
    assert EXAMPLE
    path = tmp_path / "our-acts.toml"
    path.write_text(EXAMPLE[1], encoding="utf-8")
    acts = practice.read_catalogue([*practice.OUR_ACTS, path])
    assert acts.by_code["wait-for-the-end"].area == "listen"
    assert set(tomllib.loads(EXAMPLE[1])) == {"area", "wait-for-the-end"}


def test_the_numbers_on_the_page_are_those_of_the_rules() -> None:
    page = " ".join(PAGE.split())
    told = [
        f"No act comes back within {_history.DAYS_APART} days",
        f"it rests for {_history.DAYS_OF_REST} days",
        f"a look-back of the last {_choosing._FRESH.days} days",
        f"the last {_choosing._STRUCTURAL_WAITS} offers had no structural act",
        f"and the last {_choosing._TURN} offers used none",
        f"at most {_catalogue.MOST_MINUTES}, or {_catalogue._MOST_MINUTES_STRUCTURAL} if it is structural",
        f"in at most {_catalogue._MOST_WORDS_OF_A_TITLE} words",
        f"at least {_catalogue.LEAST_INDIVIDUAL} individual and {_catalogue.LEAST_STRUCTURAL} structural acts",
    ]
    assert not [sentence for sentence in told if sentence not in page]
    assert (_choosing._STRUCTURAL_MUST, _choosing._STRUCTURAL_PAUSE) == (9, 4)
