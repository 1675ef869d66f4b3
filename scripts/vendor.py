"""Puts files out of npm packages into `vendor/`, by version and hash. `scripts/vendor` runs it; it needs npm."""

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from base64 import b64encode
from pathlib import Path
from typing import Any

VENDOR = Path(__file__).resolve().parents[1] / "src/alongside/ballots/static/ballots/vendor"


def main() -> int:
    named = tomllib.loads((VENDOR / "VENDORED.toml").read_text(encoding="utf-8"))
    wrong = [line for package in named["package"] for line in take(package)]
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


def take(package: dict[str, Any]) -> list[str]:
    """Write the files of one package, and say which of them are not those of VENDORED.toml."""
    wrong = []
    with tempfile.TemporaryDirectory() as folder, tarfile.open(_fetched(package, Path(folder))) as archive:
        for file in package["file"]:
            member = archive.extractfile(f"package/{file['of']}")
            if member is None:
                return [f"{package['name']} has no {file['of']}."]
            words = member.read()
            if "instead" in file:
                old, new = (part.encode() for part in file["instead"])
                if words.count(old) != 1:
                    return [f"{package['name']}: {file['of']} does not hold {file['instead'][0]} just once."]
                words = words.replace(old, new)
            (VENDOR / file["is"]).parent.mkdir(parents=True, exist_ok=True)
            (VENDOR / file["is"]).write_bytes(words)
            if (got := hashlib.sha256(words).hexdigest()) != file["sha256"]:
                wrong.append(f'{file["is"]}: sha256 = "{got}" is not what VENDORED.toml says.')
    return wrong


def _fetched(package: dict[str, Any], folder: Path) -> Path:
    """The package's archive, if it has the hash that npm published for that version."""
    which = f"{package['name']}@{package['version']}"
    subprocess.run(["npm", "pack", "--silent", "--pack-destination", folder, which], check=True, capture_output=True)  # noqa: S603, S607 - our own list
    [archive] = folder.glob("*.tgz")
    got = "sha512-" + b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if got != package["integrity"]:
        raise SystemExit(f"{which} has the hash {got}. Expected: {package['integrity']}.")
    return archive


if __name__ == "__main__":
    raise SystemExit(main())
