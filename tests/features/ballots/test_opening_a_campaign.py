"""Opening a campaign: who is asked, who guards it, and the keys that are made for it."""

import datetime as dt

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from nacl.public import PrivateKey, SealedBox
from pytest_django import Settings

import blind_client
from alongside.access.models import AuditEvent
from alongside.ballots import blind, boxes, closing, resting, services
from alongside.ballots.models import LOST_AFTER, Campaign, Group, Seat, Trustee
from alongside.ballots.refusals import (
    GroupTooSmall,
    NotASeat,
    NotNow,
    NotUnderstood,
    NoVoiceHost,
    TrusteesMissing,
    WrongKey,
)
from alongside.ballots.selectors import campaign_card, campaigns_to_guard
from alongside.people.models import Person
from casting import CLOSING, ISSUING, OPENING, ask
from organisation import Cast, join

pytestmark = pytest.mark.usefixtures("quick_keys")


def test_a_campaign_is_ready_when_both_trustees_and_every_group_have_a_key(cast: Cast) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli), {"maps": 12, "routes": 12}, is_ready=False)
    campaign = asked.campaign
    assert not campaign.is_ready()
    for person, file in zip(asked.trustees, asked.files, strict=True):
        services.become_trustee(campaign=campaign, person=person, public_key=bytes(file.public_key), now=OPENING)
        assert not campaign.is_ready()
    assert services.make_keys(most=1) == 1
    assert not campaign.is_ready()
    assert campaign_card(campaign, OPENING).keys_missing == 1
    assert services.make_keys() == 1
    assert campaign.is_ready()
    assert services.make_keys() == 0


def test_without_a_voice_host_nobody_is_asked(cast: Cast, settings: Settings) -> None:
    settings.VOICE_URL = ""
    with pytest.raises(NoVoiceHost, match="ALONGSIDE_VOICE_URL"):
        ask(cast.organisation, (cast.dara, cast.eli))
    assert not Campaign.objects.exists()


def test_two_different_people_of_the_organisation_have_to_guard_it(cast: Cast) -> None:
    gone = join(cast.organisation, "Hana Gone")
    Person.objects.filter(pk=gone.pk).update(is_active=False)
    gone.refresh_from_db()
    for pair in ((cast.dara, cast.dara), (cast.dara, cast.stranger), (cast.dara, gone)):
        with pytest.raises(TrusteesMissing, match="two different people"):
            ask(cast.organisation, pair)
    assert not Campaign.objects.exists()


@pytest.mark.parametrize(("size", "is_refused"), [(11, True), (12, False)])
def test_a_group_has_at_least_twelve_seats(cast: Cast, size: int, is_refused: bool) -> None:
    if is_refused:
        with pytest.raises(GroupTooSmall, match="at least 12"):
            ask(cast.organisation, (cast.dara, cast.eli), {"maps": 12, "routes": size})
        assert not Campaign.objects.exists()
    else:
        assert ask(cast.organisation, (cast.dara, cast.eli), {"maps": 12, "routes": size}).campaign.is_ready()


def test_nobody_from_elsewhere_is_asked(cast: Cast) -> None:
    seats = dict.fromkeys(Person.objects.values_list("pk", flat=True), "all")
    with pytest.raises(NotASeat, match="in your organisation"):
        services.open_campaign(
            organisation=cast.organisation,
            purpose="voice",
            seats=seats,
            trustees=(cast.dara, cast.eli),
            issue_from=OPENING,
            spend_from=ISSUING,
            spend_until=CLOSING,
            by=cast.dara,
            now=OPENING,
        )


@pytest.mark.parametrize("column", ["spend_from", "spend_until"])
def test_the_database_refuses_passes_that_go_out_while_ballots_come_in(cast: Cast, column: str) -> None:
    campaign = ask(cast.organisation, (cast.dara, cast.eli), is_ready=False).campaign
    with pytest.raises(IntegrityError), transaction.atomic():
        Campaign.objects.filter(pk=campaign.pk).update(**{column: campaign.issue_from})


def test_the_secret_is_in_two_boxes_and_nowhere_else(cast: Cast) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli))
    within = SealedBox(asked.files[0]).decrypt(bytes(asked.campaign.locked_secret))
    secret = SealedBox(asked.files[1]).decrypt(within)
    assert boxes.fits(secret, bytes(asked.campaign.box_public_key))
    for model in (Campaign, Trustee, Group):
        for value in (value for row in model._base_manager.values_list() for value in row):
            assert not isinstance(value, bytes | memoryview) or secret not in bytes(value)


def test_a_trustee_may_make_another_key_until_both_are_there(cast: Cast) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli), is_ready=False)
    for file in (PrivateKey.generate(), asked.files[0]):
        services.become_trustee(
            campaign=asked.campaign, person=cast.dara, public_key=bytes(file.public_key), now=OPENING
        )
    services.become_trustee(
        campaign=asked.campaign, person=cast.eli, public_key=bytes(asked.files[1].public_key), now=OPENING
    )
    with pytest.raises(NotNow, match="cannot be changed"):
        services.become_trustee(
            campaign=asked.campaign, person=cast.dara, public_key=bytes(PrivateKey.generate().public_key), now=OPENING
        )
    assert asked.open_first_lock()


def test_a_key_that_cannot_be_used_is_refused_and_the_trustee_may_try_again(cast: Cast) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli), is_ready=False)
    first = bytes(asked.files[0].public_key)
    services.become_trustee(campaign=asked.campaign, person=cast.dara, public_key=first, now=OPENING)
    for unusable in (b"", bytes(31), bytes(33), first):
        with pytest.raises(NotUnderstood, match="not a key"):
            services.become_trustee(campaign=asked.campaign, person=cast.eli, public_key=unusable, now=OPENING)
    # A point of small order, with which every box would be open to everyone.
    with pytest.raises((NotUnderstood, WrongKey), match="not a key"):
        services.become_trustee(campaign=asked.campaign, person=cast.eli, public_key=bytes(32), now=OPENING)
    assert not Trustee.objects.exclude(public_key=b"").filter(person=cast.eli).exists()
    with pytest.raises(NotASeat, match="not a trustee"):
        services.become_trustee(campaign=asked.campaign, person=cast.ben, public_key=first, now=OPENING)


def test_the_private_key_of_a_group_is_unreadable_without_the_secret_key(cast: Cast, settings: Settings) -> None:
    ask(cast.organisation, (cast.dara, cast.eli))
    group = Group.objects.select_related("campaign").get()
    about = f"private key {group.campaign.uuid} maps"
    numbers = blind.private_numbers(resting.unseal(bytes(group.sealed_private_key), about=about))
    assert numbers.public_numbers == blind_client.numbers(bytes(group.public_key))
    with pytest.raises(resting.NotReadable):
        resting.unseal(bytes(group.sealed_private_key), about=f"private key {group.campaign.uuid} routes")
    settings.SECRET_KEY = settings.SECRET_KEY[::-1]
    with pytest.raises(resting.NotReadable):
        resting.unseal(bytes(group.sealed_private_key), about=about)


def test_keys_are_made_one_by_one_so_that_a_stopped_run_leaves_whole_ones(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli), {"maps": 12, "pins": 12, "routes": 12}, is_ready=False)
    keys = iter([blind.new_key()])
    with monkeypatch.context() as patch:
        patch.setattr(blind, "new_key", lambda: next(keys))
        with pytest.raises(StopIteration):
            services.make_keys()
    assert campaign_card(asked.campaign, OPENING).keys_missing == 2
    made = bytes(Group.objects.exclude(public_key=b"").get().public_key)
    services.make_keys()
    assert campaign_card(asked.campaign, OPENING).keys_missing == 0
    assert made in [bytes(key) for key in Group.objects.values_list("public_key", flat=True)]


def test_what_is_done_to_a_campaign_is_written_down_with_who_did_it_and_no_more(cast: Cast) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli))
    for one in asked.fetch_all("maps"):
        asked.cast(one)
    asked.close()
    written = [(event.act, event.actor, event.detail) for event in AuditEvent.objects.order_by("at")]
    assert sorted(written, key=str) == sorted(
        [
            ("ballots.opened", None, {"seats": 12}),
            ("ballots.trustee_key_given", cast.dara.uuid, {}),
            ("ballots.trustee_key_given", cast.eli.uuid, {}),
            ("ballots.first_lock_opened", cast.dara.uuid, {}),
            ("ballots.closed", cast.eli.uuid, {}),
        ],
        key=str,
    )


def test_a_trustee_finds_their_campaigns_until_they_are_closed(cast: Cast) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli))
    assert campaigns_to_guard(cast.dara) == campaigns_to_guard(cast.eli) == [asked.campaign]
    assert campaigns_to_guard(cast.ben) == []
    asked.close()
    assert campaigns_to_guard(cast.dara) == []


def test_what_nobody_opened_in_sixty_days_is_destroyed_unread(cast: Cast) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli))
    for one in asked.fetch_all("maps"):
        asked.cast(one)
    over = asked.campaign.spend_until + LOST_AFTER
    assert closing.destroy_what_is_over(now=over - dt.timedelta(minutes=1)) == 0
    assert asked.campaign.ballots.count() == 12
    assert closing.destroy_what_is_over(now=over) == 1
    assert not asked.campaign.ballots.exists()
    assert not Seat.objects.exists()
    asked.campaign.refresh_from_db()
    assert not asked.campaign.locked_secret
    assert campaign_card(asked.campaign, over).is_lost
    with pytest.raises(NotNow, match="destroyed unread"):
        services.open_layer(campaign=asked.campaign, person=cast.dara, opened=b"", now=over)
    assert closing.destroy_what_is_over(now=over) == 0
    assert AuditEvent.objects.filter(act="ballots.lost").count() == 1


def test_a_campaign_whose_trustees_never_gave_a_key_goes_the_same_way(cast: Cast) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli), is_ready=False)
    with pytest.raises(NotNow, match="did not both give a key"):
        services.open_layer(campaign=asked.campaign, person=cast.dara, opened=b"", now=CLOSING)
    assert closing.destroy_what_is_over(now=asked.campaign.spend_until + LOST_AFTER) == 1
    assert not Seat.objects.exists()


def test_the_keys_that_sign_are_destroyed_when_no_more_passes_are_given_out(cast: Cast) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli))
    closing.destroy_what_is_over(now=asked.campaign.spend_from - dt.timedelta(minutes=1))
    assert Group.objects.exclude(sealed_private_key=b"").count() == 1
    closing.destroy_what_is_over(now=asked.campaign.spend_from)
    assert not Group.objects.exclude(sealed_private_key=b"").exists()
    assert not Group.objects.filter(public_key=b"").exists()


def test_a_campaign_cannot_have_three_trustees_or_a_purpose_of_its_own(cast: Cast) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli), is_ready=False)
    with pytest.raises(DatabaseError), transaction.atomic():
        Trustee.objects.create(campaign=asked.campaign, person=cast.ben, position=3)
    with pytest.raises(DatabaseError), transaction.atomic():
        Campaign.objects.filter(pk=asked.campaign.pk).update(purpose="gossip")
