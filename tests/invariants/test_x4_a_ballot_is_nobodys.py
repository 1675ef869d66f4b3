"""X4 and N5: whoever has the database, its files, its logs and its dumps cannot tell whose ballot is whose.

In half of the campaigns people cast in an order that has nothing to do with that in which they came for their pass:
before closing and after it, no order of anything may tell more than chance. In the other half whoever is first there is
first here. There the sealed ballots lie in the order of habits, which shows that the attack would see a link if there
were one; and what comes out at closing may tell no more than chance even so.
"""

import json
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from ahocorasick_rs import BytesAhoCorasick

import linking
from database_places import Place

Tables = dict[str, list[dict[str, Any]]]
Told = list[dict[str, Any]]
_KEYS = ("person_id", "user_id")
_RUN = "import django; django.setup()\nimport ballots_at_work, pathlib\nballots_at_work.{act}(pathlib.Path({truth!r}))"


def _play(place: Place, act: str, truth: Path) -> Told:
    place.site.python(_RUN.format(act=act, truth=str(truth)))
    told: Told = json.loads(truth.read_text(encoding="ascii"))
    return told


def _person_orders(everything: Tables, people: set[int]) -> dict[str, list[Any]]:
    """Every order in which a table has these people, one row each."""
    found: dict[str, list[Any]] = {}
    for table, every in everything.items():
        key = "id" if table == "people_person" else next((name for name in _KEYS if every and name in every[0]), "")
        rows = [row for row in every if row[key] in people] if key else []
        if len(rows) == len({row[key] for row in rows}) == len(people):
            found |= linking.orders(table, rows, key)
    return found


def _links(everything: Tables, told: Told, kind: str, table: str, key: str) -> list[linking.Link]:
    """How well the orders of `table` fit those of people; `key` is the column by which we know whose a row is."""
    campaigns = []
    for one in (one for one in told if one["kind"] == kind):
        whose = {done[key]: done["person"] for done in one["done"]}
        rows = [{**row, "whose": whose[_plain(row[key])]} for row in everything[table] if _plain(row[key]) in whose]
        assert len(rows) == len(whose)
        ballots = linking.orders(table, rows, "whose")
        # What the answer says is the truth that is looked for, and no order.
        campaigns.append(
            (
                _person_orders(everything, set(whose.values())),
                {by: order for by, order in ballots.items() if by not in {f"{table}.whose", f"{table}.choice"}},
            )
        )
    return linking.links(campaigns)


def _plain(value: Any) -> Any:
    return value.hex if isinstance(value, uuid.UUID) else value


def _found(files: dict[str, bytes], secrets: Iterable[str]) -> list[str]:
    """The files in which one of these stands, as it is or in the letters in which dumps and logs write it."""
    forms = [form for secret in secrets for form in (bytes.fromhex(secret), secret.encode(), secret.upper().encode())]
    search = BytesAhoCorasick(forms)
    return [name for name, content in files.items() if search.find_matches_as_indexes(content)]


@pytest.fixture
def played(place: Place, tmp_path: Path) -> Told:
    return _play(place, "play", tmp_path / "truth.json")


def test_nobody_can_tell_whose_ballot_is_whose(place: Place, played: Told, tmp_path: Path) -> None:
    each = len(played) // 2
    everything = place.everything()
    before = _links(everything, played, "chance", "ballots_ballot", "id")
    assert len(before) > 20
    assert [link for link in before if link.tells(each)] == []
    # The attack sees a link where there is one: here, people's own habits.
    assert [link for link in _links(everything, played, "habit", "ballots_ballot", "id") if link.tells(each)]
    _nothing_is_shared_with_any_other_row(everything, played)
    _no_secret_is_on_the_disk(place, played)

    _play(place, "close_all", tmp_path / "truth.json")
    everything = place.everything()
    for kind in ("chance", "habit"):
        after = _links(everything, played, kind, "kept", "choice")
        assert len(after) > 10
        assert [link for link in after if link.tells(each)] == []
    assert everything["ballots_ballot"] == everything["ballots_seat"] == []
    _no_secret_is_on_the_disk(place, played)
    if place.server:
        written = {(row["campaign"], row["xmin"]) for row in everything["kept"]}
        assert len(written) == len(played), "each campaign comes out in one transaction"
    # The sealed ballots are gone from the tables' files, and what opened them is gone altogether.
    tables = {name: content for name, content in place.files().items() if "/base/" in name or "sqlite3" in name}
    assert tables
    assert _found(tables, (done["sealed"][:64] for one in played for done in one["done"])) == []


def _nothing_is_shared_with_any_other_row(everything: Tables, played: Told) -> None:
    """No value of a ballot stands anywhere else, and no row was written together with one."""
    ballots = everything["ballots_ballot"]
    own = {_plain(row["id"]) for row in ballots} | {bytes(row["token_hash"]) for row in ballots}
    written = {row["xmin"] for row in ballots if "xmin" in row}
    assert len(own) == 2 * len(ballots) == 2 * sum(len(one["done"]) for one in played)
    assert {len(bytes(row["sealed"])) for row in ballots} == {8240}
    for table, rows in everything.items():
        for row in rows if table != "ballots_ballot" else ():
            assert row.get("xmin") not in written, f"a row of {table} was written together with a ballot"
            values = {bytes(value) if isinstance(value, memoryview) else str(_plain(value)) for value in row.values()}
            assert not own & values, table


def _no_secret_is_on_the_disk(place: Place, played: Told) -> None:
    files = place.files()
    if place.server:
        assert [name for name in files if "pg_wal" in name]
        assert b"INSERT" in files[str(place.server / "log")]
    else:
        assert b"CREATE TABLE" in files["dump"]
    assert _found(files, (secret for one in played for done in one["done"] for secret in done["secrets"])) == []
    assert _found(files, (file for one in played for file in one["files"])) == []
