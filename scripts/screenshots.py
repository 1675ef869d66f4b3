"""Takes the pictures of docs/design-system.md from a running demo.

Start `alongside demo`, then run this with the address that it says: python scripts/screenshots.py http://127.0.0.1:8000
"""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

IMAGES = Path(__file__).resolve().parents[1] / "docs/images"


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as one person sees it. Sizes are in CSS pixels."""

    name: str
    address: str
    who: str = ""
    width: int = 1200
    height: int = 760
    dark: bool = False


PICTURES = [
    Picture("front", "/"),
    Picture("today", "/today/", who="Leader"),
    Picture("today-phone", "/today/", who="Leader", width=390, height=800),
    Picture("today-phone-dark", "/today/", who="Leader", width=390, height=800, dark=True),
    Picture("directory", "/people/", who="Leader"),
]


def take(browser: Browser, site: str, picture: Picture) -> None:
    page = browser.new_page(
        base_url=site,
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.dark else "light",
        reduced_motion="reduce",
    )
    if picture.who:
        page.goto("/demo/")
        page.locator("li", has_text=picture.who).get_by_role("button").first.click()
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
