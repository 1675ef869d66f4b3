"""People and their roles, units, and the list of what was done."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import PersonRequest, Role, allow, reach
from alongside.access.models import AuditEvent
from alongside.access.roles import GIVEN
from alongside.administration import selectors, services
from alongside.administration.forms import PersonForm, RoleForm, UnitForm
from alongside.people.models import Unit

_ON_A_PAGE = 50


@allow(Role.ADMINISTRATOR)
@require_safe
def home(request: PersonRequest) -> HttpResponse:
    return render(request, "administration/home.html")


@allow(Role.ADMINISTRATOR)
@require_safe
def people(request: PersonRequest) -> HttpResponse:
    asked, role = request.GET.get("q", "").strip()[:100], request.GET.get("role", "")
    found = selectors.people_on_record(request.user, asked=asked, role=role)
    page = Paginator(found, _ON_A_PAGE).get_page(request.GET.get("page"))
    shown = [(person, [selectors.ROLE_NAMES[given] for given in GIVEN if given in person.roles]) for person in page]
    return render(
        request,
        "administration/people.html",
        {"page": page, "shown": shown, "asked": asked, "role": role, "roles": selectors.ROLE_NAMES.items()},
    )


@allow(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: PersonRequest, person: uuid.UUID) -> HttpResponse:
    someone = reach(selectors.OnRecord(), request.user, uuid=person)
    form = RoleForm(request.POST or None)
    if form.is_valid():
        change = services.give_role if form.cleaned_data["act"] == "give" else services.take_role
        try:
            change(person=someone, role=Role(form.cleaned_data["role"]), by=request.user, now=timezone.now())
        except services.Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("administration-person", person)
    roles = [(role, selectors.ROLE_NAMES[role], role in someone.roles) for role in GIVEN]
    return render(request, "administration/person.html", {"someone": someone, "roles": roles})


@allow(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def add_person(request: PersonRequest) -> HttpResponse:
    form = PersonForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        unit = Unit.objects.visible_to(request.user).filter(code=told["unit"]).first()
        if told["unit"] and unit is None:
            form.add_error("unit", _("There is no unit with this code."))
        else:
            try:
                added = services.add_person(
                    full_name=told["full_name"], email=told["email"], unit=unit, by=request.user, now=timezone.now()
                )
            except services.Refused as refusal:
                form.add_error("email", str(refusal))
            else:
                return redirect("administration-person", added.uuid)
    return render(request, "administration/add_person.html", {"form": form}, status=422 if form.errors else 200)


@allow(Role.ADMINISTRATOR)
@require_safe
def units(request: PersonRequest) -> HttpResponse:
    below = selectors.units_below(request.user.organisation, None)
    page = Paginator(below, _ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "administration/units.html", {"page": page})


@allow(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def unit(request: PersonRequest, unit: uuid.UUID) -> HttpResponse:
    one = reach(Unit.objects.select_related("parent"), request.user, uuid=unit)
    form = UnitForm(request.POST or None, initial={"name": one.name})
    if form.is_valid():
        services.rename_unit(unit=one, name=form.cleaned_data["name"], by=request.user, now=timezone.now())
        return redirect("administration-unit", unit)
    below = selectors.units_below(request.user.organisation, one)
    page = Paginator(below, _ON_A_PAGE).get_page(request.GET.get("page"))
    status = 422 if form.errors else 200
    return render(request, "administration/unit.html", {"unit": one, "form": form, "page": page}, status=status)


@allow(Role.ADMINISTRATOR)
@require_safe
def audit(request: PersonRequest) -> HttpResponse:
    events = AuditEvent.objects.filter(organisation=request.user.organisation.uuid).order_by("-at", "pk")
    page = Paginator(events, _ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "administration/audit.html", {"page": page, "lines": selectors.audit_lines(page)})
