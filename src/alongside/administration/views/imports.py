"""People from a file: send it, see what it would change, and let exactly that be done."""

import csv
import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access import PersonRequest, Role, allow, reach
from alongside.administration.forms import ImportForm
from alongside.administration.imports import services
from alongside.administration.imports.spreadsheet import safe_cell
from alongside.administration.jobs import apply_import, check_import
from alongside.administration.models import ImportState, LineKind, PeopleImport
from alongside.administration.selectors import lines_told
from alongside.administration.services import Refused

_ON_A_PAGE = 50
_MOVING = (ImportState.CHECKING, ImportState.APPLYING)


@allow(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: PersonRequest) -> HttpResponse:
    form = ImportForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        told = form.cleaned_data
        with transaction.atomic():
            taken = services.take_file(**told, name=told["file"].name, by=request.user, now=timezone.now())
            check_import.enqueue(taken.pk)
        return redirect("administration-import", taken.uuid)
    latest = PeopleImport.objects.visible_to(request.user).order_by("-created_at")[:20]
    status = 422 if form.errors else 200
    return render(request, "administration/imports.html", {"form": form, "latest": latest}, status=status)


@allow(Role.ADMINISTRATOR)
@require_safe
def one(request: PersonRequest, which: uuid.UUID) -> HttpResponse:
    """How far it is; then what it would change, or has changed. The page asks again by itself while it moves."""
    people_import = reach(PeopleImport.objects.all(), request.user, uuid=which)
    is_moving = people_import.state in _MOVING
    if request.headers.get("HX-Request"):
        answer = render(request, "administration/_import_moving.html", {"one": people_import})
        if not is_moving:
            answer.headers["HX-Refresh"] = "true"
        return answer
    kinds = [(kind, people_import.counts.get(kind, 0)) for kind in LineKind]
    kind = request.GET.get("kind", "")
    lines = people_import.lines.filter(kind=kind) if kind in LineKind.values else people_import.lines.all()
    page = Paginator(lines.order_by("kind", "number", "pk"), _ON_A_PAGE).get_page(request.GET.get("page"))
    known = {"one": people_import, "is_moving": is_moving, "kinds": kinds, "kind": kind, "page": page}
    return render(request, "administration/import.html", {**known, "lines": lines_told(page)})


@allow(Role.ADMINISTRATOR)
@require_POST
def apply(request: PersonRequest, which: uuid.UUID) -> HttpResponse:
    people_import = reach(PeopleImport.objects.all(), request.user, uuid=which)
    try:
        with transaction.atomic():
            services.approve(people_import=people_import, digest=request.POST.get("digest", ""))
            apply_import.enqueue(people_import.pk)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("administration-import", which)


@allow(Role.ADMINISTRATOR)
@require_POST
def cancel(request: PersonRequest, which: uuid.UUID) -> HttpResponse:
    people_import = reach(PeopleImport.objects.all(), request.user, uuid=which)
    try:
        services.cancel(people_import=people_import, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("administration-import", which)
    messages.success(request, _("The file is deleted, and nothing was changed."))
    return redirect("administration-imports")


@allow(Role.ADMINISTRATOR)
@require_safe
def bad_lines(request: PersonRequest, which: uuid.UUID) -> HttpResponse:
    """The lines that cannot be used, as a table to work from."""
    people_import = reach(PeopleImport.objects.all(), request.user, uuid=which)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="lines-to-mend.csv"'
    answer.write("\ufeff")  # else spreadsheets take it for another encoding
    table = csv.writer(answer)
    table.writerow(["line", "column", "found", "expected"])
    for line in people_import.lines.filter(kind=LineKind.BAD).order_by("number", "pk").iterator():
        table.writerow([line.number, *(safe_cell(cell) for cell in line.detail[0])])
    return answer
