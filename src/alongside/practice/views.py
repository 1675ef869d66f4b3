"""Today, the five rooms, and what a person can change."""

from django.conf import settings
from django.contrib import messages
from django.forms import model_to_dict
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access import ANYONE, SIGNED_IN, PersonRequest, allow
from alongside.plans.selectors import plan_today
from alongside.practice import reminding, selectors, services
from alongside.practice.calendar import calendar_feed
from alongside.practice.forms import AnswerForm, LeversForm, ReminderForm
from alongside.practice.models import Answer, Reminder


@allow(*SIGNED_IN)
@require_safe
def today(request: PersonRequest) -> HttpResponse:
    day = services.offer_today(by=request.user, now=timezone.now())
    shown = selectors.shown(day.choice, day.answer, is_first=day.is_first)
    plan = plan_today(request.user, today=day.choice.on)
    return render(request, "practice/today.html", {"day": shown, "plan": plan})


@allow(*SIGNED_IN)
@require_safe
def week(request: PersonRequest) -> HttpResponse:
    shown = selectors.week(request.user, today=request.user.local_date(timezone.now()))
    return render(request, "practice/week.html", {"week": shown, "room": "today"})


@allow(*SIGNED_IN)
@require_POST
def say(request: PersonRequest) -> HttpResponse:
    form = AnswerForm(request.POST)
    if form.is_valid():
        on = request.user.local_date(timezone.now())
        services.answer(by=request.user, on=on, said=Answer(form.cleaned_data["answer"]))
    return redirect("today")


@allow(*SIGNED_IN)
@require_http_methods(["GET", "HEAD", "POST"])
def levers(request: PersonRequest) -> HttpResponse:
    named = selectors.levers(request.user)
    form = LeversForm(request.POST or None, initial={"levers": named})
    if request.method == "POST" and form.is_valid():
        services.name_levers(by=request.user, codes=form.cleaned_data["levers"])
        messages.success(request, _("Kept."))
        return redirect(f"{reverse('levers')}#changes")
    page = {"form": form, "changes": selectors.shown_acts(services.changes_for(request.user, named)), "room": "learn"}
    return render(request, "practice/levers.html", page)


@allow(*SIGNED_IN)
@require_safe
def room(request: PersonRequest, area: str) -> HttpResponse:
    return render(request, "practice/room.html", {"place": selectors.room(area), "room": area.replace("_", "-")})


@allow(*SIGNED_IN)
@require_safe
def act(request: PersonRequest, code: str) -> HttpResponse:
    found = selectors.act(code)
    if found is None:
        raise Http404
    return render(request, "practice/act.html", {"act": found, "room": found.room})


@allow(*SIGNED_IN)
@require_http_methods(["GET", "HEAD", "POST"])
def reminders(request: PersonRequest) -> HttpResponse:
    row = Reminder.objects.filter(person=request.user).first()
    form = ReminderForm(request.POST or None, initial=model_to_dict(row) if row else None)
    if request.method == "POST" and form.is_valid():
        reminding.set_reminders(by=request.user, said=form.cleaned_data, now=timezone.now())
        messages.success(request, _("Kept."))
        return redirect("reminders")
    address = settings.SITE_URL + reverse("calendar", args=[row.calendar]) if row and row.calendar else ""
    page = {"form": form, "address": address}
    return render(request, "practice/reminders.html", page, status=422 if form.errors else 200)


@allow(*SIGNED_IN)
@require_POST
def calendar_address(request: PersonRequest) -> HttpResponse:
    """Make a private address for a calendar, or take it back."""
    if "close" in request.POST:
        reminding.close_calendar(by=request.user)
    else:
        reminding.open_calendar(by=request.user, now=timezone.now())
    return redirect("reminders")


@allow(*ANYONE)
@never_cache
@require_safe
def calendar(_request: HttpRequest, token: str) -> HttpResponse:
    """What a calendar reads, which cannot sign in: whoever has the address has the dates, and nothing else."""
    row = reminding.calendar_of(token)
    if row is None:
        raise Http404
    return HttpResponse(calendar_feed(row, now=timezone.now()), content_type="text/calendar; charset=utf-8")
