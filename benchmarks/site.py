"""How fast the site is in a large organisation, beside the plainest page that the same site could show.

    uv run python benchmarks/site.py [--people 100000] [--units 12000] [--seconds 3]

It makes an organisation in a folder of its own, counts the queries of each page, starts the site as `alongside serve`
does, and asks for pages from several visitors at once. On a machine that is shared, compare the ratios.
"""

import argparse
import logging
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from django.test import Client

HERE = Path(__file__).resolve().parent
COMMAND = Path(sys.executable).with_name("alongside")
VISITORS = 8
ROUNDS = 5
FEW = 12
PLAINEST = "/plainest/"


class Speed(NamedTuple):
    """Pages a second, the time within which 95 of 100 came, and what one took of a core; both in milliseconds."""

    a_second: float
    p95: float
    work: float


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--people", type=int, default=100_000)
    options.add_argument("--units", type=int, default=12_000)
    options.add_argument("--seconds", type=float, default=3)
    asked = options.parse_args()
    with TemporaryDirectory(prefix="alongside-site-") as folder:
        os.environ |= {
            "ALONGSIDE_HOME": folder,
            "ALONGSIDE_SECRET_KEY": secrets.token_urlsafe(64),
            "DJANGO_SETTINGS_MODULE": "site_settings",
            "PYTHONPATH": str(HERE),
        }
        sys.path.insert(0, str(HERE))
        cookies, pages = _make(asked.people, asked.units)
        pages = _count_queries(cookies, pages)
        _first_page()
        _compare(cookies, pages, asked.seconds)


def _make(people: int, units: int) -> tuple[list[str], dict[str, str]]:
    """Fill the database; give the cookies of some visitors, and the pages to try."""
    import django  # noqa: PLC0415 - once the settings have their folder

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from site_organisation import found, signed_in, somebody, write_table  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    found()
    table = Path(os.environ["ALONGSIDE_HOME"]) / "people.csv"
    write_table(table, people, units)
    start = perf_counter()
    importing = subprocess.Popen([str(COMMAND), "people", "import", "--quiet", str(table)])  # noqa: S603 - our own
    _, status, used = os.wait4(importing.pid, 0)
    if status:
        raise SystemExit("the import was refused")
    took = perf_counter() - start
    busy = used.ru_utime + used.ru_stime
    size = used.ru_maxrss / 1000
    print(f"import of {people:,} people in {units:,} units: {took:.0f} s, {busy:.0f} s of one core, {size:.0f} MB")
    person, unit = somebody()
    pages = {
        "Today": "/today/",
        "Directory": "/people/",
        "Directory, a search": "/people/?q=okafor",
        "Somebody": f"/people/{person.uuid}/",
        "A unit": f"/units/{unit.uuid}/",
        "Your page": "/you/",
        "Look-back": "/meetings/",
        "Learn": "/learn/",
        "Administration": "/administration/",
        "Sessions": "/account/sessions/",
        "API: people": "/api/people",
        "API: today": "/api/today",
    }
    return signed_in(VISITORS * 2), pages


def _count_queries(cookies: list[str], pages: Mapping[str, str]) -> dict[str, str]:
    """Print what each page asks of the database, and give the pages that are there."""
    from django.conf import settings  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from site_organisation import addresses  # noqa: PLC0415

    logging.getLogger("django.request").setLevel(logging.CRITICAL)
    settings.ALLOWED_HOSTS.append("testserver")
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    browser = Client()
    browser.cookies[settings.SESSION_COOKIE_NAME] = cookies[0]
    there: dict[str, str] = {}
    print("\nqueries, the second time somebody opens the page")
    for name, address in pages.items():
        asked, status, took = _open_again(browser, address)
        print(f"{name:22} {asked:3}   {took * 1000:6.1f} ms{'' if status == 200 else f'   status {status}'}")
        there |= {name: address} if status == 200 else {}
    opened = {address: _open_again(browser, address) for address in addresses()}
    found = {address: asked for address, (asked, status, _) in opened.items() if status == 200}
    most = {address: asked for address, asked in found.items() if asked >= FEW}
    print(f"{len(found)} pages open by an address alone; with {FEW} queries or more: {most or 'none'}")
    return there


def _open_again(browser: "Client", address: str) -> tuple[int, int, float]:
    """What a page asks of the database when it is opened for the second time, its status, and how long it took."""
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    browser.get(address)
    with CaptureQueriesContext(connection) as queries:
        start = perf_counter()
        status = browser.get(address).status_code
        took = perf_counter() - start
    return len(queries), status, took


def _first_page() -> None:
    for which in ("first start, static files collected", "later start"):
        start = perf_counter()
        with _serving() as site:
            print(f"\n`alongside serve` to the first page, {which}: {_until_open(site.port) - start:.1f} s")


def _compare(cookies: list[str], pages: Mapping[str, str], seconds: float) -> None:
    print(f"\n{VISITORS} visitors at once, 2 processes of 4 threads: the best of {ROUNDS} rounds. Then the median,")
    print("beside the plainest page in turn: times fewer a second, times the p95, times the work of a core.")
    print(f"{'':22} {'pages/s':>8} {'p95 ms':>8} {'fewer':>8} {'p95':>6} {'work':>6}")
    with _serving() as site:
        _until_open(site.port)
        _load(site, PLAINEST, cookies, 2)
        for name, address in pages.items():
            # One after the other, since others may be at work on the machine.
            rounds = [
                (_load(site, PLAINEST, cookies, seconds), _load(site, address, cookies, seconds)) for _ in range(ROUNDS)
            ]
            plain = max(plain for plain, _ in rounds)
            page = max(page for _, page in rounds)
            fewer = median(plain.a_second / page.a_second for plain, page in rounds)
            later = median(page.p95 / plain.p95 for plain, page in rounds)
            more = median(page.work / plain.work for plain, page in rounds)
            of_plain = f"(the plainest: {plain.a_second:.0f}/s, {plain.p95:.0f} ms)"
            print(f"{name:22} {page.a_second:8.0f} {page.p95:8.0f} {fewer:8.2f} {later:6.2f} {more:6.2f}   {of_plain}")


class _serving:  # noqa: N801 - read as a word
    """`alongside serve` in processes of its own."""

    def __enter__(self) -> Self:
        with socket.socket() as trial:
            trial.bind(("127.0.0.1", 0))
            self.port: int = trial.getsockname()[1]
        command = [str(COMMAND), "serve", "--port", str(self.port), "--workers", "2"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)  # noqa: S603 - our own
        return self

    def work(self) -> float:
        """Seconds of a core that its processes have taken so far, as Linux counts them: a busy machine adds little."""
        ticks = 0
        for file in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                # After the name in brackets: state, parent, group, session, ... user time, system time.
                fields = file.read_text().rpartition(")")[2].split()
                ticks += int(fields[11]) + int(fields[12]) if int(fields[3]) == self.process.pid else 0
        return ticks / os.sysconf("SC_CLK_TCK")

    def __exit__(self, *_: object) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)


def _until_open(port: int) -> float:
    """When the front page was there."""
    while True:
        with suppress(OSError):
            connection = HTTPConnection("127.0.0.1", port, timeout=30)
            connection.request("GET", "/")
            if connection.getresponse().read():
                return perf_counter()
        sleep(0.01)


def _load(site: _serving, address: str, cookies: list[str], seconds: float) -> Speed:
    """Ask for one page again and again, as several people who keep their connection open."""
    times: list[float] = []
    end = perf_counter() + seconds
    visitors = [
        threading.Thread(target=_visit, args=(site.port, address, whose, end, times))
        for whose, _ in zip(cycle(cookies), range(VISITORS), strict=False)
    ]
    start, before = perf_counter(), site.work()
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    took, work = perf_counter() - start, site.work() - before
    return Speed(len(times) / took, quantiles(times, n=20)[-1] * 1000, work / len(times) * 1000)


def _visit(port: int, address: str, cookie: str, end: float, times: list[float]) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    while (start := perf_counter()) < end:
        connection.request("GET", address, headers={"Cookie": f"alongside={cookie}"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"{address} answered {answer.status}")
        times.append(perf_counter() - start)


if __name__ == "__main__":
    main()
