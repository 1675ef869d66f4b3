"""Look-back on the web, as its host, as somebody who was told, and as whoever has the link to object."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access import ANYONE, SIGNED_IN, PersonRequest, allow, reach
from alongside.administration.jurisdiction import Feature, Rule, State, profile_of
from alongside.meetings import memory, selectors, services
from alongside.meetings.forms import KeepForm, MemoryForm, TellForm, TranscriptForm
from alongside.meetings.jobs import tend_look_backs
from alongside.meetings.models import MeetingLookBack
from alongside.meetings.selectors import Stage
from alongside.meetings.uploads import InMemoryOnly
from alongside.people.models import Person
from alongside.practice.services import remember_moment

ROOM = {"room": "amplify"}


def _law(host: Person) -> Rule:
    """What the organisation's jurisdiction profile says about transcripts."""
    return profile_of(host.organisation).rules[Feature.TRANSCRIPTS]


@allow(*SIGNED_IN)
@require_safe
def home(request: PersonRequest) -> HttpResponse:
    now = timezone.now()
    services.delete_overdue(now=now)
    page = {
        "own": selectors.own_look_backs(request.user, now=now),
        "told": selectors.told_of(request.user, now=now).count(),
        "law": _law(request.user),
    }
    return render(request, "meetings/home.html", {**ROOM, **page})


@allow(*SIGNED_IN)
@require_http_methods(["GET", "HEAD", "POST"])
def from_memory(request: PersonRequest) -> HttpResponse:
    """Four questions. The answers are turned into acts in this one request, and kept nowhere."""
    form = MemoryForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "meetings/from_memory.html", {**ROOM, "form": form})
    page = {**ROOM, "acts": memory.next_time(form.noticed()), "met_on": timezone.localdate()}
    return render(request, "meetings/next_time.html", {**page, "kept_kinds": services.KEPT_KINDS})


@allow(*SIGNED_IN)
@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: PersonRequest) -> HttpResponse:
    """Say which meeting it is and who is there. "Find" looks for colleagues, and tells nobody yet."""
    host, today, law = request.user, timezone.localdate(), _law(request.user)
    if law.state is State.OFF:
        return render(request, "meetings/switched_off.html", {**ROOM, "law": law}, status=403)
    tells = request.method == "POST" and "find" not in request.POST
    form = TellForm(request.POST if tells else None, initial=request.POST.dict(), host=host, today=today)
    if tells and form.is_valid():
        row = services.start_look_back(by=host, now=timezone.now(), **form.told())
        tend_look_backs.enqueue()
        return redirect("meeting", row.uuid)
    asked_for = request.POST.get("who", "").strip()
    chosen = selectors.colleagues_chosen(host, request.POST.getlist("colleagues"))
    found = selectors.colleagues_like(host, asked_for, besides=chosen)
    page = {**ROOM, "form": form, "chosen": chosen, "found": found, "asked_for": asked_for}
    return render(request, "meetings/tell.html", {**page, "law": law})


@allow(*SIGNED_IN)
@require_safe
def look_back(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """How far it is; and once it is open, the look-back itself."""
    now = timezone.now()
    progress = selectors.progress_of(reach(MeetingLookBack.objects.kept(now), request.user, uuid=uuid), now=now)
    page = {**ROOM, "progress": progress, "title": progress.look_back.title}
    if progress.stage == Stage.OPEN:
        kept = {"kept_kinds": services.KEPT_KINDS, "met_on": progress.look_back.meeting_date}
        return render(request, "meetings/look_back.html", {**page, **kept, **selectors.opened(progress.look_back)})
    refusal = selectors.opened(progress.look_back) if progress.stage == Stage.REFUSED else None
    return render(request, "meetings/progress.html", {**page, "refusal": refusal, "form": TranscriptForm()})


@allow(*SIGNED_IN)
@require_POST
@csrf_exempt  # only until the upload has its handler: `_hand_in` checks
def hand_in(request: PersonRequest, uuid: UUID) -> HttpResponse:
    request.upload_handlers = [InMemoryOnly(request)]
    return _hand_in(request, uuid)


@csrf_protect
def _hand_in(request: PersonRequest, uuid: UUID) -> HttpResponse:
    now = timezone.now()
    row = reach(MeetingLookBack.objects.kept(now), request.user, uuid=uuid)
    form = TranscriptForm(request.POST, request.FILES)
    if not form.is_valid():
        page = {**ROOM, "progress": selectors.progress_of(row, now=now), "title": row.title, "form": form}
        return render(request, "meetings/progress.html", page, status=422)
    try:
        services.hand_in(look_back=row, text=form.cleaned_data["transcript"], by=request.user, now=now)
    except services.NotNowError:
        messages.warning(request, _("No transcript is awaited now. Below is how far this look-back is."))
    tend_look_backs.enqueue()
    return redirect("meeting", uuid)


@allow(*SIGNED_IN)
@require_POST
def stop(request: PersonRequest, uuid: UUID) -> HttpResponse:
    row = reach(MeetingLookBack.objects.all(), request.user, uuid=uuid)
    services.stop(look_back=row, by=request.user)
    messages.success(request, _("Deleted. Nothing of this look-back is left."))
    return redirect("meetings")


@allow(*SIGNED_IN)
@require_POST
def keep(request: PersonRequest) -> HttpResponse:
    form = KeepForm(request.POST)
    if form.is_valid():
        remember_moment(by=request.user, kind=form.cleaned_data["kind"], met_on=form.cleaned_data["met_on"])
        messages.success(request, _("Kept for Today: the kind of moment, and no name."))
    return redirect("meetings")


@allow(*SIGNED_IN)
@require_safe
def told(request: PersonRequest) -> HttpResponse:
    now = timezone.now()
    staff_body = profile_of(request.user.organisation).words("staff_body")
    page = {"told": selectors.told_of(request.user, now=now), "now": now, "staff_body": staff_body}
    return render(request, "meetings/told.html", {**ROOM, **page})


@allow(*ANYONE)
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@csrf_exempt  # the address is the secret, and no cookie is needed to object
def object_to(request: HttpRequest, link: str) -> HttpResponse:
    """The one page to object. It is the same for every link, there or not, before and after."""
    if request.method == "POST":
        services.object_to(link=link, now=timezone.now())
    response = render(request, "meetings/object.html", {"done": request.method == "POST"})
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
