"""Not performative: what people log about themselves changes nothing that anybody else sees."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.test import Client

from alongside.engines.practice import NEEDED
from alongside.people.models import Person
from alongside.plans import services as plans
from alongside.practice import services
from alongside.practice.models import Answer
from organisation import NOW, Cast

PAGES = ["/today/", "/learn/", "/listen/", "/amplify/", "/speak-up/", "/account/", "/learn/levers/", "/account/plan/"]


def _as_others_see_it(cast: Cast, as_person: Callable[[Person], Client]) -> dict[tuple[str, str], str]:
    browsers = {
        who: as_person(person) for who, person in cast.by_role().items() if person is not None and person != cast.ben
    }
    return {
        (who, page): re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", browser.get(page).content.decode())
        for who, browser in browsers.items()
        for page in PAGES
    }


def test_any_number_of_logged_acts_leaves_every_shared_page_as_it_was(
    cast: Cast, as_person: Callable[[Person], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    before = _as_others_see_it(cast, as_person)
    for days in range(60):
        then = NOW - dt.timedelta(days=days)
        services.offer_today(by=cast.ben, now=then)
        services.answer(by=cast.ben, on=then.date(), said=Answer.DID)
    services.name_levers(by=cast.ben, codes=["pay", "agenda"])
    plan = plans.write(
        by=cast.ben, said=dict.fromkeys(NEEDED, "canary") | {"changes": "rule", "cost_kind": "time"}, now=NOW
    )
    plans.activate(plan=plan, by=cast.ben, now=NOW)
    assert _as_others_see_it(cast, as_person) == before
