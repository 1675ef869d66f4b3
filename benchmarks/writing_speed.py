"""How fast the writing check is beside its peers, how soon it answers, its memory, and whether cost grows in line.

Started by `writing.py --speed`. The corpus is the Markdown of published packages, had from npm: the texts are put in an
order that is always the same and laid out as 895 files of 10 MB together, texts of the packages beginning again where
they do not suffice.
"""

import random
import resource
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from writing_peers import Peer, quietly

PACKAGES = (
    "@typescript-eslint/eslint-plugin@8.14.0",
    "alex@11.0.1",
    "core-js@3.39.0",
    "eslint-plugin-import@2.31.0",
    "eslint-plugin-jsdoc@50.5.0",
    "eslint-plugin-jsx-a11y@6.10.2",
    "eslint-plugin-react@7.37.2",
    "fastify@5.1.0",
    "highlight.js@11.10.0",
    "mathjs@13.2.2",
    "npm@10.9.2",
    "serverless@3.39.0",
    "undici@6.21.0",
)
FILES, SIZE = 895, 10_000_000
MEGABYTE = 1_000_000
COMMAND = str(Path(sys.executable).with_name("alongside"))
SMALL = "# Notes\n\nHey guys, the notes of Monday are on the wiki. Thanks to Ana for her talk.\n"
ENGINE = (
    "import sys; from pathlib import Path; from alongside.engines import writing;"
    "print(sum(len(writing.check(Path(name).read_text(encoding='utf-8'))) for name in sys.argv[1:]))"
)
RUNS, STARTS = 3, 15
SHARE = 10


class Cost(NamedTuple):
    """Of a program that was run: seconds on the processor and on the clock."""

    process: float
    wall: float


def show(others: Sequence[Peer], var: Path) -> None:
    corpus = assembled(var / "corpus", texts(var / "packages"))
    if not corpus:
        print("speed: skipped, no packages can be had here")
        return
    show_speed(corpus, others)
    show_start_up(others, var / "small.md")
    show_growth(corpus, var / "growth")


def texts(folder: Path) -> list[str]:
    """The Markdown of the packages, each text once."""
    npm = shutil.which("npm")
    if not npm:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    if len(list(folder.glob("*.tgz"))) < len(PACKAGES) and not quietly([npm, "pack", "--silent", *PACKAGES], folder):
        return []
    found = dict.fromkeys(text for archive in sorted(folder.glob("*.tgz")) for text in markdown_in(archive))
    return list(found)


def markdown_in(archive: Path) -> list[str]:
    with tarfile.open(archive) as packed:
        members = [
            member for member in packed if member.isfile() and member.name.endswith((".md", ".mdx", ".markdown"))
        ]
        files = [packed.extractfile(member) for member in members]
        return [file.read().decode("utf-8", errors="replace") for file in files if file]


def assembled(folder: Path, found: list[str]) -> list[Path]:
    """Lay the texts out as the corpus: at first one a file, then further ones behind them until it is large enough."""
    if not found:
        return []
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    random.Random(895).shuffle(found)  # noqa: S311 - not a secret
    files = [folder / f"{number:03}.md" for number in range(FILES)]
    laid: dict[Path, list[str]] = {file: [] for file in files}
    size = 0
    for file, text in zip(cycle(files), cycle(found), strict=False):
        laid[file].append(text)
        size += len(text.encode())
        if size >= SIZE and all(laid.values()):
            break
    for file, parts in laid.items():
        file.write_text("\n\n".join(parts), encoding="utf-8")
    print(f"\n# Corpus: {len(files)} files, {size / MEGABYTE:.1f} MB of {len(found)} texts in {len(PACKAGES)} packages")
    return files


def show_speed(corpus: Sequence[Path], others: Sequence[Peer]) -> None:
    """Whole processes, the best of some runs each. The peers are given every tenth file: they would take minutes."""
    line("Speed, whole process", "MB", "process s", "wall s", "MB/s process")
    part = corpus[::SHARE]
    commands = {
        "alongside write": ([COMMAND, "write", "--format", "json"], corpus),
        "the engine alone": ([sys.executable, "-c", ENGINE], corpus),
        "the engine alone, every tenth": ([sys.executable, "-c", ENGINE], part),
        **{peer.name: ([*peer.checks], part) for peer in others if peer.checks},
    }
    for name, (command, files) in commands.items():
        megabytes = sum(file.stat().st_size for file in files) / MEGABYTE
        cost = min(cost_of([*command, *map(str, files)]) for _ in range(RUNS))
        line(name, f"{megabytes:.2f}", *(f"{part:.2f}" for part in cost), f"{megabytes / cost.process:.3f}")


def show_start_up(others: Sequence[Peer], small: Path) -> None:
    small.write_text(SMALL, encoding="utf-8")
    line("\nStart-up: one small file", "best process s", "best wall s", "median wall s")
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "alongside write": [COMMAND, "write", str(small)],
        **{peer.name: [*peer.checks, str(small)] for peer in others if peer.checks},
    }
    for name, command in commands.items():
        runs = [cost_of(command) for _ in range(STARTS)]
        walls = [run.wall for run in runs]
        line(name, *(f"{seconds:.3f}" for seconds in (min(runs).process, min(walls), median(walls))))


def show_growth(corpus: Sequence[Path], folder: Path) -> None:
    """One file of 1, 10 and 100 MB, and the corpus as files: seconds and memory."""
    line("\nGrowth: alongside write", "process s", "MB/s process", "peak MB")
    folder.mkdir(exist_ok=True)
    whole = "\n\n".join(file.read_text(encoding="utf-8") for file in corpus)
    for megabytes in (1, 10, 100):
        file = folder / f"{megabytes}.md"
        file.write_text((whole * (megabytes // 10 + 1))[: megabytes * MEGABYTE], encoding="utf-8")
        grown(f"one file of {megabytes} MB", [str(file)], megabytes)
        file.unlink()
    grown("895 files", [str(file) for file in corpus], SIZE // MEGABYTE)


def grown(name: str, files: list[str], megabytes: int) -> None:
    cost, peak = peak_of([COMMAND, "write", "--format", "json", *files])
    line(name, f"{cost:.2f}", f"{megabytes / cost:.1f}", f"{peak:.0f}")


def cost_of(command: list[str]) -> Cost:
    """Run a program; findings make it end with 1, which is no fault."""
    process, wall = of_children(), perf_counter()
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)  # noqa: S603
    fail_unless(done.returncode, command, done.stderr)
    return Cost(of_children() - process, perf_counter() - wall)


def fail_unless(code: int, command: list[str], said: str) -> None:
    """End where a program did not do its work, since what it did not do was quick."""
    if code not in {0, 1} or "Traceback" in said:
        raise SystemExit(f"{' '.join(command[:4])} ... ended with {code}: {said[-500:]}")


def peak_of(command: list[str]) -> tuple[float, float]:
    """Process seconds and megabytes, by a program between, since a child begins with the peak of its parent."""
    watch = (
        "import resource, subprocess, sys;"
        "done = subprocess.run(sys.stdin.read().split('\\n'), stdout=subprocess.DEVNULL);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss, done.returncode)"
    )
    done = subprocess.run(  # noqa: S603 - our own commands
        [sys.executable, "-c", watch], input="\n".join(command), check=True, capture_output=True, text=True
    )
    told = done.stdout.split()
    fail_unless(int(told[2]), command, done.stderr)
    return float(told[0]), float(told[1]) / (1_000_000 if sys.platform == "darwin" else 1_000)


def of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def line(name: str, *cells: str) -> None:
    print(f"{name:32}", *(f"{cell:>16}" for cell in cells))
