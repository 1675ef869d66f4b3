"""The adverts written for the purpose: their class by each way of counting, and what else must be found."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from alongside.engines.writing import advert
from public_decoder import coded, coding

ADVERTS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[2] / "writing/adverts.toml").read_text(encoding="utf-8")
)["advert"]

each_advert = pytest.mark.parametrize("one", ADVERTS, ids=[one["id"] for one in ADVERTS])


def test_the_set_is_large_and_knows_every_class() -> None:
    assert len(ADVERTS) >= 70
    assert len({one["id"] for one in ADVERTS}) == len(ADVERTS)
    assert min(Counter(one["decoder"] for one in ADVERTS).values()) >= 3
    assert len({one["decoder"] for one in ADVERTS}) == 6


def test_the_set_tells_the_ways_of_counting_apart() -> None:
    assert any(one["paper"] != one["decoder"] for one in ADVERTS)
    assert any(advert(one["text"]).score != advert(one["text"], counting="each_word_once").score for one in ADVERTS)


@each_advert
def test_an_advert_has_the_words_and_the_class_of_the_public_decoder(one: dict[str, Any]) -> None:
    masculine, feminine = coded(one["text"])
    found = advert(one["text"])
    assert (list(found.masculine), list(found.feminine)) == (masculine, feminine)
    assert found.coding == coding(len(masculine), len(feminine)) == one["decoder"]


@each_advert
def test_an_advert_has_its_class_by_the_other_ways_of_counting(one: dict[str, Any]) -> None:
    found = advert(one["text"], counting="each_word_once").coding, advert(one["text"], counting="paper").coding
    assert found == (one["once"], one["paper"])


@each_advert
def test_what_keeps_people_away_is_found_and_nothing_else(one: dict[str, Any]) -> None:
    found = {finding.rule for finding in advert(one["text"]).findings if not finding.rule.endswith("-coded")}
    assert found == set(one["rules"])


@each_advert
def test_every_step_to_take_first_comes_from_a_finding(one: dict[str, Any]) -> None:
    found = advert(one["text"])
    assert bool(found.first) == (bool(one["rules"]) or found.score < 0)
