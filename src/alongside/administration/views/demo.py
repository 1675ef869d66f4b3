"""Sign in as one of the sample people: in a demo, at this machine, and nowhere else."""

import uuid

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from alongside.access import ANYONE, allow
from alongside.administration.sample import ORGANISATION, parts
from alongside.people.models import Person

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1", "[::1]"})
# What a proxy adds. Through one, a request from far away looks as if it came from here.
_FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED", "HTTP_VIA")


@allow(*ANYONE)
@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    _only_in_a_demo(request)
    return render(request, "administration/demo.html", {"parts": parts()})


@allow(*ANYONE)
@require_POST
def be(request: HttpRequest, person: uuid.UUID) -> HttpResponse:
    _only_in_a_demo(request)
    if person not in {part.uuid for part in parts()}:
        raise Http404
    someone = get_object_or_404(Person, uuid=person, organisation__uuid=ORGANISATION, is_active=True)
    logout(request)
    login(request, someone, backend="alongside.people.sign_in.PersonBackend")
    return redirect("today")


def _only_in_a_demo(request: HttpRequest) -> None:
    """Go on if this is a demo, and whoever asks sits at this machine.

    Raises:
        Http404: it is not, or they do not; the page is then as if it had never been.
    """
    host = request.get_host().rsplit(":", 1)[0] if not request.get_host().endswith("]") else request.get_host()
    near = host in LOOPBACK and request.META.get("REMOTE_ADDR", "").partition("%")[0] in LOOPBACK
    if not (settings.DEMO and near) or any(header in request.META for header in _FORWARDED):
        raise Http404
