"""Today, the five rooms, and what a person can change."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access import SIGNED_IN, PersonRequest, allow
from alongside.practice import selectors, services
from alongside.practice.forms import AnswerForm, LeversForm
from alongside.practice.models import Answer


@allow(*SIGNED_IN)
@require_safe
def today(request: PersonRequest) -> HttpResponse:
    choice, answer = services.offer_today(by=request.user, now=timezone.now())
    return render(request, "practice/today.html", {"day": selectors.shown(choice, answer)})


@allow(*SIGNED_IN)
@require_POST
def say(request: PersonRequest) -> HttpResponse:
    form = AnswerForm(request.POST)
    if form.is_valid():
        on = services.local_day(request.user, timezone.now())
        services.answer(by=request.user, on=on, said=Answer(form.cleaned_data["answer"]))
    return redirect("today")


@allow(*SIGNED_IN)
@require_http_methods(["GET", "HEAD", "POST"])
def levers(request: PersonRequest) -> HttpResponse:
    form = LeversForm(request.POST or None, initial={"levers": selectors.levers(request.user)})
    if request.method == "POST" and form.is_valid():
        services.name_levers(by=request.user, codes=form.cleaned_data["levers"])
        return redirect("today")
    return render(request, "practice/levers.html", {"form": form, "room": "learn"})


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
