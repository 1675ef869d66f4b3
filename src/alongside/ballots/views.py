"""Pages of the main address: one's own passes, and the two trustees with their keys."""

from base64 import b64encode
from uuid import UUID

from csp.constants import WASM_UNSAFE_EVAL
from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside.access import SIGNED_IN, PersonRequest, allow, reach
from alongside.ballots import pocket, services
from alongside.ballots.consumers import form_of, keep_of
from alongside.ballots.forms import BytesForm
from alongside.ballots.models import Campaign, Trustee
from alongside.ballots.refusals import Refused
from alongside.ballots.selectors import campaigns_to_guard

ROOM = {"room": "listen"}
# libsodium is WebAssembly. The word lets it be compiled, on the page of a trustee's key and on no other.
with_libsodium = csp_update({"script-src": [WASM_UNSAFE_EVAL]})


@allow(*SIGNED_IN)
@require_safe
def passes(request: PersonRequest) -> HttpResponse:
    """What a pass is, and on which device it is; the script knows that, and the server does not."""
    places = [(place, form_of(place.campaign)["title"]) for place in pocket.places_of(request.user, timezone.now())]
    shown = {"places": places, "voice_url": settings.VOICE_URL, "has_keys": bool(campaigns_to_guard(request.user))}
    return render(request, "ballots/passes.html", {**ROOM, **shown})


@allow(*SIGNED_IN)
@require_safe
def passes_to_fetch(request: PersonRequest) -> JsonResponse:
    """For the script, on a page that everybody opens: the passes that are given out to this person now."""
    now = timezone.now()
    fetching = [
        {
            "campaign": str(place.campaign.uuid),
            "mark": place.mark,
            "label": place.label,
            "key": place.public_key,
            "until": place.campaign.spend_until.timestamp(),
            "isIssued": place.is_issued,
        }
        for place in pocket.places_of(request.user, now)
        if place.can_fetch
    ]
    return JsonResponse({"passes": fetching})


@allow(*SIGNED_IN)
@require_POST
def sign_pass(request: PersonRequest, uuid: UUID) -> JsonResponse:
    """Sign a pass that the browser has blinded: the server never sees the pass itself."""
    form, campaign = BytesForm(request.POST), reach(Campaign.objects, request.user, uuid=uuid)
    if not form.is_valid():
        return _not_ours()
    try:
        blinded = form.cleaned_data["bytes"]
        signature = services.sign_blinded(campaign=campaign, person=request.user, blinded=blinded, now=timezone.now())
    except Refused as refusal:
        return _refused(refusal)
    return JsonResponse({"signature": b64encode(signature).decode()})


@allow(*SIGNED_IN)
@require_POST
def code(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """A one-time code, on the page that answers: it is shown once, and kept nowhere."""
    campaign = reach(Campaign.objects, request.user, uuid=uuid)
    shown = {**ROOM, "campaign": campaign, "voice_url": settings.VOICE_URL}
    try:
        given = services.give_code(campaign=campaign, person=request.user, now=timezone.now())
    except Refused as refusal:
        return render(request, "ballots/code.html", {**shown, "refusal": str(refusal)}, status=422)
    return render(request, "ballots/code.html", {**shown, "code": given})


@allow(*SIGNED_IN)
@require_safe
def trusted(request: PersonRequest) -> HttpResponse:
    """The campaigns of which this person is one of the two trustees."""
    own = Trustee.objects.visible_to(request.user).filter(campaign__closed_at=None).select_related("campaign")
    rows = [(one, form_of(one.campaign)["title"]) for one in own.order_by("campaign__spend_until")]
    return render(request, "ballots/trusted.html", {**ROOM, "rows": rows})


@allow(*SIGNED_IN)
@with_libsodium  # type: ignore[arg-type]  # whom the gate lets through is a person
@require_safe
def trustee(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """What this trustee can do now: make their key, wait, or open their lock."""
    one = reach(Trustee.objects.select_related("campaign"), request.user, campaign__uuid=uuid)
    campaign, now = one.campaign, timezone.now()
    other = campaign.trustees.select_related("person").exclude(pk=one.pk).get()
    shown = {
        "one": one,
        "other": other,
        "campaign": campaign,
        "title": form_of(campaign)["title"],
        "is_over": now >= campaign.spend_until,
        "is_lost": campaign.is_lost(now) or bool(now >= campaign.spend_until and not campaign.locked_secret),
        "is_turn": one.position == 1 or other.has_opened,
        "locked": b64encode(campaign.locked_secret).decode(),
        "public_key": b64encode(one.public_key).decode(),
    }
    return render(request, "ballots/trustee.html", {**ROOM, **shown})


@allow(*SIGNED_IN)
@require_POST
def give_key(request: PersonRequest, uuid: UUID) -> JsonResponse:
    """Take the public key of a trustee. The private one is a file that only they have."""
    one = reach(Trustee.objects.select_related("campaign"), request.user, campaign__uuid=uuid)
    form = BytesForm(request.POST)
    if not form.is_valid():
        return _not_ours()
    try:
        key = form.cleaned_data["bytes"]
        services.become_trustee(campaign=one.campaign, person=request.user, public_key=key, now=timezone.now())
    except Refused as refusal:
        return _refused(refusal)
    return JsonResponse({})


@allow(*SIGNED_IN)
@require_POST
def hand_in(request: PersonRequest, uuid: UUID) -> JsonResponse:
    """Take what a trustee's browser found in their box. With the second one's, all answers are opened at once."""
    one = reach(Trustee.objects.select_related("campaign"), request.user, campaign__uuid=uuid)
    form = BytesForm(request.POST)
    if not form.is_valid():
        return _not_ours()
    campaign, opened, now = one.campaign, form.cleaned_data["bytes"], timezone.now()
    try:
        if one.position == 1:
            services.open_layer(campaign=campaign, person=request.user, opened=opened, now=now)
        else:
            services.close(campaign=campaign, secret=opened, keep=keep_of(campaign), by=request.user, now=now)
    except Refused as refusal:
        return _refused(refusal)
    return JsonResponse({})


def _refused(refusal: Refused) -> JsonResponse:
    return JsonResponse({"refused": type(refusal).__name__, "message": str(refusal)}, status=422)


def _not_ours() -> JsonResponse:
    message = _("This is not what our page sends. Please reload it, and try again.")
    return JsonResponse({"refused": "NotUnderstood", "message": message}, status=422)
