"""Scenes to rehearse. The way through one is in the address, and is kept nowhere else."""

import re

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from alongside.access import SIGNED_IN, PersonRequest, allow
from alongside.engines import practice
from alongside.rehearsal import selectors

ROOM = {"room": "learn"}
# No scene has more steps than this has digits; whatever is longer was not written by a page of ours.
_WAY = re.compile(r"(?:[1-9](?:\.[1-9]){0,8})?", re.ASCII)


@allow(*SIGNED_IN)
@require_safe
def scenes(request: PersonRequest) -> HttpResponse:
    """All of them; those for what somebody says that they do today come first."""
    listed = selectors.listed(request.GET.get("role", ""))
    return render(request, "rehearsal/scenes.html", {**ROOM, "listed": listed})


@allow(*SIGNED_IN)
@require_safe
def scene(request: PersonRequest, code: str) -> HttpResponse:
    """What comes up in a scene, before it does; and three ways on."""
    found = _scene(code)
    return render(request, "rehearsal/scene.html", {**ROOM, "scene": found, "seat": selectors.seat(found)})


@allow(*SIGNED_IN)
@require_safe
def play(request: PersonRequest, code: str) -> HttpResponse:
    found = _scene(code)
    choices = _choices(request)
    page = selectors.moving(found, _walk(found, choices), choices)
    if page is None:
        end = reverse("scene-end", args=[code])
        return redirect(f"{end}?{urlencode({'way': request.GET.get('way', '')})}")
    return render(request, "rehearsal/play.html", {**ROOM, "page": page})


@allow(*SIGNED_IN)
@require_safe
def debrief(request: PersonRequest, code: str) -> HttpResponse:
    """The end, from wherever one comes: whoever skips has it without a moment gone through."""
    found = _scene(code)
    choices = _choices(request)
    page = selectors.debrief(found, _walk(found, choices), choices)
    return render(request, "rehearsal/end.html", {**ROOM, "page": page})


@allow(*SIGNED_IN)
@require_safe
def lines(request: PersonRequest) -> HttpResponse:
    """Lines to take along: of one scene, or of all."""
    chosen = request.GET.get("scene", "")
    shown = [_scene(chosen)] if chosen else [*practice.our_scenes().values()]
    return render(request, "rehearsal/lines.html", {**ROOM, "scenes": shown, "of_one": bool(chosen)})


def _scene(code: str) -> practice.Scene:
    found = selectors.scene_with(code)
    if found is None:
        raise Http404
    return found


def _choices(request: PersonRequest) -> list[int]:
    way = request.GET.get("way", "")
    if not _WAY.fullmatch(way):
        raise Http404
    return [int(choice) for choice in way.split(".")] if way else []


def _walk(scene: practice.Scene, choices: list[int]) -> practice.Walk:
    try:
        return practice.walk(scene, choices)
    except practice.NoSuchWay as none:
        raise Http404 from none
