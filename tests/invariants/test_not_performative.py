"""Not performative: what people log about themselves changes nothing that anybody else sees."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from alongside.engines.practice import NEEDED
from alongside.people.models import Person
from alongside.plans import services as plans
from alongside.practice import services
from alongside.practice.models import Answer
from alongside.recognition import keeping
from alongside.recognition.models import Recognition
from organisation import NOW, Cast
from recognising import HERE, ballots

PAGES = ["/today/", "/learn/", "/listen/", "/amplify/", "/speak-up/", "/account/", "/learn/levers/", "/account/plan/"]
PAGES += ["/amplify/recognition/", "/account/recognition/", "/people/"]


def _plain(answer: Any) -> str:
    """A page without what is new in every answer."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())


def _as_others_see_it(cast: Cast, as_person: Callable[[Person], Client]) -> dict[tuple[str, str], str]:
    browsers = {
        who: as_person(person) for who, person in cast.by_role().items() if person is not None and person != cast.ben
    }
    return {(who, page): _plain(browser.get(page)) for who, browser in browsers.items() for page in PAGES}


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


def test_naming_oneself_changes_nothing_for_anybody_or_oneself(
    cast: Cast, as_person: Callable[[Person], Client]
) -> None:
    """Our page does not let one. Whoever changes it in their own browser gains nothing, in any number of quarters."""
    own = _plain(as_person(cast.ben).get("/account/recognition/"))
    before = _as_others_see_it(cast, as_person)
    for year in range(2000, 2026):
        keeping.write(
            organisation=cast.organisation.pk,
            first_date=dt.date(year, 1, 1),
            labels={cast.ben.pk: HERE},
            opened=ballots(cast.ben, [HERE]),
        )
    assert not Recognition.objects.exists()
    assert _plain(as_person(cast.ben).get("/account/recognition/")) == own
    assert _as_others_see_it(cast, as_person) == before
