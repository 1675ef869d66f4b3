"""How long it takes to choose and put out the reminders of a day for a large organisation, on one core.

    uv run python benchmarks/practice.py [--people 100000]

Everybody has levers, a week of past acts, an active plan and a reminder by mail, all at the same hour: the worst day.
The queue is worked off as the worker does it, on SQLite. Beside it stands what the same number of bare rows costs.
"""

import argparse
import datetime as dt
import os
import resource
import secrets
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

NOW = dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC)
_BATCH = 5_000


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--people", type=int, default=100_000)
    people = options.parse_args().people
    with TemporaryDirectory(prefix="alongside-practice-") as folder:
        os.environ |= {
            "ALONGSIDE_HOME": folder,
            "ALONGSIDE_SECRET_KEY": secrets.token_urlsafe(64),
            "DJANGO_SETTINGS_MODULE": "alongside.settings",
        }
        import django  # noqa: PLC0415 - once the settings have their folder

        django.setup()
        from django.core.management import call_command  # noqa: PLC0415

        call_command("migrate", verbosity=0)
        _fill(people)
        _measure(people)


def _fill(count: int) -> None:
    from alongside.engines import practice  # noqa: PLC0415
    from alongside.people.models import Jurisdiction, Organisation, Person  # noqa: PLC0415
    from alongside.plans.models import Plan  # noqa: PLC0415
    from alongside.practice.models import Lever, Offer, Reminder  # noqa: PLC0415

    here = Organisation.objects.create(name="Birch & Co", jurisdiction=Jurisdiction.UK, created_at=NOW)
    acts = [act.code for act in practice.our_catalogue().acts]
    said = dict.fromkeys(practice.NEEDED, "something") | {"changes": "rule", "cost_kind": "time"}
    for start in range(0, count, _BATCH):
        numbers = range(start, min(start + _BATCH, count))
        people = Person.objects.bulk_create(
            Person(organisation=here, full_name=f"Kim {n}", email=f"p{n}@x.example") for n in numbers
        )
        Lever.objects.bulk_create(
            Lever(person=one, code=practice.LEVERS[(one.pk + step) % len(practice.LEVERS)])
            for one in people
            for step in range(2)
        )
        Offer.objects.bulk_create(
            Offer(
                person=one,
                on_date=NOW.date() - dt.timedelta(days=day),
                act=acts[(one.pk * 7 + day) % len(acts)],
                because="area",
                answer="did",
            )
            for one in people
            for day in range(3, 8)
        )
        Plan.objects.bulk_create(
            Plan(
                person=one,
                quarter=practice.quarter_of(NOW.date()),
                state="active",
                active_from_date=NOW.date(),
                next_date=NOW.date() - dt.timedelta(days=3),
                **said,
            )
            for one in people
        )
        Reminder.objects.bulk_create(
            Reminder(person=one, by_mail=True, since_date=NOW.date(), next_at=NOW, for_days="1111100") for one in people
        )


def _measure(people: int) -> None:
    from alongside.notify.models import Delivery  # noqa: PLC0415
    from alongside.plans import services as plans  # noqa: PLC0415
    from alongside.practice import reminding  # noqa: PLC0415

    before, begun = _memory(), (perf_counter(), process_time())
    put_out = reminding.queue_what_is_due(now=NOW)
    took = perf_counter() - begun[0], process_time() - begun[1]
    print(f"reminders chosen and put out: {put_out:,} in {took[0]:.1f} s, {took[1]:.1f} s of one core")
    print(f"memory: {_memory():.0f} MB at most, {_memory() - before:.0f} MB more than before")
    if not put_out == people == Delivery.objects.count():
        raise SystemExit("not everybody was reminded")

    begun = perf_counter(), process_time()
    carried = plans.carry_all_on(now=NOW)
    took = perf_counter() - begun[0], process_time() - begun[1]
    print(f"plans carried on: {carried:,} in {took[0]:.1f} s, {took[1]:.1f} s of one core")

    print(f"the same number of bare rows read, deleted and written: {_bare_rows():.1f} s of one core")


def _bare_rows() -> float:
    from django.db import connection  # noqa: PLC0415

    from alongside.notify.models import Delivery  # noqa: PLC0415

    begun = process_time()
    rows = list(Delivery.objects.values_list("person", "on_date"))
    Delivery.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bare (person INTEGER, on_date TEXT)")
        cursor.executemany("INSERT INTO bare VALUES (%s, %s)", [(person, str(on)) for person, on in rows])
    return process_time() - begun


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main()
