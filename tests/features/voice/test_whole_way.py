"""The whole way of an answer: passes are signed unseen, ballots sealed, and two keys lead to results."""

import pytest

import rounds
from alongside.ballots import services as ballots
from alongside.ballots.consumers import form_of, keep_of
from alongside.ballots.models import Ballot, Seat
from alongside.voice import jobs, selectors, vault
from alongside.voice.form import questions_of
from alongside.voice.models import Figure, Round, Stage
from alongside.voice.wording import four_sentences
from casting import CLOSING, ISSUE_FROM, ISSUING, OPENING, SPENDING, Asked

pytestmark = pytest.mark.django_db
CANARY = "zanzibar marmalade"


@pytest.fixture
def round_in_ballots(quick_keys: None) -> Asked:  # noqa: ARG001 - the campaign gets its keys
    """An open round of two groups, with both trustees' keys."""
    made = rounds.house({"care": 13, "field": 15})
    one = rounds.opened(made, starts=ISSUE_FROM, takes_words=True)
    assert one.campaign is not None
    members = {str(made.units[unit].uuid): made.people(unit) for unit in ("care", "field")}
    asked = Asked(one.campaign, (made.eli, made.dara), members)
    ballots.make_keys()
    for person, file in zip(asked.trustees, asked.files, strict=True):
        ballots.become_trustee(campaign=one.campaign, person=person, public_key=bytes(file.public_key), now=OPENING)
    one.campaign.refresh_from_db()
    return asked


def test_the_form_at_the_voice_host_is_the_round_s(round_in_ballots: Asked) -> None:
    asked = Round.objects.get()
    form = form_of(round_in_ballots.campaign)
    assert form["title"] == asked.title
    assert form["four_sentences"] == four_sentences()
    assert form["digest"] == asked.plan.digest
    assert [one["id"] for one in form["questions"]] == [*rounds.CODES, "themes", "words"]
    assert [one["text"] for one in form["questions"][:3]] == [one.text for one in questions_of(asked)]


def test_answers_that_were_cast_become_the_results(round_in_ballots: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    stages = [selectors.stage_of(Round.objects.get(), now=now) for now in (ISSUING, SPENDING, CLOSING)]
    assert stages == [Stage.ISSUING, Stage.ASKING, Stage.CLOSING]
    passes = [one for label in round_in_ballots.members for one in round_in_ballots.fetch_all(label)]
    said = {"can-finish": "1", "safe-to-disagree": "5", "themes": ["credit"], "words": CANARY, "name": "Asha"}
    for one in passes:
        round_in_ballots.cast(one, {"answers": said})
    round_in_ballots.close(keep_of(round_in_ballots.campaign))
    assert not Ballot.objects.exists()
    assert not Seat.objects.filter(is_issued=True).exists()
    assert vault.RawAnswer.objects.count() == len(passes) == 28
    monkeypatch.setattr("django.utils.timezone.now", lambda: CLOSING)
    jobs.publish_closed_rounds.func()
    assert selectors.stage_of(Round.objects.get(), now=CLOSING) == Stage.RELEASED
    assert set(Figure.objects.values_list("question", flat=True)) >= {"can-finish", "theme:credit"}
    assert {one.label for one in Figure.objects.filter(question="can-finish")} == {"few"}
    assert {one.label for one in Figure.objects.filter(question="theme:credit")} == {"nearly_all"}
    jobs.publish_closed_rounds.func()
    assert Round.objects.get().releases.count() == 1


def test_answers_that_are_no_answers_do_no_harm(round_in_ballots: Asked) -> None:
    for place, one in enumerate(round_in_ballots.fetch_all(next(iter(round_in_ballots.members)))):
        body: object = [None, "x", {"answers": []}, {"answers": {"can-finish": 9}}, [1]][place % 5]
        round_in_ballots.cast(one, body)
    round_in_ballots.close(keep_of(round_in_ballots.campaign))
    jobs.publish_closed_rounds.func()
    assert selectors.stage_of(Round.objects.get(), now=CLOSING) == Stage.WITHHELD
