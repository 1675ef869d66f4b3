"""What everybody sees of rounds, and the leader's page."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import SIGNED_IN, PersonRequest, Role, allow, reach
from alongside.ballots.selectors import campaign_card
from alongside.people.models import Unit
from alongside.voice import replying, selectors
from alongside.voice.drafting import Refused
from alongside.voice.forms import HigherKForm, OwnViewForm, ReplyForm
from alongside.voice.models import Round, Say, Stage
from alongside.voice.wording import KEPT, STAGES, WITHHELD, four_sentences

ROOM = {"room": "listen"}


@allow(*SIGNED_IN)
@require_safe
def rounds(request: PersonRequest) -> HttpResponse:
    now = timezone.now()
    lines = selectors.rounds_for(request.user, now=now)
    waiting = selectors.waiting_for_reply(request.user, now=now) if Role.LEADER in request.user.roles else None
    page = {**ROOM, "lines": lines, "waiting": waiting, "promise": four_sentences(), "kept": KEPT}
    return render(request, "voice/rounds.html", {**page, "makes": Role.DEI_LEAD in request.user.roles})


@allow(*SIGNED_IN)
@require_safe
def one(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """A round while it runs: what is promised, and when. Afterwards: what people said."""
    asked = _opened(request, uuid)
    stage = selectors.stage_of(asked, now=timezone.now())
    page = {**ROOM, "asked": asked, "stage": stage, "stage_words": STAGES[stage], "digest": asked.plan.digest}
    if stage == Stage.RELEASED:
        return render(request, "voice/release.html", {**page, **_results(request, asked)})
    is_lead = Role.DEI_LEAD in request.user.roles
    made = selectors.latest(asked)
    withheld = WITHHELD.get(made.withheld, made.withheld) if made else ""
    page |= {"promise": four_sentences(), "withheld": withheld, "is_lead": is_lead}
    if is_lead and asked.campaign:
        page |= {"card": campaign_card(asked.campaign, timezone.now()), "higher_k": HigherKForm({"k": asked.k})}
    return render(request, "voice/round.html", page)


def _results(request: PersonRequest, asked: Round) -> dict[str, object]:
    made = selectors.latest(asked)
    assert made is not None  # noqa: S101 - the stage says that there is one
    leads = Role.LEADER in request.user.roles and request.user.unit is not None
    return {
        "results": selectors.release_page(asked, made, request.user.unit),
        "is_over": timezone.now() >= made.replies_until,
        "leads": leads,
    }


@allow(Role.LEADER)
@require_http_methods(["GET", "HEAD", "POST"])
def lead(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """The hardest theme of one's unit, and the reply to it; then the next. Nothing here can be put away unanswered."""
    asked, unit = _released(request, uuid), _own_unit(request)
    now = timezone.now()
    cell = selectors.closest_cell(asked, unit)
    items = cell.items if cell else ()
    answered = selectors.answered_for(asked, unit)
    to_answer = next((item for item in items if item.question not in answered), None)
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and to_answer and form.is_valid():
        said = {"say": Say(form.cleaned_data["say"]), "because": form.cleaned_data["because"]}
        question = request.POST.get("question", "")
        try:
            replying.reply(asked=asked, unit=unit, question=question, by=request.user, now=now, **said)
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("voice-lead", asked.uuid)
    own = selectors.own_view(asked, request.user)
    told = {"cell": cell, "items": items, "to_answer": to_answer, "made": selectors.latest(asked)}
    page = {**ROOM, **told, "asked": asked, "unit": unit, "form": form, "own": own}
    below = selectors.units_below(asked, unit)
    return render(request, "voice/lead.html", {**page, "below": below}, status=422 if form.errors else 200)


@allow(Role.LEADER)
@require_safe
def inside(request: PersonRequest, uuid: UUID, unit: UUID) -> HttpResponse:
    """The figures of a unit right below one's own."""
    asked, own = _released(request, uuid), _own_unit(request)
    chosen = Unit.objects.filter(uuid=unit, parent=own).first()
    made = selectors.latest(asked)
    if chosen is None or made is None:
        raise Http404
    page = {**ROOM, "asked": asked, "unit": chosen, "results": selectors.release_page(asked, made, chosen)}
    page |= {"stage_words": STAGES[Stage.RELEASED], "digest": asked.plan.digest}
    return render(request, "voice/release.html", page)


@allow(Role.LEADER)
@require_http_methods(["GET", "HEAD", "POST"])
def own_view(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """What a leader would answer themself: theirs alone, and in no figure."""
    asked = _opened(request, uuid)
    form = OwnViewForm(request.POST or None, asked=asked, initial=selectors.own_points(asked, request.user))
    if request.method == "POST" and form.is_valid():
        replying.keep_own_view(asked=asked, by=request.user, points=form.points())
        messages.success(request, _("Kept."))
        released = selectors.latest(asked)
        return redirect("voice-lead" if released and not released.withheld else "voice-round", asked.uuid)
    page = {**ROOM, "asked": asked, "form": form}
    return render(request, "voice/own_view.html", page, status=422 if form.errors else 200)


def _opened(request: PersonRequest, uuid: UUID) -> Round:
    rounds = Round.objects.select_related("campaign", "plan").defer("plan__text").prefetch_related("releases")
    return reach(rounds, request.user, uuid=uuid, opened_at__isnull=False)


def _released(request: PersonRequest, uuid: UUID) -> Round:
    asked = _opened(request, uuid)
    made = selectors.latest(asked)
    if made is None or made.withheld:
        raise Http404
    return asked


def _own_unit(request: PersonRequest) -> Unit:
    if request.user.unit is None:
        raise Http404
    return request.user.unit
