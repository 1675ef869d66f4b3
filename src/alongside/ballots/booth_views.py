"""Pages of the voice host. They know nobody: there is no session, and no cookie is read or set."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from alongside.access import ANYONE, allow

_STATIC = Path(__file__).parent / "static/ballots"
_OF_A_BROWSER = {".js", ".mjs"}


@allow(*ANYONE)
@require_safe
def front(_request: HttpRequest) -> HttpResponse:
    """What this address is, for whoever opens it by itself."""
    return _page("front")


@allow(*ANYONE)
@require_safe
def files(_request: HttpRequest) -> HttpResponse:
    """The scripts that run here with the hash of each, to be compared with those that are published."""
    return _page("files", hashes=_hashes(), release=_release())


def _page(name: str, **more: object) -> HttpResponse:
    # Without the request: nothing of it may come into a page.
    return HttpResponse(render_to_string(f"ballots/booth/{name}.html", {"main_url": settings.SITE_URL, **more}))


@cache
def _hashes() -> dict[str, str]:
    """Path to SHA-256 of all scripts of this app, as they lie in the installed package."""
    found = sorted(path.relative_to(_STATIC).as_posix() for path in _STATIC.rglob("*") if path.suffix in _OF_A_BROWSER)
    return {path: hashlib.sha256((_STATIC / path).read_bytes()).hexdigest() for path in found}


def _release() -> str:
    """One hash over all: of the lines that `sha256sum` prints for them."""
    lines = "".join(f"{digest}  {path}\n" for path, digest in _hashes().items())
    return hashlib.sha256(lines.encode()).hexdigest()
