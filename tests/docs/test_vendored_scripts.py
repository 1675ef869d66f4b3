"""The scripts of others that a browser runs are those that VENDORED.toml names, to the byte, and nothing besides."""

import hashlib
import tomllib
from pathlib import Path

VENDOR = Path(__file__).resolve().parents[2] / "src/alongside/ballots/static/ballots/vendor"
PACKAGES = tomllib.loads((VENDOR / "VENDORED.toml").read_text(encoding="utf-8"))["package"]
FILES = [file for package in PACKAGES for file in package["file"]]


def test_every_file_has_the_hash_that_is_written_down() -> None:
    found = {file["is"]: hashlib.sha256((VENDOR / file["is"]).read_bytes()).hexdigest() for file in FILES}
    assert found == {file["is"]: file["sha256"] for file in FILES}


def test_no_file_is_there_that_is_not_written_down() -> None:
    there = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}
    assert there == {"VENDORED.toml", *(file["is"] for file in FILES)}


def test_every_package_says_what_it_is_and_comes_with_its_licence() -> None:
    for package in PACKAGES:
        assert package["integrity"].startswith("sha512-")
        assert package["why"]
        assert package["licence"]
    assert {file["is"] for file in FILES if "LICENSE" in file["is"]} == {
        "blindrsa/LICENSE.txt",
        "blindrsa/sjcl/LICENSE.txt",
        "libsodium/LICENSE",
    }


def test_no_file_of_others_is_changed_but_in_the_path_of_an_import() -> None:
    assert [file["instead"] for file in FILES if "instead" in file] == [['from"libsodium"', 'from"./libsodium.mjs"']]
