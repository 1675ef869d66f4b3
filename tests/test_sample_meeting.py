"""The sample meeting is the first thing that anyone sees of Alongside, and the one that the documents speak of."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "src/alongside/samples"


def test_shipped_files_are_what_the_script_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "scripts/make_sample.py", tmp_path], check=True)  # noqa: S603 - our own script
    made = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    shipped = {path.name: path.read_text(encoding="utf-8") for path in SAMPLES.iterdir()}
    assert made == shipped, "run scripts/make_sample.py"
