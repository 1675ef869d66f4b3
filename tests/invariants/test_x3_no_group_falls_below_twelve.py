"""X3, for ballots: that a group has at least twelve is no setting, and an open campaign stays as it was opened."""

import inspect

import pytest
from django.apps import apps
from django.db import models

from alongside.ballots import closing, services
from alongside.ballots.models import LEAST_OF_A_GROUP, Seat
from alongside.ballots.refusals import TooFewPasses
from casting import OPENING, SPENDING, ask
from organisation import Cast

pytestmark = pytest.mark.usefixtures("quick_keys")


def test_no_row_and_no_argument_holds_the_threshold() -> None:
    assert LEAST_OF_A_GROUP == 12
    numbers = {
        (model.__name__, field.name)
        for model in apps.get_app_config("ballots").get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.IntegerField | models.FloatField) and not field.primary_key
    }
    assert numbers == {("Trustee", "position")}
    written = [getattr(module, name) for module in (services, closing) for name in vars(module)]
    ours = [one for one in written if inspect.isfunction(one) and one.__module__.startswith("alongside.ballots")]
    asked_for = {name for one in ours for name in inspect.signature(one).parameters}
    assert not asked_for & {"k", "least", "threshold", "minimum"}


def test_twelve_passes_that_were_out_do_not_count_when_one_of_their_owners_is_gone(cast: Cast) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli))
    first, *_ = asked.fetch_all("maps")
    asked.members["maps"][1].delete()
    with pytest.raises(TooFewPasses):
        asked.cast(first, now=SPENDING)


def test_the_groups_of_an_open_campaign_stay_as_they_are(cast: Cast) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli), {"maps": 12, "routes": 12})
    before = set(Seat.objects.values_list("person", "group__label"))
    asked.members["maps"][0].unit = cast.team
    asked.members["maps"][0].save()
    services.make_keys()
    closing.destroy_what_is_over(now=OPENING)
    assert set(Seat.objects.values_list("person", "group__label")) == before
