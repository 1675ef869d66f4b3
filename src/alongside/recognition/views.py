"""Recognition as its giver, its receiver and the DEI lead see it. There is no page on which one could ask for it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import SIGNED_IN, PersonRequest, Role, allow
from alongside.administration.jurisdiction import Feature, profile_of
from alongside.ballots.refusals import Refused
from alongside.recognition import selectors, services
from alongside.recognition.forms import OpeningForm
from alongside.recognition.wording import KINDS


@allow(*SIGNED_IN)
@require_safe
def recognise(request: PersonRequest) -> HttpResponse:
    """How to say who stood by one. It is the same page for everybody: what one gives is not known here."""
    now = timezone.now()
    page = {"quarter": selectors.open_quarter(request.user, now), "now": now, "kinds": KINDS.values()}
    return render(request, "recognition/recognise.html", {**page, "room": "amplify"})


@allow(*SIGNED_IN)
@require_safe
def recognised(request: PersonRequest) -> HttpResponse:
    return render(request, "recognition/recognised.html", {"said": selectors.said_of(request.user), "room": "account"})


@allow(Role.DEI_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def open_quarter(request: PersonRequest) -> HttpResponse:
    form = OpeningForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            services.open_quarter(
                trustees=[form.cleaned_data["first"], form.cleaned_data["second"]],
                by=request.user,
                now=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The quarter is open. Both trustees now make their keys."))
            return redirect("recognition-open")
    return _opening_page(request, form)


def _opening_page(request: PersonRequest, form: OpeningForm) -> HttpResponse:
    now = timezone.now()
    page = {
        "form": form,
        "dates": services.dates_of_quarter(now),
        "quarter": selectors.open_quarter(request.user, now),
        "card": selectors.latest_card(request.user, now),
        "law": profile_of(request.user.organisation).rules[Feature.VOICE_ROUNDS],
        "room": "amplify",
    }
    return render(request, "recognition/open.html", page, status=422 if form.errors else 200)
