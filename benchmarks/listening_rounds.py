"""How long a listening round of a large organisation takes: to plan, to open, and to read.

    uv run python benchmarks/listening_rounds.py --people 100000

It makes an organisation of its own in a new database in a temporary folder, and prints seconds and the peak of memory.
"""

import argparse
import os
import resource
import secrets
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def timed(what: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what:<44} {time.perf_counter() - start:8.2f} s   peak {peak:6.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=100_000)
    people = parser.parse_args().people
    os.environ |= {
        "ALONGSIDE_HOME": tempfile.mkdtemp(prefix="alongside-rounds-"),
        "ALONGSIDE_SECRET_KEY": secrets.token_urlsafe(64),
        "DJANGO_SETTINGS_MODULE": "alongside.settings",
        "ALONGSIDE_VOICE_URL": "http://voice.test",
        "OPENBLAS_NUM_THREADS": "1",
    }
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
    import django  # noqa: PLC0415 - the settings have to be there first

    django.setup()
    measure(people)


def measure(people: int) -> None:
    """Units of 50 people at the lowest of three levels."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    import rounds  # noqa: PLC0415
    from alongside.voice import drafting, opening, services  # noqa: PLC0415
    from organisation import NOW  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    made = rounds.house(dict.fromkeys([f"d{number}" for number in range(max(1, people // 2_000))], 14))
    grow(made, people)
    asked = rounds.draft(made)
    with timed("plan what can be shown (the wizard's preview)"):
        drafting.preview(draft=asked)
    with timed("open: plan again, freeze, seats"):
        opening.open_round(draft=asked, by=made.dara, now=NOW)
    asked.refresh_from_db()
    boxes = rounds.answers(asked)
    with timed("take all answers"):
        at = rounds.close(asked, boxes)
    with timed("publish: audit and figures"):
        services.publish(asked=asked, now=at)
    browser = Client()
    browser.force_login(made.people("d0")[0])
    browser.get("/listen/rounds/", headers={"host": "127.0.0.1"})
    for page in ("/listen/rounds/", f"/listen/rounds/{asked.uuid}/"):
        with timed(f"page {page[:22]}"):
            answer = browser.get(page, headers={"host": "127.0.0.1"})
        print(f"  {answer.status_code}, {len(answer.content)} bytes")


def grow(made: object, people: int) -> None:
    from alongside.people.models import Person, Unit  # noqa: PLC0415

    departments = list(made.units.values())  # type: ignore[attr-defined]
    teams = Unit.objects.bulk_create(
        Unit(
            organisation=made.organisation,  # type: ignore[attr-defined]
            parent=departments[number % len(departments)],
            code=f"t{number}",
            name=f"Team {number}",
        )
        for number in range(people // 50)
    )
    Person.objects.bulk_create(
        (
            Person(
                organisation=made.organisation,  # type: ignore[attr-defined]
                unit=teams[number % len(teams)],
                full_name=f"Person {number}",
                email=f"p{number}@birch.example",
            )
            for number in range(people)
        ),
        batch_size=1_000,
    )


if __name__ == "__main__":
    main()
