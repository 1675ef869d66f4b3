"""Takes the pictures of docs/design-system.md from a running demo.

Start `alongside demo`, then run this with the address that it says: python scripts/screenshots.py http://127.0.0.1:8000
"""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

IMAGES = Path(__file__).resolve().parents[1] / "docs/images"


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as one person sees it. Sizes are in CSS pixels."""

    name: str
    address: str
    who: str = ""
    width: int = 1100
    height: int = 720
    dark: bool = False


PICTURES = [
    Picture("front", "/"),
    Picture("sign-in-phone-dark", "/account/login/", width=390, height=720, dark=True),
    Picture("today", "/today/", who="A leader"),
    Picture("today-phone-dark", "/today/", who="A leader", width=390, height=820, dark=True),
    Picture("amplify", "/amplify/", who="A leader", dark=True),
    Picture("amplify-phone", "/amplify/", who="A leader", width=390, height=720),
    Picture("look-back-from-memory", "/meetings/from-memory/", who="A leader", width=390, height=820),
    Picture("tell-the-others", "/meetings/tell/", who="A leader", height=620),
    Picture("directory", "/people/", who="A leader"),
    Picture("your-page-phone", "/you/", who="A leader", width=390, height=820),
]


def sign_in(page: Page, who: str) -> None:
    page.goto("/demo/")
    page.locator("li", has_text=who).get_by_role("button").first.click()
    page.goto("/you/")
    # Today shows an act on the days that one works. The picture is to have one on whichever day it is taken.
    for day in page.locator("[name=working_days]").all():
        day.check()
    page.locator("form:has([name=working_days]) button").click()


def take(browser: Browser, site: str, picture: Picture) -> None:
    page = browser.new_page(
        base_url=site,
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.dark else "light",
        reduced_motion="reduce",
    )
    if picture.who:
        sign_in(page, picture.who)
    page.goto(picture.address)
    page.screenshot(path=IMAGES / f"{picture.name}.png")
    page.close()


def main() -> None:
    site = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for picture in PICTURES:
            take(browser, site, picture)
            print(f"{picture.name}.png")
        browser.close()


if __name__ == "__main__":
    main()
