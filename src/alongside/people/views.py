"""Your page, the directory, and the pages of people and units."""

from collections.abc import Mapping
from types import MappingProxyType
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import i18n
from django.views.decorators.http import require_POST, require_safe

from alongside.access import ANYONE, SIGNED_IN, PersonRequest, allow, reach
from alongside.people import own_data, selectors, services
from alongside.people.audio import asked_part
from alongside.people.forms import KNOWN_PRONOUNS, AskForm, NameForm, OwnForm, PronounForm, RecordingForm, TimeForm
from alongside.people.models import Person, Recording, Unit

SECTIONS: dict[str, type[OwnForm]] = {"name": NameForm, "pronouns": PronounForm, "time": TimeForm, "asks": AskForm}


@allow(*SIGNED_IN)
@require_safe
def your_page(request: PersonRequest) -> HttpResponse:
    return _your_page(request)


@allow(*SIGNED_IN)
@require_POST
def change(request: PersonRequest, section: str) -> HttpResponse:
    """Keep one part of one's own page."""
    if section not in SECTIONS:
        raise Http404
    form = SECTIONS[section](request.POST)
    if not form.is_valid():
        return _your_page(request, wrong={section: form}, status=422)
    services.say_about_self(by=request.user, said=form.cleaned_data)
    messages.success(request, _("Your page is as you left it."))
    return redirect("your-page")


@allow(*ANYONE)
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Change the language of the pages: for whoever is signed in, wherever they are; else for this browser."""
    language = request.POST.get("language", "")
    if request.user.is_authenticated and language in dict(settings.LANGUAGES):
        services.say_about_self(by=request.user, said={"language": language})
    return i18n.set_language(request)


@allow(*SIGNED_IN)
@require_POST
def record(request: PersonRequest) -> HttpResponse:
    form = RecordingForm(request.POST, request.FILES)
    if not form.is_valid():
        return _your_page(request, recording=form, status=422)
    services.keep_recording(by=request.user, sound=form.cleaned_data["sound"])
    messages.success(request, _("Colleagues can now hear how you say your name."))
    return redirect("your-page")


@allow(*SIGNED_IN)
@require_POST
def delete_recording(request: PersonRequest) -> HttpResponse:
    services.delete_recording(by=request.user)
    messages.success(request, _("Your recording is deleted."))
    return redirect("your-page")


@allow(*SIGNED_IN)
@require_safe
def your_data(request: PersonRequest) -> HttpResponse:
    return render(request, "people/your_data.html", {"kept": own_data.kept_about(request.user)})


@allow(*SIGNED_IN)
@require_safe
def your_data_file(request: PersonRequest) -> HttpResponse:
    response = HttpResponse(own_data.as_json(request.user), content_type="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="alongside-about-me.json"'
    return response


@allow(*SIGNED_IN)
@require_safe
def directory(request: PersonRequest) -> HttpResponse:
    asked = request.GET.get("q", "")[:100].strip()
    everyone = Person.objects.visible_to(request.user)
    people = everyone.named(asked) if asked else everyone
    units = selectors.units_named(request.user, asked) if asked else selectors.units_at_the_top(request.user)
    page = selectors.people_page(people, _after(request))
    return render(request, "people/directory.html", {"asked": asked, "page": page, "units": units})


@allow(*SIGNED_IN)
@require_safe
def person(request: PersonRequest, uuid: UUID) -> HttpResponse:
    shown = reach(Person.objects, request.user, uuid=uuid)
    page = {"profile": selectors.profile(shown, request.user), "uuid": uuid, "is_you": shown == request.user}
    return render(request, "people/person.html", page)


@allow(*SIGNED_IN)
@require_safe
def unit(request: PersonRequest, uuid: UUID) -> HttpResponse:
    shown = reach(Unit.objects, request.user, uuid=uuid)
    page = selectors.unit_page(shown, request.user, _after(request))
    above = [(reverse("unit", args=[unit.uuid]), unit.name) for unit in page.above]
    crumbs = [(reverse("directory"), _("Directory")), *above, ("", shown.name)]
    return render(request, "people/unit.html", {"page": page, "crumbs": crumbs})


@allow(*SIGNED_IN)
@require_safe
def recording(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """How somebody says their name, as a sound and never as anything that a browser could run."""
    kept = reach(Recording.objects, request.user, person__uuid=uuid)
    with kept.file.open() as file:
        sound = file.read()
    part = asked_part(request.headers.get("Range", ""), len(sound))
    response = HttpResponse(sound[part] if part else sound, content_type=kept.kind, status=206 if part else 200)
    if part:
        response.headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{len(sound)}"
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Content-Disposition"] = "attachment"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _after(request: PersonRequest) -> Person | None:
    """The person after whom a page of people starts; the first page if the address names nobody."""
    try:
        uuid = UUID(request.GET.get("after", ""))
    except ValueError:
        return None
    return Person.objects.visible_to(request.user).filter(uuid=uuid).first()


def _your_page(
    request: PersonRequest,
    *,
    wrong: Mapping[str, OwnForm] = MappingProxyType({}),
    recording: RecordingForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """One's own page. What was sent and cannot be kept stays in its form, with what to do about it."""
    person = request.user
    has_recording = Recording.objects.filter(person=person).exists()
    page = {
        "forms": {name: wrong.get(name) or kind(initial=kind.said_by(person)) for name, kind in SECTIONS.items()},
        "known_pronouns": KNOWN_PRONOUNS,
        "recording": recording or RecordingForm(),
        "recording_url": selectors.recording_url(person.uuid) if has_recording else "",
    }
    return render(request, "people/your_page.html", page, status=status)
