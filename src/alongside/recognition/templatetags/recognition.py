"""What stands of recognition on pages that are not its own."""

from typing import Any
from uuid import UUID

from django import template
from django.conf import settings
from django.utils import timezone

from alongside.recognition.selectors import place_to_give

register = template.Library()


@register.inclusion_tag("recognition/_say_what_they_did.html", takes_context=True)
def say_what_they_did(context: dict[str, Any], uuid: UUID, name: str) -> dict[str, Any]:
    """The way from a colleague's page to the voice host, while giving is possible: the same on everybody's page.

    A script adds to it whom it is about, behind the # that is never sent. So only one's own browser knows.
    """
    place = place_to_give(context["request"].user, timezone.now())
    return {"place": place, "uuid": uuid, "name": name, "voice_url": settings.VOICE_URL}
