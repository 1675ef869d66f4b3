"""How fast a look-back is, how much memory it takes, and how soon the command answers.

    uv run python benchmarks/meetings.py [DATA_DIR] [--convokit]

DATA_DIR holds meetings as JSON with word times; without it, the sample meeting of the package is said over and over.
All runs on one core, where the system lets a program choose. On a machine that is shared, compare the ratios.
"""

import argparse
import compileall
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, NamedTuple

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as the command does

import orjson

from alongside.engines.meetings import Limits, look_back, read
from alongside.meetings.report import render

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "src/alongside/samples/planning-meeting.json"
SMALL_FILE = SAMPLE.with_suffix(".vtt")
COMMAND = str(Path(sys.executable).with_name("alongside"))
TALK_TIME = ROOT / "benchmarks/convokit_talk_time.py"

HOUR = 3600
NO_LIMITS = Limits(max_bytes=10**10, max_cues=10**8)
ROUNDS = 5
STARTS = 20


class Seconds(NamedTuple):
    """On the processor, programs that were started included, and on the clock."""

    process: float
    wall: float

    @classmethod
    def of(cls, work: Callable[[], object]) -> "Seconds":
        process, wall = on_processor(), perf_counter()
        work()
        return cls(on_processor() - process, perf_counter() - wall)

    def an_hour(self, hours: float) -> tuple[str, str]:
        return f"{1000 * self.process / hours:.1f}", f"{1000 * self.wall / hours:.1f}"


class Archive(NamedTuple):
    """Meetings as their files hold them, and how long they are together."""

    files: Sequence[bytes]
    hours: float

    @classmethod
    def of(cls, files: Sequence[bytes]) -> "Archive":
        return cls(files, sum(length(orjson.loads(file)["segments"]) for file in files) / HOUR)

    def lasting(self, hours: int) -> bytes:
        """Make one meeting, of the people of the first, of as many as it takes, and of those again."""
        segments: list[dict[str, Any]] = []
        people = people_of(self.files[0])
        begun = 0.0
        for file in cycle(self.files):
            meeting = orjson.loads(file)["segments"]
            names = dict(zip(people_of(file), cycle(people), strict=False))
            segments += [later(segment, begun, names) for segment in meeting]
            begun += length(meeting)
            if begun >= hours * HOUR:
                break
        return orjson.dumps({"segments": [segment for segment in segments if segment["end"] <= hours * HOUR]})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="?", type=Path, metavar="DATA_DIR")
    parser.add_argument("--convokit", action="store_true", help="install ConvoKit in var/ and compare with it")
    asked = parser.parse_args()
    stay_on_one_core()
    archive = archive_in(asked.data) if asked.data else Archive([Archive.of([SAMPLE.read_bytes()]).lasting(1)], 1.0)
    report_on(SAMPLE.read_bytes())  # reads the models, which is done once a process
    show_speed(archive)
    show_lengths(archive)
    show_memory(archive)
    show_start_up()
    if asked.convokit:
        show_convokit(archive)


def archive_in(folder: Path) -> Archive:
    files = [file.read_bytes() for file in sorted(folder.glob("*.json"))]
    return Archive.of([file for file in files if "segments" in orjson.loads(file)])


def stay_on_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def show_speed(archive: Archive) -> None:
    show(f"Speed: {len(archive.files)} files, {archive.hours:.1f} hours of meeting", "process ms/h", "wall ms/h")
    parsed = best_of_each(orjson.loads, archive.files)
    done = best_of_each(report_on, archive.files)
    show("parsing the JSON alone", *parsed.an_hour(archive.hours))
    show("from file to report", *done.an_hour(archive.hours))
    show("  as a multiple", *(f"{part:.1f}" for part in ratios(done, parsed)))
    show("  hours a minute (1,500)", *(f"{60 * archive.hours / part:,.0f}" for part in done))


def show_lengths(archive: Archive) -> None:
    show("\nLength: from file to report", "process ms/h", "wall ms/h")
    for hours in (1, 10, 100):
        seconds = best(partial(report_on, archive.lasting(hours)))
        show(f"{hours} h", *seconds.an_hour(hours))


def show_memory(archive: Archive) -> None:
    show("\nMemory: the command, 10 h of meeting", "peak MB (150)")
    with TemporaryDirectory() as folder:
        meeting = Path(folder) / "meeting.json"
        meeting.write_bytes(archive.lasting(10))
        for form in ("text", "json", "html"):
            show(f"--format {form}", f"{peak_of([COMMAND, 'meeting', str(meeting), '--format', form]):.0f}")


def show_start_up() -> None:
    compileall.compile_dir(ROOT / "src", quiet=1)  # as it is when installed
    show(f"\nStart-up: {STARTS} runs", "best process s", "best wall s", "median (0.25)")
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "python -c 'import numpy'": [sys.executable, "-c", "import numpy"],
        "alongside --version": [COMMAND, "--version"],
        "alongside meeting": [COMMAND, "meeting", str(SMALL_FILE)],
    }
    for name, command in commands.items():
        runs = [Seconds.of(partial(run, command)) for _ in range(STARTS)]
        walls = [seconds.wall for seconds in runs]
        show(name, f"{min(runs).process:.3f}", f"{min(walls):.3f}", f"{median(walls):.3f}")


def show_convokit(archive: Archive) -> None:
    show("\nConvoKit: the same meetings", "process ms/h", "wall ms/h")
    python = convokit_python(ROOT / "var/convokit")
    if not python:
        show("skipped: it cannot be installed here")
        return
    with TemporaryDirectory() as folder:
        for number, file in enumerate(archive.files):
            Path(folder, f"{number}.json").write_bytes(file)
        told = run([python, str(TALK_TIME), folder])
    theirs = Seconds(**json.loads(told.splitlines()[-1]))
    ours = best(partial(each, report_on, archive.files))
    show("a Corpus, and its balance", *theirs.an_hour(archive.hours))
    show("from file to report", *ours.an_hour(archive.hours))
    show("  as a multiple", *(f"{part:.2f}" for part in ratios(ours, theirs)))


def convokit_python(environment: Path) -> str:
    """Return the Python of an environment with ConvoKit, made where it is not there; "" where it cannot be had.

    torch is asked for by its version, so that a build for the processor alone is taken where there is one at hand.
    """
    python = str(environment / "bin/python")
    try:
        if not environment.exists():
            run([sys.executable, "-m", "venv", str(environment)])
            run([python, "-m", "pip", "install", "--quiet", "torch==2.13.0"])
            run([python, "-m", "pip", "install", "--quiet", "torch==2.13.0", "convokit"])
        run([python, "-c", "import convokit"])
    except (OSError, subprocess.CalledProcessError):
        return ""
    return python


def report_on(file: bytes) -> str:
    return render(look_back(read(file, limits=NO_LIMITS)), "json")


def each(work: Callable[[bytes], object], files: Iterable[bytes]) -> None:
    for file in files:
        work(file)


def best(work: Callable[[], object]) -> Seconds:
    return min(Seconds.of(work) for _ in range(ROUNDS))


def best_of_each(work: Callable[[bytes], object], files: Iterable[bytes]) -> Seconds:
    """The best time of each file, added up: on a shared machine no whole round is left alone."""
    processes, walls = zip(*(best(partial(work, file)) for file in files), strict=True)
    return Seconds(sum(processes), sum(walls))


def show(name: str, *cells: str) -> None:
    print(f"{name:40}", *(f"{cell:>14}" for cell in cells))


def ratios(one: Seconds, other: Seconds) -> tuple[float, float]:
    return one.process / other.process, one.wall / other.wall


def on_processor() -> float:
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def people_of(file: bytes) -> list[str]:
    return list(dict.fromkeys(segment["speaker"] for segment in orjson.loads(file)["segments"]))


def later(entry: dict[str, Any], seconds: float, names: Mapping[str, str]) -> dict[str, Any]:
    """Move a segment, and its words, of which not all have times, and give it to somebody else."""
    moved = {key: round(value + seconds, 3) for key, value in entry.items() if key in {"start", "end"}}
    if "speaker" in entry:
        moved["speaker"] = names.get(entry["speaker"], entry["speaker"])
    if "words" in entry:
        moved["words"] = [later(word, seconds, names) for word in entry["words"]]
    return {**entry, **moved}


def length(segments: Iterable[dict[str, Any]]) -> float:
    return float(max(segment["end"] for segment in segments))


def peak_of(command: list[str]) -> float:
    """Return megabytes, measured by a small program between, since a child begins with the peak of its parent."""
    watch = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    peak = int(run([sys.executable, "-c", watch, *command]))
    return peak / (1_000_000 if sys.platform == "darwin" else 1_000)


def run(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own commands


if __name__ == "__main__":
    main()
