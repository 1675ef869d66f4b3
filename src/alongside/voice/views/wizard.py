"""Making a round, step by step. Each step is kept by itself, and can be gone back to until the round is open."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access import PersonRequest, Role, allow, reach
from alongside.administration.jurisdiction import Feature, State, profile_of
from alongside.engines.release import UnusableRound
from alongside.voice import drafting, opening, previewing
from alongside.voice.forms import CutsForm, FrameForm, HigherKForm, PeopleForm, QuestionsForm
from alongside.voice.jobs import open_large_round, work_out_preview
from alongside.voice.models import Round

ROOM = {"room": "listen"}


def steps() -> list[str]:
    return [_("People"), _("Questions"), _("Groups"), _("Days and keys"), _("Check")]


@allow(Role.DEI_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: PersonRequest) -> HttpResponse:
    law = profile_of(request.user.organisation).rules[Feature.VOICE_ROUNDS]
    if law.state is State.OFF:
        return render(request, "voice/switched_off.html", {**ROOM, "law": law}, status=403)
    form = PeopleForm(request.POST or None, organisation=request.user.organisation)
    if request.method == "POST" and form.is_valid():
        draft = drafting.start_round(by=request.user, **form.cleaned_data)
        return redirect("voice-questions", draft.uuid)
    return _step(request, form, 1, law=law)


@allow(Role.DEI_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: PersonRequest, uuid: UUID) -> HttpResponse:
    draft = reach(Round.writable, request.user, uuid=uuid)
    kept = {"title": draft.title, "units": draft.units.values_list("uuid", flat=True)}
    form = PeopleForm(request.POST or None, initial=kept, organisation=request.user.organisation)
    return _keep(
        request, draft, form, 1, "voice-questions", lambda: drafting.set_people(draft=draft, **form.cleaned_data)
    )


@allow(Role.DEI_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: PersonRequest, uuid: UUID) -> HttpResponse:
    draft = reach(Round.writable, request.user, uuid=uuid)
    form = QuestionsForm(request.POST or None, initial=QuestionsForm.of(draft))
    return _keep(request, draft, form, 2, "voice-cuts", lambda: drafting.set_questions(draft=draft, **form.chosen()))


@allow(Role.DEI_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def cuts(request: PersonRequest, uuid: UUID) -> HttpResponse:
    draft = reach(Round.writable, request.user, uuid=uuid)
    form = CutsForm(request.POST or None, initial=CutsForm.of(draft))
    return _keep(request, draft, form, 3, "voice-dates", lambda: drafting.set_cuts(draft=draft, **form.cleaned_data))


@allow(Role.DEI_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def dates(request: PersonRequest, uuid: UUID) -> HttpResponse:
    draft = reach(Round.writable, request.user, uuid=uuid)
    now = timezone.now()
    kept = FrameForm.of(draft, today=timezone.localdate(now))
    form = FrameForm(request.POST or None, initial=kept, organisation=request.user.organisation)
    return _keep(
        request, draft, form, 4, "voice-check", lambda: drafting.set_frame(draft=draft, now=now, **form.frame())
    )


@allow(Role.DEI_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """What could be shown and what not, in words; and the button that opens the round."""
    draft = reach(Round.writable, request.user, uuid=uuid)
    now = timezone.now()
    if request.method == "POST":
        return _open(request, draft)
    if draft.preview is None and draft.questions and not draft.is_being_planned:
        _work_out(draft)
    page = {
        **ROOM,
        "draft": draft,
        "faults": drafting.faults_of(draft, now=now),
        "preview": previewing.in_words(draft),
        "law": profile_of(draft.organisation).rules[Feature.VOICE_ROUNDS],
        "steps": steps(),
    }
    return render(request, "voice/check.html", page)


@allow(Role.DEI_LEAD)
@require_POST
def delete(request: PersonRequest, uuid: UUID) -> HttpResponse:
    drafting.forget_draft(draft=reach(Round.writable, request.user, uuid=uuid))
    return redirect("voice")


@allow(Role.DEI_LEAD)
@require_POST
def raise_k(request: PersonRequest, uuid: UUID) -> HttpResponse:
    asked = reach(Round.objects, request.user, uuid=uuid, opened_at__isnull=False)
    form = HigherKForm(request.POST)
    if form.is_valid():
        try:
            opening.raise_k(asked=asked, k=form.cleaned_data["k"], by=request.user, now=timezone.now())
        except (opening.KMayNotFall, drafting.Refused) as refusal:
            messages.error(request, str(refusal))
    else:
        messages.error(request, _("Expected a whole number from 5 to 20."))
    return redirect("voice-round", asked.uuid)


def _open(request: PersonRequest, draft: Round) -> HttpResponse:
    if drafting.is_large(draft):
        Round.objects.filter(pk=draft.pk, opened_at=None).update(is_being_planned=True)
        open_large_round.enqueue(draft.pk, request.user.pk)
        return redirect("voice-check", draft.uuid)
    try:
        opening.open_round(draft=draft, by=request.user, now=timezone.now())
    except (drafting.Refused, UnusableRound) as refusal:
        messages.error(request, str(refusal))
        return redirect("voice-check", draft.uuid)
    return redirect("voice-round", draft.uuid)


def _work_out(draft: Round) -> None:
    if drafting.is_large(draft):
        draft.is_being_planned = True
        draft.save(update_fields=["is_being_planned"])
        work_out_preview.enqueue(draft.pk)
    else:
        drafting.preview(draft=draft)


def _keep(  # noqa: PLR0913, PLR0917 - one step of the wizard
    request: PersonRequest, draft: Round, form: forms.Form, step: int, then: str, keep: Callable[[], None]
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            keep()
        except drafting.Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(then, draft.uuid)
    return _step(request, form, step, draft=draft)


def _step(request: PersonRequest, form: forms.Form, step: int, **more: Any) -> HttpResponse:
    page = {**ROOM, "form": form, "step": step, "steps": steps(), "name": steps()[step - 1], **more}
    return render(request, "voice/step.html", page, status=422 if form.errors else 200)
