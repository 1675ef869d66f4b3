"""How long passes and ballots take, and what closing a large campaign costs, on one core.

    uv run python benchmarks/ballots.py [--ballots 100000]

On SQLite, in a folder of its own. Passes are signed, checked and spent as the pages do it. The ballots to be closed are
sealed one by one and written in batches, since whether they came one by one makes no difference to closing.
"""

import argparse
import datetime as dt
import json
import os
import resource
import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))  # the peer of the server, and people to ask

if TYPE_CHECKING:
    from casting import Asked

_SAMPLE = 100
_BATCH = 1_000
_BODY = json.dumps({"answers": {f"question-{number}": "most of the time" for number in range(12)}}).encode()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--ballots", type=int, default=100_000)
    ballots = options.parse_args().ballots
    with TemporaryDirectory(prefix="alongside-ballots-") as folder:
        os.environ |= {
            "ALONGSIDE_HOME": folder,
            "ALONGSIDE_SECRET_KEY": secrets.token_urlsafe(64),
            "DJANGO_SETTINGS_MODULE": "alongside.settings",
        }
        import django  # noqa: PLC0415 - once the settings have their folder

        django.setup()
        from django.core.management import call_command  # noqa: PLC0415

        call_command("migrate", verbosity=0)
        asked = _asked()
        _passes(asked)
        _closing(asked, ballots, Path(folder) / "alongside.sqlite3")


def _asked() -> "Asked":
    from casting import ask  # noqa: PLC0415 - needs Django
    from organisation import found, join  # noqa: PLC0415

    organisation = found()
    trustees = (join(organisation, "Dara Lim"), join(organisation, "Eli Novak"))
    return ask(organisation, trustees, {"maps": _SAMPLE})


def _passes(asked: "Asked") -> None:
    import blind_client  # noqa: PLC0415
    from alongside.ballots import blind, services  # noqa: PLC0415
    from casting import ISSUING, Pass  # noqa: PLC0415

    print("key of a group", f"{_each(blind.new_key, 10):.0f} ms")
    public = bytes(asked.campaign.groups.get().public_key)
    key = blind_client.numbers(public)
    prepared = [blind_client.prepare() for _ in range(_SAMPLE)]
    sent = iter([blind_client.blinded(key, one) for one in prepared])
    people = iter(asked.members["maps"])
    inverses: list[int] = []
    answers: list[bytes] = []

    def sign() -> None:
        blinded = next(sent)
        inverses.append(blinded.inverse)
        person = next(people)
        answers.append(
            services.sign_blinded(campaign=asked.campaign, person=person, blinded=blinded.message, now=ISSUING)
        )

    print("signing a pass, with its row", f"{_each(sign, _SAMPLE):.1f} ms")
    passes = [
        Pass("maps", one, blind_client.finalized(key, answer, inverse))
        for one, answer, inverse in zip(prepared, answers, inverses, strict=True)
    ]
    to_check, to_spend = iter(passes), iter(passes)

    def check() -> None:
        one = next(to_check)
        if not blind.verifies(public, one.prepared, one.signature):
            raise SystemExit("A pass does not verify.")

    box = asked.sealed("yes")
    print("checking a pass", f"{_each(check, _SAMPLE):.2f} ms")
    print("casting a ballot, with its row", f"{_each(lambda: asked.cast_sealed(next(to_spend), box), _SAMPLE):.1f} ms")
    asked.campaign.ballots.all().delete()


def _closing(asked: "Asked", ballots: int, database: Path) -> None:
    from alongside.ballots import boxes  # noqa: PLC0415
    from alongside.ballots.models import Ballot  # noqa: PLC0415
    from casting import CLOSING  # noqa: PLC0415

    group, key = asked.campaign.groups.get(), bytes(asked.campaign.box_public_key)
    print("sealing an answer", f"{_each(lambda: boxes.seal(key, _BODY), _SAMPLE):.2f} ms")
    for _ in range(0, ballots, _BATCH):
        Ballot.objects.bulk_create(
            Ballot(
                campaign=asked.campaign,
                group=group,
                token_hash=secrets.token_bytes(32),
                sealed=boxes.seal(key, _BODY),
            )
            for _ in range(_BATCH)
        )
    print("database", f"{database.stat().st_size / 1e6:.0f} MB")
    secret = asked.open_first_lock()
    before = _peak()
    began, busy = perf_counter(), process_time()
    opened = asked.hand_in(secret, now=CLOSING + dt.timedelta(minutes=1))
    print(
        f"closing {len(opened)} ballots: {perf_counter() - began:.1f} s, {process_time() - busy:.1f} s of them at work;"
        f" peak memory {before:.0f} MB before and {_peak():.0f} MB after"
    )


def _each(act: Callable[[], object], times: int) -> float:
    """Process time in milliseconds."""
    began = process_time()
    for _ in range(times):
        act()
    return (process_time() - began) / times * 1000


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
