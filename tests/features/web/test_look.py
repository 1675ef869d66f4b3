"""The look of the site: small, readable in light and dark, and within the Content-Security-Policy."""

import re
from itertools import product
from pathlib import Path

import pytest

import alongside

PACKAGE = Path(alongside.__file__).parent
STATIC = PACKAGE / "web/static/web"
STYLE = (STATIC / "alongside.css").read_text(encoding="utf-8")
TOKENS = dict(re.findall(r"--([\w-]+): light-dark\((#\w{6}, #\w{6})\);", STYLE))
ROOMS = ["calm", "learn", "listen", "amplify", "speak-up", "account"]
KINDS = [*ROOMS, "lost", "good"]
SCHEMES = {"light": 0, "dark": 1}
# A report is one file of its own: its style is inside, and its own policy allows exactly that style.
STAND_ALONE = {PACKAGE / "meetings/templates/meetings/report.html"}
TEMPLATES = sorted(set(PACKAGE.glob("**/templates/**/*.html")) - STAND_ALONE)
READ = [
    *product(["ink", "soft", *KINDS], ["paper", "card"]),
    *((kind, f"{kind}-tint") for kind in KINDS),
    *product(["ink", "soft"], [f"{kind}-tint" for kind in KINDS]),
    ("on-calm", "calm"),
]


def _luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2, from 0 for black to 1 for white."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str, scheme: str) -> float:
    """The contrast ratio of WCAG 2.2, from 1 for no difference to 21 for black on white."""
    dark, light = sorted(_luminance(TOKENS[name].split(", ")[SCHEMES[scheme]]) for name in (one, other))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_has_the_contrast_that_the_standard_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TOKENS, "black", "#000000, #777777")
    monkeypatch.setitem(TOKENS, "white", "#ffffff, #ffffff")
    assert _contrast("black", "white", "light") == pytest.approx(21)
    assert _contrast("black", "white", "dark") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("words", "ground"), READ)
def test_words_can_be_read_on_what_they_stand_on(words: str, ground: str, scheme: str) -> None:
    assert _contrast(words, ground, scheme) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("edge", "ground"), [*product(["line", *KINDS], ["paper", "card"])])
def test_the_edge_of_a_control_can_be_seen(edge: str, ground: str, scheme: str) -> None:
    assert _contrast(edge, ground, scheme) >= 3


def test_all_style_together_is_at_most_thirty_thousand_bytes() -> None:
    assert sum(path.stat().st_size for path in STATIC.glob("*.css")) <= 30_000


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_template_has_no_style_or_script_of_its_own(template: Path) -> None:
    words = template.read_text(encoding="utf-8")
    assert not re.search(r"""<style|\sstyle\s*=|\son\w+\s*=\s*["']|javascript:""", words, re.IGNORECASE)
    # A browser runs no script of this type: it holds data.
    scripts = [tag for tag in re.findall(r"<script[^>]*>", words) if 'type="application/json"' not in tag]
    assert all("src=" in tag for tag in scripts)


def test_every_icon_that_a_template_names_is_drawn() -> None:
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text(encoding="utf-8")))
    named = {
        name
        for template in TEMPLATES
        for name in re.findall(r'\b(?:icon|name)="([\w-]+)"[^%]*only %}', template.read_text(encoding="utf-8"))
        if "components/icon.html" in template.read_text(encoding="utf-8")
    }
    assert named <= drawn


def test_nothing_is_placed_by_left_or_right_so_that_a_page_can_be_mirrored() -> None:
    sides = r"\b(?:margin|padding|border)-(?:left|right)\b|[;{]\s*(?:left|right)\s*:|text-align:\s*(?:left|right)"
    for path in STATIC.glob("*.css"):
        assert not re.search(sides, path.read_text(encoding="utf-8")), path.name
