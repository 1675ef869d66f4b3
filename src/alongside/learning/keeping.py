"""Pages of those who keep what their organisation adds: packs of items, feeds, and a channel to share items in."""

import uuid
from pathlib import Path

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access import PersonRequest, allow, reach
from alongside.engines import practice
from alongside.learning import channel, feeds, packs, selectors
from alongside.learning.forms import AgreedPackForm, ChannelForm, FeedsForm, PackForm, as_sent_back
from alongside.learning.jobs import fetch_feed
from alongside.learning.models import KEEPERS, Feed, Pack, SharedChannel

ROOM = {"room": "learn"}
EXAMPLE = Path(__file__).with_name("example.md").read_text(encoding="utf-8")


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def all_packs(request: PersonRequest) -> HttpResponse:
    """The packs there are; and what one that is sent would change, before it changes anything."""
    form = PackForm(request.POST, request.FILES) if request.method == "POST" else PackForm()
    if not form.is_valid():
        return _packs(request, form)
    name, files = form.cleaned_data["name"], form.cleaned_data["markdown"]
    try:
        changes = packs.look_at(organisation=request.user.organisation, name=name, files=files)
    except practice.FaultyLibrary as faults:
        form.tell(str(faults))
        return _packs(request, form)
    page = {**ROOM, "name": name, "pack": as_sent_back(files), "changes": changes}
    return render(request, "learning/pack.html", page)


@allow(*KEEPERS)
@require_POST
def import_pack(request: PersonRequest) -> HttpResponse:
    """Do what was shown."""
    agreed = AgreedPackForm(request.POST)
    if not agreed.is_valid():
        messages.error(request, _("Nothing was imported. Choose the files again."))
        return redirect("packs")
    name, files = agreed.cleaned_data["name"], agreed.cleaned_data["pack"]
    try:
        packs.import_pack(by=request.user, name=name, files=files, now=timezone.now())
    except practice.FaultyLibrary as faults:
        form = PackForm(request.POST, request.FILES)
        form.tell(str(faults))
        return _packs(request, form)
    messages.success(request, _("The pack is imported."))
    return redirect("packs")


@allow(*KEEPERS)
@require_POST
def remove_pack(request: PersonRequest, which: uuid.UUID) -> HttpResponse:
    pack = reach(Pack.objects.all(), request.user, uuid=which)
    packs.remove_pack(pack=pack, by=request.user, now=timezone.now())
    messages.success(request, _("The pack is removed."))
    return redirect("packs")


def _packs(request: PersonRequest, form: PackForm) -> HttpResponse:
    page = {**ROOM, "form": form, "packs": selectors.packs_for(request.user), "example": EXAMPLE}
    return render(request, "learning/packs.html", page, status=422 if form.errors else 200)


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def all_feeds(request: PersonRequest) -> HttpResponse:
    form = FeedsForm(request.POST, request.FILES) if request.method == "POST" else FeedsForm()
    if form.is_valid():
        try:
            with transaction.atomic():
                for feed in feeds.follow(by=request.user, feeds=form.feeds, now=timezone.now()):
                    fetch_feed.enqueue(feed.pk)
        except feeds.TooManyFeeds:
            form.add_error(None, _("An organisation can follow 100 feeds. Remove some first."))
        else:
            messages.success(request, _("The feeds are followed. What is new comes in a moment."))
            return redirect("feeds")
    page = {**ROOM, "form": form, "feeds": selectors.feeds_for(request.user)}
    return render(request, "learning/feeds.html", page, status=422 if form.errors else 200)


@allow(*KEEPERS)
@require_POST
def remove_feed(request: PersonRequest, which: uuid.UUID) -> HttpResponse:
    feed = reach(Feed.objects.all(), request.user, uuid=which)
    feeds.unfollow(feed=feed, by=request.user, now=timezone.now())
    messages.success(request, _("The feed is removed."))
    return redirect("feeds")


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def shared_channel(request: PersonRequest) -> HttpResponse:
    form = ChannelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        channel.share(by=request.user, **form.cleaned_data, now=timezone.now())
        messages.success(request, _("The channel is kept."))
        return redirect("shared-channel")
    shared = SharedChannel.objects.visible_to(request.user).first()
    page = {**ROOM, "form": form, "shared": shared, "hour": channel.HOUR}
    return render(request, "learning/channel.html", page, status=422 if form.errors else 200)


@allow(*KEEPERS)
@require_POST
def remove_channel(request: PersonRequest) -> HttpResponse:
    channel.stop_sharing(by=request.user, now=timezone.now())
    messages.success(request, _("Nothing is posted any more."))
    return redirect("shared-channel")
