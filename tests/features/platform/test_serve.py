"""`alongside serve`, as the processes it is: started, asked for a page, stopped and killed."""

import os
import signal
import socket
import time
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from running import Running, free_port, until

if TYPE_CHECKING:
    from subprocess import Popen


def _get(port: int, path: str = "/", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def _is_open(port: int) -> bool:
    with suppress(OSError):
        return _get(port)[0] == 200
    return False


def _started(site: Running) -> tuple["Popen[str]", int]:
    port = free_port()
    process = site.start("serve", "--workers", "1", "--port", str(port))
    until(lambda: _is_open(port) or process.poll() is not None, seconds=60)
    assert process.poll() is None, process.communicate()[0]
    return process, port


def _processes_of(home: Path) -> list[int]:
    """The numbers of all processes that were started for this folder."""
    mark = f"ALONGSIDE_HOME={home}".encode()
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            state = (path / "stat").read_text().rpartition(")")[2].split()[0]
            if mark in (path / "environ").read_bytes().split(b"\0") and state != "Z":
                found.append(int(path.name))
    return found


def test_it_shows_the_first_page_with_its_style_and_says_where(running: Running) -> None:
    process, port = _started(running)
    status, _, page = _get(port)
    assert status == 200
    style = page.split(b'<link rel="stylesheet" href="')[1].split(b'"')[0].decode()
    status, headers, _ = _get(port, style)
    assert status == 200
    assert "immutable" in headers["cache-control"]
    process.send_signal(signal.SIGTERM)
    said, _ = process.communicate(timeout=20)
    assert said == f"Alongside is open at http://127.0.0.1:{port}. Ctrl-C stops it.\n"


def test_the_voice_host_has_a_port_of_its_own_and_no_visit_is_written_down(running: Running) -> None:
    port, voice_port = free_port(), free_port()
    process = running.start("serve", "--workers", "1", "--port", str(port), "--voice-port", str(voice_port))
    until(lambda: (_is_open(port) and _is_open(voice_port)) or process.poll() is not None, seconds=60)
    status, headers, page = _get(voice_port, Host="voice.test", Cookie="alongside=of-somebody")
    assert status == 200
    assert b"Where answers are handed in" in page
    assert "set-cookie" not in headers
    assert _get(voice_port, "/today/", Host="voice.test")[0] == 404
    assert _get(port, Host="voice.test")[2] == page
    assert _get(voice_port, "/c/nothing/ballots?canary", Host="voice.test")[0] == 404
    process.send_signal(signal.SIGTERM)
    said, _ = process.communicate(timeout=20)
    assert said == f"Alongside is open at http://127.0.0.1:{port}. Ctrl-C stops it.\n"


def test_the_port_in_the_address_of_the_voice_host_is_listened_at(running: Running) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        running.more["ALONGSIDE_VOICE_URL"] = f"http://localhost:{port}"
        code, said = running.run("serve", "--port", str(free_port()))
    assert code == 2
    assert f"port {port}" in said
    assert "ALONGSIDE_VOICE_URL" in said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_all_of_its_processes(running: Running, number: signal.Signals) -> None:
    process, _ = _started(running)
    assert len(_processes_of(running.home)) == 5  # the watch, the web server and its one, and two workers
    process.send_signal(number)
    assert process.wait(timeout=20) == 0
    assert _processes_of(running.home) == []


@pytest.mark.parametrize("after", [0.3, 1.0])
def test_a_signal_during_the_start_stops_it_too(running: Running, after: float) -> None:
    port = free_port()
    process = running.start("serve", "--port", str(port))
    time.sleep(after)
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=20)
    until(lambda: _processes_of(running.home) == [], seconds=8)


def test_nothing_goes_on_when_the_first_process_was_killed(running: Running) -> None:
    process, _ = _started(running)
    process.kill()
    process.wait(timeout=5)
    until(lambda: _processes_of(running.home) == [], seconds=15)


def test_a_worker_that_was_killed_is_started_again(running: Running) -> None:
    process, _ = _started(running)
    running.python("import django; django.setup()\nimport slow_jobs\nslow_jobs.dawdle_once.enqueue()")
    notes = running.home / "notes"
    until(lambda: notes.exists() and "began" in notes.read_text())
    [[worker]] = running.ask(
        "SELECT json_extract(worker_ids, '$[0]') FROM django_tasks_database_dbtaskresult WHERE status = 'RUNNING'"
    )
    os.kill(int(str(worker).split()[-2]), signal.SIGKILL)
    until(lambda: "ended" in notes.read_text())
    assert process.poll() is None


def test_the_site_ends_with_code_1_when_its_web_server_does(running: Running) -> None:
    process, _ = _started(running)
    [web] = [number for number in _processes_of(running.home) if _parent(number) == process.pid][:1]
    os.kill(web, signal.SIGKILL)
    assert process.wait(timeout=20) == 1
    assert _processes_of(running.home) == []


def _parent(number: int) -> int:
    return int(Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[1])


def test_a_port_that_is_taken_is_told_in_a_sentence(running: Running) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        code, said = running.run("serve", "--port", str(port))
    assert code == 2
    assert f"port {port}" in said
    assert "something else is using it" in said
    assert "--port" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("missing", ["secret-key", "alongside.sqlite3"])
def test_without_set_up_it_says_what_to_run(running: Running, missing: str) -> None:
    for path in running.home.glob(f"{missing}*"):
        path.unlink()
    code, said = running.run("serve", "--port", str(free_port()))
    assert code == 2
    assert "alongside setup" in said
    assert "Traceback" not in said


def test_static_files_are_collected_again_only_when_they_changed(running: Running) -> None:
    running.python(f"""
from pathlib import Path
from alongside.cli._site import load_site; load_site()
from alongside.cli._prepare import prepare
prepare()
static = Path({str(running.home)!r}) / "static"
[style] = (static / "web").glob("alongside.*.css")
style.write_text("touched")
prepare()
assert style.read_text() == "touched"
(static / "collected").write_text("another version")
prepare()
assert style.read_text() != "touched"
""")
