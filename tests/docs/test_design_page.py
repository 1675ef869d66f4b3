"""The design page names every part there is, and its pictures are there and small."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/design-system.md").read_text(encoding="utf-8")
WEB = ROOT / "src/alongside/web"
# Drawn by the frame and the front page only; nobody else includes them.
OF_THE_FRAME = {"mark.html", "stones.html"}


def test_every_part_is_in_the_table() -> None:
    parts = {path.name for path in (WEB / "templates/web/components").glob("*.html")}
    assert parts - OF_THE_FRAME == set(re.findall(r"^\| `(\w+\.html)`", PAGE, re.MULTILINE))


def test_every_block_of_the_frame_is_in_the_table() -> None:
    frame = (WEB / "templates/base.html").read_text(encoding="utf-8")
    table = PAGE.partition("| Block |")[2].partition("\n\n")[0]
    assert set(re.findall(r"\{% block (\w+) %\}", frame)) == set(re.findall(r"`(\w+)`", table.replace("web/", "")))


def test_every_colour_that_the_page_names_is_there() -> None:
    style = (WEB / "static/web/alongside.css").read_text(encoding="utf-8")
    for name in re.findall(r"`(--[\w-]+)`", PAGE):
        assert f"{name}:" in style, name


def test_the_pictures_are_few_and_small() -> None:
    pictures = list((ROOT / "docs/images").glob("*.png"))
    assert len(pictures) <= 12
    assert {picture.name: size for picture in pictures if (size := picture.stat().st_size) >= 120_000} == {}


def test_every_picture_is_shown_and_said_in_words() -> None:
    shown = dict(re.findall(r"!\[([^\]]+)\]\(images/([\w-]+\.png)\)", PAGE))
    assert {picture.name for picture in (ROOT / "docs/images").glob("*.png")} == set(shown.values())
