"""What the engine's hints say."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

HINTS: Mapping[str, "_StrPromise"] = MappingProxyType(
    {
        "intent_first": _("This begins with what you meant. What if it began with what it did to them?"),
        "but": _("There is a “but” after the apology. What comes after it takes the apology back."),
        "if": _("“If” or “that you felt” leaves open whether anything happened. Say what you did."),
        "nobody_did_it": _("Here nobody did it. Say “I”."),
        "asks_for_forgiveness": _("This asks them for something. An apology can stand without an answer."),
    }
)
