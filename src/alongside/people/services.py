"""What people write about themself, and what is done when somebody leaves."""

import datetime as dt
import logging
from collections.abc import Iterable, Mapping
from functools import partial
from typing import TypeVar

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, default_storage
from django.db import connection, transaction

from alongside.access.audit import audit
from alongside.people import leaving, names
from alongside.people.audio import MOST_BYTES, kind_of
from alongside.people.models import NameWord, Person, Recording, Unit, UnitWord

_log = logging.getLogger(__name__)
_NAMES = frozenset({"called", "is_found_by_full_name"})
_BATCH = 1000
Named = TypeVar("Named", Person, Unit)


class NotASound(Exception):
    """A file is not a recording that we can keep: too large, or not one of the kinds we know."""


@transaction.atomic
def say_about_self(*, by: Person, said: Mapping[str, object]) -> None:
    """Keep what a person says about themself. Nobody else's page can be written: `by` is whose page it is.

    Raises:
        ValueError: something in `said` is not theirs to say, such as what the organisation's records hold.
    """
    if strange := set(said) - set(Person.OWN):
        raise ValueError(f"not for a person to say of themself: {', '.join(sorted(strange))}")
    Person.objects.filter(pk=by.pk).update(**said)
    for field, value in said.items():
        setattr(by, field, value)
    if _NAMES & said.keys():
        make_findable(people=[by])


def make_findable(*, people: Iterable[Person] = (), units: Iterable[Unit] = ()) -> None:
    """Keep the words that find people and units, and the names that they are sorted by.

    Whoever writes a name calls this after it, in the same transaction; an import, once for each batch.
    """
    people, units = list(people), list(units)
    with transaction.atomic():
        Person.objects.bulk_update(_renamed(people), ["sort_name"], batch_size=_BATCH)
        Unit.objects.bulk_update(_renamed(units), ["sort_name"], batch_size=_BATCH)
        NameWord.objects.filter(person__in=people).delete()
        NameWord.objects.bulk_create(
            (NameWord(person=person, word=word) for person in people for word in names.words(*person.findable_names())),
            batch_size=_BATCH,
        )
        UnitWord.objects.filter(unit__in=units).delete()
        UnitWord.objects.bulk_create(
            (UnitWord(unit=unit, word=word) for unit in units for word in names.words(unit.name)), batch_size=_BATCH
        )


def count_anew() -> None:
    """Let the database count people and units, by which it chooses how to find one among many.

    Whoever writes many of them calls this at the end, in the same transaction.
    """
    with connection.cursor() as cursor:
        for table in ("people_person", "people_nameword", "people_unit", "people_unitword"):
            cursor.execute(f"ANALYZE {table}")


def sorted_as(name: str) -> str:
    """What a name is sorted by, as rows keep it. An import that makes many rows writes it at once."""
    return names.plain(name)[:200]


def _renamed(things: Iterable[Named]) -> list[Named]:
    """Those whose sort name is not that of their name, with it set."""
    stale = [thing for thing in things if thing.sort_name != sorted_as(thing.name)]
    for thing in stale:
        thing.sort_name = sorted_as(thing.name)
    return stale


@transaction.atomic
def keep_recording(*, by: Person, sound: bytes) -> None:
    """Keep a person saying their name, in place of what they recorded before.

    Raises:
        NotASound: it is larger than `MOST_BYTES`, or its content is of no kind that we know.
    """
    kind = kind_of(sound[:12])
    if kind is None or len(sound) > MOST_BYTES:
        raise NotASound
    delete_recording(by=by)
    # What was read is what is written: the name and type that the browser gave are left behind.
    Recording.objects.create(person=by, kind=kind, file=ContentFile(sound, name="recording"))


@transaction.atomic
def delete_recording(*, by: Person) -> None:
    """Take a person's recording out of everyone's view, and its bytes out of the store as soon as that is final."""
    recording = Recording.objects.filter(person=by).first()
    if recording is None:
        return
    recording.delete()
    transaction.on_commit(partial(_delete_file, recording.file.storage, str(recording.file)))


def sweep_recordings(*, now: dt.datetime, storage: Storage = default_storage) -> int:
    """Delete each file that no recording names any more, and say how many there were.

    A deletion that failed leaves such a file, and so does an upload that was broken off. Files of the last hour stay,
    since the row that names them may not be written yet.
    """
    try:
        _folders, files = storage.listdir("names")
    except FileNotFoundError:
        return 0
    kept = set(Recording.objects.values_list("file", flat=True))
    stray = [path for file in files if (path := f"names/{file}") not in kept]
    old = [path for path in stray if storage.get_modified_time(path) < now - dt.timedelta(hours=1)]
    for path in old:
        storage.delete(path)
    return len(old)


@transaction.atomic
def leave(*, person: Person, by: Person | None, now: dt.datetime) -> None:
    """Forget somebody who has left: their sign-in ends at once, and no row and no file about them stays.

    What the organisation keeps is that it removed somebody, and when; not who that was called.

    `by` is None for an import or a command.
    """
    delete_recording(by=person)
    leaving.forget(person)
    audit(person.organisation, "person_left", by=by, now=now, subject=str(person.uuid))
    person.delete()


def _delete_file(storage: Storage, name: str) -> None:
    try:
        storage.delete(name)
    except OSError:
        # It is out of view already; the next sweep tries again.
        _log.warning("A deleted recording could not be removed from the store yet; the next sweep tries again.")
