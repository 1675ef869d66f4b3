"""Two minutes a day, and what one has already read."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from alongside.access import SIGNED_IN, PersonRequest, allow
from alongside.learning import selectors, services
from alongside.learning.forms import DayForm, RecallForm
from alongside.learning.models import KEEPERS

ROOM = {"room": "learn"}


@allow(*SIGNED_IN)
@require_safe
def lesson(request: PersonRequest) -> HttpResponse:
    """The item of the day, for what somebody says that they do today."""
    form = DayForm(request.GET)
    role = form.cleaned_data["role"] if form.is_valid() else ""
    page = selectors.lesson_today(request.user, roles=[role] if role else [], now=timezone.now())
    return render(
        request, "learning/lesson.html", {**ROOM, "page": page, "role": role, "form": DayForm({"role": role})}
    )


@allow(*SIGNED_IN)
@require_POST
def recall(request: PersonRequest) -> HttpResponse:
    """Say how well it was remembered, or that it was read."""
    form = RecallForm(request.POST)
    item = selectors.item_of(request.user, form.cleaned_data["item"]) if form.is_valid() else None
    if item is None:
        raise Http404
    services.remember(by=request.user, item=item, recall=form.cleaned_data["recall"], now=timezone.now())
    return redirect("lesson")


@allow(*SIGNED_IN)
@require_safe
def item(request: PersonRequest, code: str) -> HttpResponse:
    found = selectors.item_of(request.user, code)
    if found is None:
        raise Http404
    return render(request, "learning/item.html", {**ROOM, "page": selectors.page_of(found)})


@allow(*SIGNED_IN)
@require_safe
def read(request: PersonRequest) -> HttpResponse:
    return render(request, "learning/read.html", {**ROOM, "read": selectors.read_by(request.user)})


@allow(*SIGNED_IN)
@require_safe
def library(request: PersonRequest) -> HttpResponse:
    """What the organisation has added, the same for everyone in it."""
    keeps = not request.user.roles.isdisjoint(KEEPERS)
    own = {"items": selectors.own_items(request.user), "entries": selectors.latest_entries(request.user)}
    page = {**ROOM, **own, "keeps": keeps}
    return render(request, "learning/library.html", page)
