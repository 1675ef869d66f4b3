"""Whose law applies, and what follows from it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import SIGNED_IN, PersonRequest, Role, allow
from alongside.administration import services
from alongside.administration.forms import JurisdictionForm
from alongside.administration.jurisdiction import State, profile_of


@allow(*SIGNED_IN)
@require_safe
def show(request: PersonRequest) -> HttpResponse:
    profile = profile_of(request.user.organisation)
    told = (
        (State.ON, _("On")),
        (State.LIMITED, _("On, within limits")),
        (State.OFF, _("Off")),
    )
    groups = [(words, [rule for rule in profile.rules.values() if rule.state is state]) for state, words in told]
    called = (
        (_("Whoever speaks for the staff"), profile.words("staff_body")),
        (_("Groups of colleagues who have something in common"), profile.words("groups")),
        (_("Who may join a programme"), profile.words("programmes")),
    )
    page = {"profile": profile, "groups": groups, "called": called}
    return render(request, "administration/jurisdiction.html", page)


@allow(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: PersonRequest) -> HttpResponse:
    organisation = request.user.organisation
    form = JurisdictionForm(request.POST or None, initial={"jurisdiction": organisation.jurisdiction})
    if form.is_valid():
        services.choose_jurisdiction(
            organisation=organisation,
            jurisdiction=form.cleaned_data["jurisdiction"],
            by=request.user,
            now=timezone.now(),
        )
        messages.success(request, _("This is what applies now."))
        return redirect("jurisdiction")
    status = 422 if form.errors else 200
    return render(request, "administration/choose_jurisdiction.html", {"form": form}, status=status)
