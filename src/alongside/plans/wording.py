"""The engine's codes in words, and why a plan needs each of its parts."""

from types import MappingProxyType
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrPromise

CHANGES: "Mapping[str, _StrPromise]" = MappingProxyType(
    {
        "process": _("A process: how something is done"),
        "criterion": _("A criterion: what something is judged by"),
        "budget": _("A budget: what money is for"),
        "slate": _("A slate: who is considered"),
        "rule": _("A rule: what goes for everybody"),
    }
)
COSTS: "Mapping[str, _StrPromise]" = MappingProxyType(
    {
        "time": _("Time"),
        "airtime": _("Airtime: I speak less"),
        "status": _("Status: I look less good for a while"),
        "budget": _("Budget: money for something else"),
        "risk": _("Risk: somebody may not like it"),
        "control": _("Control: I decide less by myself"),
    }
)
STILL_THERE: "Mapping[str, _StrPromise]" = MappingProxyType(
    {
        "in_force": _("Still in force"),
        "changed": _("Changed, and still there"),
        "gone": _("It is gone"),
    }
)
INTENTIONS: "Mapping[str, _StrPromise]" = MappingProxyType(
    {
        "conversation": _("A conversation"),
        "amplifying": _("Making room for somebody’s voice"),
        "introduction": _("An introduction"),
        "coffee": _("A coffee"),
        "advice": _("Advice"),
        "reading": _("Reading or listening"),
        "other": _("Something else"),
    }
)
WHY_NEEDED: "Mapping[str, _StrPromise]" = MappingProxyType(
    {
        "changes": _(
            "Choose what you will change: a process, a criterion, a budget, a slate or a rule. Kind words alone leave"
            " things as they are."
        ),
        "change": _("Say what will be different, so that others could see it too."),
        "owner": _("Name who owns it. What belongs to nobody does not last."),
        "artefact": _("Say where one will see it. In 90 days you will be asked whether it is still there."),
        "before": _("Say how it is now, or you cannot tell later whether anything changed."),
        "after": _("Say how it will be, or you cannot tell later whether anything changed."),
        "cost_kind": _("A plan that costs nothing rarely changes anything. Choose what it costs you."),
        "cost": _("A plan that costs nothing rarely changes anything. Name one cost."),
        "when": _("Tie it to a moment. People who name one do what they mean to do far more often."),
        "then": _("Say the one thing that you will do in that moment."),
    }
)
