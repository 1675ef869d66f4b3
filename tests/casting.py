"""A campaign to test with: whole units that are asked, trustees with their key files, passes and ballots."""

import datetime as dt
import itertools
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from nacl.public import PrivateKey, SealedBox

import blind_client
from alongside.ballots import blind, boxes, closing, services
from alongside.ballots.models import Campaign, Seat
from alongside.people.models import Organisation, Person

OPENING = dt.datetime(2026, 11, 2, 9, 0, tzinfo=dt.UTC)
ISSUE_FROM = OPENING + dt.timedelta(hours=1)
SPEND_FROM = OPENING + dt.timedelta(days=7)
SPEND_UNTIL = OPENING + dt.timedelta(days=21)
ISSUING = ISSUE_FROM + dt.timedelta(days=1)
SPENDING = SPEND_FROM + dt.timedelta(days=1)
CLOSING = SPEND_UNTIL + dt.timedelta(days=1)


@pytest.fixture(scope="session")
def _a_few_keys() -> list[rsa.RSAPrivateKey]:
    return [rsa.generate_private_key(public_exponent=65537, key_size=1024) for _ in range(3)]  # noqa: S505 - quick


@pytest.fixture
def quick_keys(_a_few_keys: list[rsa.RSAPrivateKey], monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys that are short, and made once for all tests: three different ones, in turns."""
    keys = itertools.cycle(_a_few_keys)
    monkeypatch.setattr(blind, "new_key", lambda: next(keys))


@dataclass(frozen=True, slots=True)
class Pass:
    """What a browser keeps until it is spent."""

    label: str
    prepared: bytes
    signature: bytes


@dataclass
class Asked:
    """A campaign with those who are asked, and the files of its trustees."""

    campaign: Campaign
    trustees: tuple[Person, Person]
    members: dict[str, list[Person]]
    files: tuple[PrivateKey, PrivateKey] = field(default_factory=lambda: (PrivateKey.generate(), PrivateKey.generate()))

    def fetch(self, person: Person, *, now: dt.datetime = ISSUING) -> Pass:
        """Do as the page of the main site does."""
        seat = Seat.objects.select_related("group").get(campaign=self.campaign, person=person)
        key = blind_client.numbers(bytes(seat.group.public_key))
        prepared = blind_client.prepare()
        blinded = blind_client.blinded(key, prepared)
        answer = services.sign_blinded(campaign=self.campaign, person=person, blinded=blinded.message, now=now)
        return Pass(seat.group.label, prepared, blind_client.finalized(key, answer, blinded.inverse))

    def fetch_all(self, label: str) -> list[Pass]:
        return [self.fetch(person) for person in self.members[label]]

    def sealed(self, answers: object) -> bytes:
        return boxes.seal(bytes(self.campaign.box_public_key), json.dumps(answers).encode())

    def cast(self, one: Pass, answers: object = "yes", *, now: dt.datetime = SPENDING) -> None:
        """Do as the page of the voice host does."""
        self.cast_sealed(one, self.sealed(answers), now=now)

    def cast_sealed(self, one: Pass, sealed: bytes, *, now: dt.datetime = SPENDING) -> None:
        services.spend(
            campaign=self.campaign,
            label=one.label,
            token=one.prepared,
            signature=one.signature,
            sealed=sealed,
            now=now,
        )

    def open_first_lock(self, *, now: dt.datetime = CLOSING) -> bytes:
        """The first trustee at their browser; returns what the second one's browser finds inside."""
        self.campaign.refresh_from_db()
        within = SealedBox(self.files[0]).decrypt(bytes(self.campaign.locked_secret))
        services.open_layer(campaign=self.campaign, person=self.trustees[0], opened=within, now=now)
        return bytes(SealedBox(self.files[1]).decrypt(within))

    def hand_in(
        self, secret: bytes, keep: closing.Keep | None = None, *, now: dt.datetime = CLOSING
    ) -> list[closing.Opened]:
        """The second trustee at their browser; returns what was opened."""
        kept: list[closing.Opened] = []
        services.close(
            campaign=self.campaign,
            secret=secret,
            keep=keep or (lambda _campaign, opened: kept.extend(opened)),
            by=self.trustees[1],
            now=now,
        )
        return kept

    def close(self, keep: closing.Keep | None = None) -> list[closing.Opened]:
        """Both trustees, one after the other."""
        return self.hand_in(self.open_first_lock(), keep)


def ask(
    organisation: Organisation,
    trustees: tuple[Person, Person],
    sizes: dict[str, int] | None = None,
    *,
    is_ready: bool = True,
) -> Asked:
    """Open a campaign for new people, in groups of these sizes, and get it ready."""
    members = {label: _people(organisation, label, size) for label, size in (sizes or {"maps": 12}).items()}
    campaign = services.open_campaign(
        organisation=organisation,
        purpose="voice",
        seats={person.pk: label for label, people in members.items() for person in people},
        trustees=trustees,
        issue_from=ISSUE_FROM,
        spend_from=SPEND_FROM,
        spend_until=SPEND_UNTIL,
        by=None,
        now=OPENING,
    )
    asked = Asked(campaign, trustees, members)
    if is_ready:
        services.make_keys()
        for person, file in zip(trustees, asked.files, strict=True):
            services.become_trustee(campaign=campaign, person=person, public_key=bytes(file.public_key), now=OPENING)
        campaign.refresh_from_db()
    return asked


def bodies(opened: Iterable[closing.Opened]) -> list[object]:
    return [json.loads(one.body) for one in opened]


def _people(organisation: Organisation, label: str, size: int) -> list[Person]:
    return [
        Person.objects.create(
            organisation=organisation,
            full_name=f"{label.title()} Member {number}",
            email=f"{label}.{number}.{secrets.token_hex(4)}@{organisation.uuid.hex[:8]}.example",
        )
        for number in range(size)
    ]
