"""Pages of the voice host. They know nobody: there is no session, and no cookie is read or set."""

import hashlib
import json
from base64 import b64encode
from functools import cache
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access import ANYONE, allow
from alongside.ballots import services
from alongside.ballots.booth import campaign_at, stage_of
from alongside.ballots.consumers import form_of
from alongside.ballots.forms import BallotForm, CodeForm, QuestionsForm
from alongside.ballots.models import Campaign
from alongside.ballots.refusals import NotKept, Refused

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


@allow(*ANYONE)
@require_safe
def booth(_request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The questions, for whoever has a pass. The script takes the pass, seals the answers and sends them."""
    campaign = campaign_at(uuid)
    stage = stage_of(campaign, timezone.now())
    asked = form_of(campaign) if stage.is_open else {}
    form = QuestionsForm(asked.get("questions", []))
    box_key = b64encode(campaign.box_public_key).decode()
    return _page("booth", campaign=campaign, stage=stage, asked=asked, form=form, box_key=box_key)


@allow(*ANYONE)
@require_POST
def ballots(request: HttpRequest, uuid: UUID) -> JsonResponse:
    """Take a sealed ballot. Who sends it is not asked."""
    campaign = campaign_at(uuid)
    form = BallotForm(_sent(request))
    if not form.is_valid():
        return _refused("NotUnderstood", _("This is not what our page sends. Please reload it, and try again."))
    sent = form.cleaned_data
    try:
        services.spend(
            campaign=campaign,
            label=sent["label"],
            token=sent["prepared"],
            signature=sent["signature"],
            sealed=sent["sealed"],
            now=timezone.now(),
        )
    except Refused as refusal:
        return _refused(type(refusal).__name__, str(refusal))
    return JsonResponse({})


@allow(*ANYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The same questions for a one-time code, without any script."""
    campaign = campaign_at(uuid)
    stage = stage_of(campaign, timezone.now())
    asked = form_of(campaign) if stage.is_open else {}
    form = CodeForm(asked.get("questions", []), request.POST if request.method == "POST" else None)
    if stage.is_open and form.is_valid() and _was_cast(campaign, form):
        return _page("thanks", asked=asked)
    status = 422 if form.errors else 200
    return _page("code", status=status, campaign=campaign, stage=stage, asked=asked, form=form)


def _was_cast(campaign: Campaign, form: CodeForm) -> bool:
    try:
        services.spend_code(campaign=campaign, code=form.cleaned_data["code"], plain=form.body(), now=timezone.now())
    except Refused as refusal:
        form.add_error("code" if not isinstance(refusal, NotKept) else None, str(refusal))
        return False
    return True


def _page(name: str, *, status: int = 200, **more: object) -> HttpResponse:
    # Without the request: nothing of it may come into a page.
    page = render_to_string(f"ballots/booth/{name}.html", {"main_url": settings.SITE_URL, **more})
    return HttpResponse(page, status=status)


def _sent(request: HttpRequest) -> dict[str, object]:
    try:
        sent = json.loads(request.body)
    except ValueError:
        return {}
    return sent if isinstance(sent, dict) else {}


def _refused(kind: str, message: str) -> JsonResponse:
    return JsonResponse({"refused": kind, "message": message}, status=422)


@cache
def _hashes() -> dict[str, str]:
    """Path to SHA-256 of all scripts of this app, as they lie in the installed package."""
    found = sorted(path.relative_to(_STATIC).as_posix() for path in _STATIC.rglob("*") if path.suffix in _OF_A_BROWSER)
    return {path: hashlib.sha256((_STATIC / path).read_bytes()).hexdigest() for path in found}


def _release() -> str:
    """One hash over all: of the lines that `sha256sum` prints for them."""
    lines = "".join(f"{digest}  {path}\n" for path, digest in _hashes().items())
    return hashlib.sha256(lines.encode()).hexdigest()
