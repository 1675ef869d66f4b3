"""Private notes, which the server keeps and cannot read; and a draft to put a mistake right, which it does not keep."""

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access import SIGNED_IN, PersonRequest, allow, reach
from alongside.engines import practice
from alongside.reflection.forms import NotebookForm, NoteForm, RepairForm
from alongside.reflection.models import MOST_NOTES, Note, Notebook
from alongside.reflection.wording import HINTS

ROOM = {"room": "account"}


@allow(*SIGNED_IN)
@never_cache
@require_safe
def notes(request: PersonRequest) -> HttpResponse:
    """The page that the module works on: the wrapped key and the notes, all of it unreadable here."""
    notebook = Notebook.objects.filter(person=request.user).first()
    own = Note.objects.visible_to(request.user).order_by("-pk")
    sealed = [{"uuid": str(note.uuid), "sealed": note.sealed} for note in own]
    return render(request, "reflection/notes.html", {**ROOM, "notebook": notebook, "sealed": sealed})


@allow(*SIGNED_IN)
@require_POST
def keep_key(request: PersonRequest) -> JsonResponse:
    """Keep the wrapped key: the first one, or the same key under a new passphrase."""
    form = NotebookForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422)
    Notebook.objects.update_or_create(person=request.user, defaults=form.cleaned_data)
    return JsonResponse({})


@allow(*SIGNED_IN)
@require_POST
def keep_note(request: PersonRequest) -> JsonResponse:
    form, own = NoteForm(request.POST), Note.objects.visible_to(request.user)
    if not form.is_valid() or own.count() >= MOST_NOTES or not Notebook.objects.filter(person=request.user).exists():
        return JsonResponse({"errors": form.errors}, status=422)
    return JsonResponse({"uuid": str(own.create(person=request.user, **form.cleaned_data).uuid)})


@allow(*SIGNED_IN)
@require_POST
def delete_note(request: PersonRequest, uuid: UUID) -> JsonResponse:
    reach(Note.objects, request.user, uuid=uuid).delete()
    return JsonResponse({})


@allow(*SIGNED_IN)
@require_POST
def forget_all(request: PersonRequest) -> JsonResponse:
    """Delete the key and all notes: the way on for whoever has neither the passphrase nor the recovery code."""
    Note.objects.visible_to(request.user).delete()
    Notebook.objects.filter(person=request.user).delete()
    return JsonResponse({})


@allow(*SIGNED_IN)
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def repair(request: PersonRequest) -> HttpResponse:
    """Write down how to put a mistake right. The draft is in the request and in the answer, and nowhere else."""
    form = RepairForm(request.POST or None)
    page = {**ROOM, "form": form}
    if request.method != "POST" or not form.is_valid():
        return render(request, "reflection/repair.html", page, status=422 if form.errors else 200)
    draft = practice.Repair(**form.cleaned_data)
    hints = [HINTS[hint] for hint in practice.hints(draft)]
    return render(request, "reflection/repair.html", {**page, "draft": draft, "hints": hints})
