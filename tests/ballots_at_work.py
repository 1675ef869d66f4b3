"""Campaigns in a process and a database of their own, for whoever then looks at what is left on the disk.

`play` plays them up to the last day and writes down the truth, outside of the site; `close_all` closes them.
"""

import json
import os
import random
import secrets
import signal
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import rsa
from django.db import connection
from nacl.public import PrivateKey

from alongside.ballots import blind, codes, resting, services
from alongside.ballots.closing import Opened
from alongside.ballots.models import Ballot, Campaign
from alongside.people.models import Person
from casting import ISSUING, SPENDING, Asked, Pass, ask
from organisation import found, join

SIZE = 16
EACH = 3
_KINDS = ("chance", "habit")


def play(truth: Path) -> None:
    """Play `EACH` campaigns of each kind, and write down who did what, when and by which pass."""
    organisation = found()
    trustees = (join(organisation, "Dara Lim"), join(organisation, "Eli Novak"))
    # One short key for all: how strong it is, is not what this is about.
    key = rsa.generate_private_key(public_exponent=65537, key_size=1024)  # noqa: S505
    blind.new_key = lambda: key
    told = [
        _one(ask(organisation, trustees, {f"{kind}{number}": SIZE}), kind) for kind in _KINDS for number in range(EACH)
    ]
    truth.write_text(json.dumps(told), encoding="ascii")


def close_all(truth: Path) -> None:
    make_table()
    for told in json.loads(truth.read_text(encoding="ascii")):
        asked_again(told).close(keep)


def asked_again(told: dict[str, Any]) -> Asked:
    """A campaign that another process has played, with the files of its trustees."""
    campaign = Campaign.objects.get(uuid=told["campaign"])
    trustees = [one.person for one in campaign.trustees.order_by("position").select_related("person")]
    files = [PrivateKey(bytes.fromhex(file)) for file in told["files"]]
    return Asked(campaign, (trustees[0], trustees[1]), {}, (files[0], files[1]))


def keep(campaign: Campaign, opened: list[Opened]) -> None:
    """Do as a consumer does: one row for each answer, with the words sealed, since a log may be written early."""
    with connection.cursor() as cursor:
        for one in opened:
            body = json.loads(one.body)
            words = resting.seal(body["words"].encode(), about="words").hex()
            row = [str(uuid.uuid4()), str(campaign.uuid), body["choice"], words]
            cursor.execute("INSERT INTO kept VALUES (%s, %s, %s, %s)", row)


def _one(asked: Asked, kind: str) -> dict[str, Any]:
    [members] = asked.members.values()
    by_code = random.sample(members, 2)
    # By habit, whoever is first on every list comes first for a pass, and is the first to use it.
    came, cast = (members if kind == "habit" else random.sample(members, len(members)) for _ in range(2))
    had = {person: _code(asked, person) if person in by_code else asked.fetch(person) for person in came}
    choices = random.sample(range(10**6, 2 * 10**9), len(cast))
    done = []
    for person, choice in zip(cast, choices, strict=True):
        before = set(Ballot.objects.values_list("pk", flat=True))
        words = f"the heron {secrets.token_hex(8)} stood still"
        _cast(asked, had[person], {"choice": choice, "words": words})
        [ballot] = Ballot.objects.exclude(pk__in=before)
        hidden = [words.encode(), *_parts(had[person])]
        done.append(
            {
                "person": person.pk,
                "id": ballot.pk.hex,
                "choice": choice,
                "secrets": [one.hex() for one in hidden],
                "sealed": bytes(ballot.sealed).hex(),
            }
        )
    files = [bytes(file).hex() for file in asked.files]
    return {"kind": kind, "campaign": asked.campaign.uuid.hex, "files": files, "done": done}


def _code(asked: Asked, person: Person) -> str:
    return services.give_code(campaign=asked.campaign, person=person, now=ISSUING)


def _cast(asked: Asked, had: Pass | str, answers: dict[str, object]) -> None:
    if isinstance(had, Pass):
        asked.cast(had, answers)
    else:
        plain = json.dumps(answers).encode()
        services.spend_code(campaign=asked.campaign, code=had, plain=plain, now=SPENDING)


def _parts(had: Pass | str) -> list[bytes]:
    """All by which a pass or a code could be known again."""
    if isinstance(had, Pass):
        return [had.prepared, had.prepared[32:], had.signature]
    return [had.encode(), had.replace("-", "").encode(), codes.read(had) or b""]


def wait_for_the_second() -> tuple[Asked, dict[str, Any]]:
    """A campaign that waits for its second trustee, who is about to hand in the secret; and the truth about it."""
    organisation = found()
    asked = ask(organisation, (join(organisation, "Dara Lim"), join(organisation, "Eli Novak")), {"maps": 12})
    told = _one(asked, "chance")
    told["secret"] = asked.open_first_lock().hex()
    make_table()
    return asked, told


def pass_to_spend() -> tuple[Asked, Pass]:
    """A pass of a campaign that takes ballots."""
    organisation = found()
    asked = ask(organisation, (join(organisation, "Dara Lim"), join(organisation, "Eli Novak")), {"maps": 12})
    return asked, asked.fetch_all("maps")[0]


def die(*_given: object, **_named: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def and_die(step: Callable[..., object]) -> Callable[..., None]:
    """A step after which this process is dead."""

    def step_and_die(*given: object, **named: object) -> None:
        step(*given, **named)
        die()

    return step_and_die


def killed_at(what: object, name: str, dies: Callable[..., object], close: Callable[[], object]) -> dict[str, int]:
    """Close in a process of its own, in which one step is replaced; say how it ended and what is left."""
    leave_the_database()
    child = os.fork()
    if not child:
        setattr(what, name, dies)
        close()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return {"signal": os.WTERMSIG(status), "ballots": Ballot.objects.count(), "kept": len(kept_choices())}


def leave_the_database() -> None:
    """No connection may be shared with another process."""
    connection.close()
    if hasattr(connection, "close_pool"):
        connection.close_pool()


def make_table() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE kept (id char(36) PRIMARY KEY, campaign char(36), choice int, words text)")


def kept_choices() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT choice FROM kept")
        return sorted(choice for (choice,) in cursor.fetchall())
