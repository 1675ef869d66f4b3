"""What is written of a campaign until its last day: opening, the trustees' keys, passes, and ballots.

`closing.py` has what happens after it.
"""

import datetime as dt
import hashlib
import secrets
from collections.abc import Mapping, Sequence

from django.conf import settings
from django.db import IntegrityError, OperationalError, transaction
from django.utils.translation import gettext as _

from alongside.access.audit import audit
from alongside.ballots import blind, boxes, codes, resting
from alongside.ballots.closing import Opened, close, open_layer
from alongside.ballots.models import LEAST_OF_A_GROUP, SEALED_SIZE, Ballot, Campaign, Group, Seat, Trustee
from alongside.ballots.refusals import (
    AlreadyIssued,
    AlreadySpent,
    GroupTooSmall,
    NotASeat,
    NotKept,
    NotNow,
    NotUnderstood,
    NotValid,
    NoVoiceHost,
    TooFewPasses,
    TrusteesMissing,
    WrongKey,
)
from alongside.people.models import Organisation, Person

__all__ = [
    "Opened",
    "become_trustee",
    "close",
    "give_code",
    "make_keys",
    "open_campaign",
    "open_layer",
    "sign_blinded",
    "spend",
    "spend_code",
]
_BATCH = 1000


@transaction.atomic
def open_campaign(  # noqa: PLR0913 - what a campaign is made of
    *,
    organisation: Organisation,
    purpose: str,
    seats: Mapping[int, str],
    trustees: Sequence[Person],
    issue_from: dt.datetime,
    spend_from: dt.datetime,
    spend_until: dt.datetime,
    by: Person | None,
    now: dt.datetime,
) -> Campaign:
    """Open a campaign for the people whose keys are in `seats`, each in the group with the label that stands there.

    Nothing of it can be changed afterwards. `make_keys` makes its keys, and each trustee gives theirs.

    Raises:
        NoVoiceHost: ALONGSIDE_VOICE_URL is not set, so there is no address to cast ballots at.
        TrusteesMissing: there are not two different active people of the organisation in `trustees`.
        GroupTooSmall: a group has fewer than 12 seats.
        NotASeat: somebody in `seats` is not an active person of the organisation.
    """
    _require_voice_host()
    _require_trustees(trustees, organisation)
    _require_seats(seats, organisation)
    campaign = Campaign.objects.create(
        organisation=organisation,
        purpose=purpose,
        issue_from=issue_from,
        spend_from=spend_from,
        spend_until=spend_until,
    )
    Trustee.objects.bulk_create(
        Trustee(campaign=campaign, person=person, position=position) for position, person in enumerate(trustees, 1)
    )
    labels = sorted(set(seats.values()))
    made = Group.objects.bulk_create((Group(campaign=campaign, label=label) for label in labels), batch_size=_BATCH)
    groups = {group.label: group for group in made}
    rows = [Seat(campaign=campaign, group=groups[label], person_id=person) for person, label in seats.items()]
    Seat.objects.bulk_create(rows, batch_size=_BATCH)
    audit(organisation, "ballots.opened", by=by, now=now, subject=str(campaign), detail={"seats": len(rows)})
    return campaign


def make_keys(*, most: int = 200) -> int:
    """Make the keys of up to `most` groups that have none, each in a transaction of its own; return for how many.

    Whoever is stopped half-way leaves whole keys, and the next run makes the rest.
    """
    waiting = Group.objects.filter(public_key=b"", campaign__closed_at=None).select_related("campaign").order_by("pk")
    groups = list(waiting[:most])
    for group in groups:
        key = blind.new_key()
        Group.objects.filter(pk=group.pk, public_key=b"").update(
            public_key=blind.public_bytes(key),
            sealed_private_key=resting.seal(blind.private_bytes(key), about=_key_of(group)),
        )
    return len(groups)


@transaction.atomic
def become_trustee(*, campaign: Campaign, person: Person, public_key: bytes, now: dt.datetime) -> None:
    """Keep a trustee's public key. When both have given theirs, the box of the campaign is made and locked at once.

    Raises:
        NotASeat: they are not a trustee of this campaign.
        NotNow: the box is made, and a key cannot be changed any more.
        NotUnderstood: it is no key, or the same one as the other trustee's.
    """
    row = _locked(campaign)
    trustee = _trustee(row, person)
    if row.box_public_key or row.closed_at:
        raise NotNow(_("Both trustees have given their keys. They cannot be changed any more."))
    trustee.public_key = public_key
    keys = [bytes(each.public_key) for each in row.trustees.exclude(pk=trustee.pk)]
    if len(public_key) != boxes.KEY_SIZE or public_key in keys:
        raise NotUnderstood(_("This is not a key that we can use. Please reload the page, and make a new one."))
    trustee.save(update_fields=["public_key"])
    audit(row.organisation, "ballots.trustee_key_given", by=person, now=now, subject=str(row))
    if all(keys):
        outer, inner = row.trustees.order_by("position").values_list("public_key", flat=True)
        _lock_box(row, bytes(outer), bytes(inner))


def sign_blinded(*, campaign: Campaign, person: Person, blinded: bytes, now: dt.datetime) -> bytes:
    """Sign one pass for somebody, unseen, and write down that they have had it.

    The same blinded number is signed again, in case the answer was lost on its way; another one is not.

    Raises:
        NotNow: it is not the time in which passes are given out, or the keys are not all there yet.
        NotASeat: this person is not asked.
        AlreadyIssued: they have had a pass or a code.
        NotUnderstood: it is not a blinded number of their group's key.
    """
    _require_issuing(campaign, now)
    seat = _seat(campaign, person)
    digest = hashlib.sha256(blinded).digest()
    if seat.is_issued and bytes(seat.request_digest) != digest:
        raise AlreadyIssued(_had_already())
    # Signed first, so that nobody else waits for the database meanwhile; handed over only to whoever wins the seat.
    try:
        key = blind.private_numbers(resting.unseal(bytes(seat.group.sealed_private_key), about=_key_of(seat.group)))
        signature = blind.sign(key, blinded)
    except blind.NotBlinded as fault:
        raise NotUnderstood(_("This is not a request that we can sign. Please reload the page.")) from fault
    _claim(seat, digest)
    return signature


def give_code(*, campaign: Campaign, person: Person, now: dt.datetime) -> str:
    """A one-time code in place of a pass, for a browser that runs no program. It is shown once and not kept.

    Raises:
        NotNow: it is not the time in which passes are given out, or the keys are not all there yet.
        NotASeat: this person is not asked.
        AlreadyIssued: they have had a pass or a code.
    """
    _require_issuing(campaign, now)
    seat = _seat(campaign, person)
    # A random digest, so that the row does not tell a code from a pass.
    _claim(seat, secrets.token_bytes(32))
    return codes.new(campaign=str(campaign.uuid), label=seat.group.label)


def spend(  # noqa: PLR0913 - what a ballot is made of
    *, campaign: Campaign, label: str, token: bytes, signature: bytes, sealed: bytes, now: dt.datetime
) -> None:
    """Take one ballot for one pass. Nothing is asked or known of who brings it.

    Raises:
        NotNow: it is not the time in which ballots are taken.
        NotUnderstood: the pass or the ballot has not the size of all others.
        NotValid: the pass was not signed for this campaign and this group.
        TooFewPasses: fewer than 12 passes of the group are out.
        AlreadySpent: a ballot was cast with this pass.
        NotKept: the database could not write it. The pass is still good.
    """
    _require_spending(campaign, now)
    if len(token) != blind.PREPARED_SIZE or len(sealed) != SEALED_SIZE:
        raise NotUnderstood(_("This is not a ballot as our page sends it. Please reload the page, and try again."))
    group = Group.objects.filter(campaign=campaign, label=label).exclude(public_key=b"").first()
    if group is None or not blind.verifies(bytes(group.public_key), token, signature):
        raise NotValid(_("This pass was not given out for these questions."))
    _cast(group, hashlib.sha256(token).digest(), sealed)


def spend_code(*, campaign: Campaign, code: str, plain: bytes, now: dt.datetime) -> None:
    """Take one ballot for a one-time code. The server has seen it, and seals it before it is written.

    Raises:
        NotNow: it is not the time in which ballots are taken.
        NotUnderstood: the answers are too long for a ballot.
        NotValid: this is not a code of this campaign.
        TooFewPasses: fewer than 12 passes of the group are out.
        AlreadySpent: a ballot was cast with this code.
        NotKept: the database could not write it. The code is still good.
    """
    _require_spending(campaign, now)
    number = codes.read(code)
    group = _group_of(campaign, number) if number else None
    if number is None or group is None:
        raise NotValid(_("This is not one of the codes for these questions. Please check each letter."))
    try:
        sealed = boxes.seal(bytes(campaign.box_public_key), plain)
    except boxes.TooLong as fault:
        raise NotUnderstood(_("Your answers are too long to send. Please shorten them.")) from fault
    _cast(group, hashlib.sha256(number).digest(), sealed)


def _require_voice_host() -> None:
    if not settings.VOICE_URL:
        raise NoVoiceHost(
            _("Answers need an address of their own. Please ask whoever runs the server to set ALONGSIDE_VOICE_URL.")
        )


def _require_trustees(trustees: Sequence[Person], organisation: Organisation) -> None:
    are_here = all(one.organisation_id == organisation.pk and one.is_active for one in trustees)
    if len(trustees) != 2 or len({one.pk for one in trustees}) != 2 or not are_here:
        raise TrusteesMissing(
            _("Please choose two different people of your organisation to open the answers together.")
        )


def _require_seats(seats: Mapping[int, str], organisation: Organisation) -> None:
    here = set(Person.objects.filter(organisation=organisation, is_active=True).values_list("pk", flat=True))
    if not seats or not seats.keys() <= here:
        raise NotASeat(_("Only people who are in your organisation now can be asked."))
    sizes: dict[str, int] = {}
    for label in seats.values():
        sizes[label] = sizes.get(label, 0) + 1
    if min(sizes.values()) < LEAST_OF_A_GROUP:
        raise GroupTooSmall(
            _("Each group needs at least %(least)s people. Please ask it as a part of the unit above.")
            % {"least": LEAST_OF_A_GROUP}
        )


def _require_issuing(campaign: Campaign, now: dt.datetime) -> None:
    if not campaign.gives_out_passes(now):
        raise NotNow(_("Passes for these questions are not given out at this time."))
    if not campaign.is_ready():
        raise NotNow(_("The keys for these questions are not all there yet. Please try again later."))


def _require_spending(campaign: Campaign, now: dt.datetime) -> None:
    if not campaign.takes_ballots(now):
        raise NotNow(_("Answers to these questions are not taken at this time."))


def _seat(campaign: Campaign, person: Person) -> Seat:
    seat = Seat.objects.filter(campaign=campaign, person=person).select_related("group__campaign").first()
    if seat is None:
        raise NotASeat(_("You are not asked these questions."))
    return seat


def _trustee(campaign: Campaign, person: Person) -> Trustee:
    trustee = campaign.trustees.filter(person=person).first()
    if trustee is None:
        raise NotASeat(_("You are not a trustee for these questions."))
    return trustee


def _locked(campaign: Campaign) -> Campaign:
    """The row as it is now, which nobody else changes until the end of the transaction."""
    return Campaign.objects.select_for_update().get(pk=campaign.pk)


def _group_of(campaign: Campaign, number: bytes) -> Group | None:
    """The group for which a code was given out. There may be thousands, so their keys are not read with them."""
    groups = Group.objects.filter(campaign=campaign).only("campaign", "label")
    about = str(campaign.uuid)
    return next((group for group in groups if codes.is_ours(number, campaign=about, label=group.label)), None)


def _claim(seat: Seat, digest: bytes) -> None:
    """Use up a seat for one request. Of two at the same moment, one wins."""
    mine = Seat.objects.filter(pk=seat.pk)
    is_first = mine.filter(is_issued=False).update(is_issued=True, request_digest=digest)
    if not is_first and not mine.filter(request_digest=digest).exists():
        raise AlreadyIssued(_had_already())


def _had_already() -> str:
    return _("You have had your pass for these questions, in this browser or in another one.")


def _cast(group: Group, token_hash: bytes, sealed: bytes) -> None:
    is_enough = Seat.objects.filter(group=group, is_issued=True)[LEAST_OF_A_GROUP - 1 :].exists()
    if not is_enough:
        raise TooFewPasses(
            _("Fewer than %(least)s people of your group have a pass, so an answer could be traced. It was not kept.")
            % {"least": LEAST_OF_A_GROUP}
        )
    try:
        with transaction.atomic():
            Ballot.objects.create(campaign_id=group.campaign_id, group=group, token_hash=token_hash, sealed=sealed)
    except IntegrityError as fault:
        raise AlreadySpent(_("An answer was already sent with this pass.")) from fault
    except OperationalError as fault:
        raise NotKept(
            _("Your answer could not be kept just now. Your pass is still good. Please try again later.")
        ) from fault


def _lock_box(campaign: Campaign, outer: bytes, inner: bytes) -> None:
    try:
        public_key, within, locked = boxes.new_box(outer, inner)
    except boxes.NotOpened as fault:
        raise WrongKey(_("This is not a key that we can use. Please reload the page, and make a new one.")) from fault
    campaign.box_public_key, campaign.locked_secret = public_key, locked
    campaign.inner_digest = hashlib.sha256(within).digest()
    campaign.save(update_fields=["box_public_key", "locked_secret", "inner_digest"])


def _key_of(group: Group) -> str:
    return f"private key {group.campaign.uuid} {group.label}"
