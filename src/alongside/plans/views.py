"""The quarter's plan, as its author writes it and comes back to it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access import SIGNED_IN, PersonRequest, allow, reach
from alongside.engines import practice
from alongside.plans import selectors, services
from alongside.plans.forms import IntentionForm, NextDateForm, PlanForm, RecheckForm, started_from
from alongside.plans.models import Plan

ROOM = {"room": "account"}


@allow(*SIGNED_IN)
@require_safe
def plan(request: PersonRequest) -> HttpResponse:
    now = timezone.now()
    services.carry_on(by=request.user, now=now)
    return _page(request)


@allow(*SIGNED_IN)
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: PersonRequest) -> HttpResponse:
    """Write the plan; "begin" asks for it to be whole, and keeps it as a draft while it is not."""
    code = request.GET.get("act", "")
    form = PlanForm(request.POST or None, initial=_so_far(request, code))
    page = {**ROOM, "form": form, "code": code}
    if request.method != "POST" or not form.is_valid():
        return render(request, "plans/write.html", page, status=422 if form.errors else 200)
    now = timezone.now()
    try:
        kept = services.write(by=request.user, said=form.cleaned_data, act=request.POST.get("act", "")[:80], now=now)
        if "begin" in request.POST:
            services.activate(plan=kept, by=request.user, now=now)
    except services.NotWhole as lacking:
        form.say_what_is_missing(lacking.missing)
        return render(request, "plans/write.html", page, status=422)
    except services.NoSuchMove:
        pass  # it was active already, and what was written is kept
    return redirect("plan")


def _so_far(request: PersonRequest, code: str) -> dict[str, str]:
    act = practice.our_catalogue().by_code.get(code)
    if act and act.is_structural:
        return started_from(act)
    now = selectors.latest(request.user)
    return {name: getattr(now, name) for name in practice.NEEDED} if now else {}


@allow(*SIGNED_IN)
@require_POST
def move(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """Begin, let it rest, or take it up again."""
    own = reach(Plan.objects, request.user, uuid=uuid)
    try:
        if "rest" in request.POST:
            services.rest(plan=own)
        else:
            services.activate(plan=own, by=request.user, now=timezone.now())
    except services.NotWhole:
        return redirect("plan-write")
    except services.NoSuchMove:
        messages.info(request, _("Your plan is already so."))
    return redirect("plan")


@allow(*SIGNED_IN)
@require_POST
def next_date(request: PersonRequest, uuid: UUID) -> HttpResponse:
    own, form = reach(Plan.objects, request.user, uuid=uuid), NextDateForm(request.POST)
    if form.is_valid():
        try:
            services.look_again_on(plan=own, wanted=form.cleaned_data["next_date"], by=request.user, now=timezone.now())
        except services.TooFarAway:
            form.add_error("next_date", _("Choose a day from tomorrow on, within five weeks."))
        except services.NoSuchMove:
            messages.info(request, _("This plan rests. Take it up again first."))
    return _page(request, dated=form) if form.errors else redirect("plan")


@allow(*SIGNED_IN)
@require_POST
def also(request: PersonRequest, uuid: UUID) -> HttpResponse:
    own, form = reach(Plan.objects, request.user, uuid=uuid), IntentionForm(request.POST)
    if not form.is_valid():
        return _page(request, meant=form)
    services.intend(plan=own, **form.cleaned_data)
    return redirect("plan")


@allow(*SIGNED_IN)
@require_POST
def recheck(request: PersonRequest, uuid: UUID, pk: int) -> HttpResponse:
    own = reach(Plan.objects, request.user, uuid=uuid)
    asked = own.rechecks.filter(pk=pk).first()
    if asked is None:
        raise Http404
    form = RecheckForm(request.POST, prefix=f"look-{pk}")
    if not form.is_valid():
        return _page(request, looked={pk: form})
    services.answer_recheck(recheck=asked, **form.cleaned_data)
    return redirect("plan")


def _page(
    request: PersonRequest,
    *,
    dated: NextDateForm | None = None,
    meant: IntentionForm | None = None,
    looked: dict[int, RecheckForm] | None = None,
) -> HttpResponse:
    shown = selectors.plan_page(request.user, today=request.user.local_date(timezone.now()))
    due = [(each, (looked or {}).get(each.pk) or RecheckForm(prefix=f"look-{each.pk}")) for each in shown.due]
    forms = {"dated": dated or NextDateForm(), "meant": meant or IntentionForm(), "due": due}
    wrong = any((dated, meant, looked))
    return render(request, "plans/plan.html", {**ROOM, "page": shown, **forms}, status=422 if wrong else 200)
