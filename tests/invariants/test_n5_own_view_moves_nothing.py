"""N5, not self-defined: what a leader says of themself is in no figure, and no page of anybody else changes by it."""

import pytest

import rounds
from alongside.access import Role
from alongside.people.models import Grant
from alongside.voice import replying, services
from alongside.voice.models import Figure, OwnView

pytestmark = pytest.mark.django_db


def test_a_leader_s_own_view_is_in_no_figure() -> None:
    made = rounds.house({"care": 20, "field": 20})
    asked = rounds.opened(made)
    leader = made.people("care")[0]
    Grant.objects.create(person=leader, role=Role.LEADER)
    replying.keep_own_view(asked=asked, by=leader, points=dict.fromkeys(rounds.CODES, 5))
    at = rounds.close(asked, rounds.answers(asked, dict.fromkeys(rounds.CODES, "1"), share=1))
    services.publish(asked=asked, now=at)
    for one in Figure.objects.filter(question__in=rounds.CODES):
        assert one.low == 0, "everybody said never, and one leader's always has not moved it"
    before = list(Figure.objects.values())
    replying.keep_own_view(asked=asked, by=leader, points=dict.fromkeys(rounds.CODES, 1))
    assert list(Figure.objects.values()) == before
    assert OwnView.objects.count() == 1
