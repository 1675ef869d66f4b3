"""The page of a look-back in a browser: for eyes, ears, keyboard and paper."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

import build
from alongside.engines.meetings import with_letters
from alongside.meetings.report import render

pytestmark = pytest.mark.browser

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LONG_NAME = "Constantina-Alexandra Papadopoulou-Featherstonehaugh (she/her)"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _written(render(with_letters(build.look_back()), "html"), tmp_path_factory)


@pytest.fixture(scope="module")
def report_with_long_names(tmp_path_factory: pytest.TempPathFactory) -> str:
    page = render(build.look_back(), "html").replace("Asha", LONG_NAME)
    return _written(page, tmp_path_factory)


def _written(page: str, folder: pytest.TempPathFactory) -> str:
    path = folder.mktemp("page") / "report.html"
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Open an empty page, and see at the end that the browser had nothing to complain of."""
    complaints: list[str] = []
    opened = chromium.new_page()
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("requestfailed", lambda request: complaints.append(request.url))
    yield opened
    opened.close()
    assert not complaints


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing(page: Page, report: str, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(report)
    found = Axe().run(page, options={"runOnly": WCAG, "resultTypes": ["violations"]})
    assert not found.violations_count, found.generate_report()


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_the_page_never_scrolls_sideways(page: Page, report_with_long_names: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(report_with_long_names)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_nothing_is_cut_off_when_letters_are_twice_as_large(page: Page, report: str) -> None:
    page.set_viewport_size({"width": 640, "height": 900})
    page.goto(report)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") == 640


def test_the_keyboard_reaches_every_moment(page: Page, report: str) -> None:
    page.goto(report)
    marks = page.eval_on_selector_all("a.mark", "marks => marks.map(mark => mark.getAttribute('href'))")
    assert len(marks) == 8
    reached = []
    for _ in range(len(marks) + 3):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
    assert reached[0] == "#happened"
    assert [href for href in reached if href in marks] == marks


def test_a_mark_leads_to_its_moment_and_reading_goes_on_there(page: Page, report: str) -> None:
    page.goto(report)
    mark = page.locator("a.mark.cut_off")
    mark.focus()
    page.keyboard.press("Enter")
    target = page.locator("li:target")
    assert "was cut off" in target.inner_text()
    assert target.evaluate("moment => moment === document.activeElement")
    page.wait_for_function("window.scrollY > 0")


def test_the_focus_can_be_seen_on_a_mark(page: Page, report: str) -> None:
    page.goto(report)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    stroke = "getComputedStyle(document.activeElement.querySelector('.reach')).strokeWidth"
    assert page.evaluate(stroke) == "3px"


def test_colour_is_not_the_only_sign_of_a_kind(page: Page, report: str) -> None:
    page.goto(report)
    shapes = page.eval_on_selector_all(
        ".legend use", "uses => uses.map(use => document.querySelector(use.getAttribute('href')).innerHTML)"
    )
    assert len(shapes) == len(set(shapes)) == 8


def test_it_prints_on_a_few_pages_without_losing_a_column(page: Page, report: str) -> None:
    page.goto(report)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})  # A4 between margins
    assert page.evaluate("document.documentElement.scrollWidth") == 718
    table = page.locator(".scroll")
    assert table.evaluate("table => table.scrollWidth <= table.clientWidth")
    assert 2 <= page.pdf(format="A4").count(b"/Type /Page\n") <= 6


def test_a_style_or_a_script_from_elsewhere_is_refused(chromium: Browser, report: str) -> None:
    refused: list[str] = []
    with chromium.new_page() as page:
        page.on("console", lambda message: refused.append(message.text))
        page.goto(report)
        for tag in ("style", "script"):
            page.evaluate("tag => document.head.append(Object.assign(document.createElement(tag), {text: ' '}))", tag)
    assert len(refused) == 2
    assert all("Content Security Policy" in message for message in refused)
