"""What somebody writes of their plan."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.engines import practice
from alongside.plans.wording import CHANGES, COSTS, INTENTIONS, STILL_THERE, WHY_NEEDED
from alongside.web.forms import DayInput


class PlanForm(forms.Form):
    """A draft may be kept with holes in it, though nothing here is left to liking."""

    may_be_half_written = True

    changes = forms.ChoiceField(
        label=_("What kind of thing will you change?"),
        choices=list(CHANGES.items()),
        widget=forms.RadioSelect,
        required=False,
        help_text=_("Coffee, advice and reading are good, and they change none of these."),
    )
    change = forms.CharField(
        label=_("What will be different?"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example: the criteria for promotion are written down before names are put forward."),
    )
    owner = forms.CharField(
        label=_("Who owns it?"),
        max_length=160,
        required=False,
        help_text=_("You, or whoever has agreed to it."),
    )
    before = forms.CharField(label=_("How is it now?"), max_length=400, required=False)
    after = forms.CharField(label=_("How will it be?"), max_length=400, required=False)
    artefact = forms.CharField(
        label=_("Where will one see it?"),
        max_length=400,
        required=False,
        help_text=_("A page, a template, an entry in a calendar: something that is still there in 90 days."),
    )
    cost_kind = forms.ChoiceField(
        label=_("What will it cost you?"), choices=list(COSTS.items()), widget=forms.RadioSelect, required=False
    )
    cost = forms.CharField(
        label=_("The cost, in your words"),
        max_length=400,
        required=False,
        help_text=_("For example: I can no longer decide this alone."),
    )
    when = forms.CharField(
        label=_("When …"),
        max_length=160,
        required=False,
        help_text=_("A moment that you will notice: “I open the agenda for Monday”."),
    )
    then = forms.CharField(
        label=_("… I will"),
        max_length=400,
        required=False,
        help_text=_("One thing you do in it: “put the criteria first, before any names”."),
    )

    def say_what_is_missing(self, missing: tuple[str, ...]) -> None:
        for name in missing:
            self.add_error(name, WHY_NEEDED[name])


class NextDateForm(forms.Form):
    next_date = forms.DateField(
        label=_("When will you look at it next?"),
        widget=DayInput(),
        help_text=_("Within five weeks."),
    )


class RecheckForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("Is it still so?"),
        choices=list(STILL_THERE.items()),
        widget=forms.RadioSelect(attrs={"class": "across"}),
    )
    artefact = forms.CharField(
        label=_("Where can one see it?"),
        max_length=400,
        required=False,
        help_text=_("A page, a template, an entry in a calendar. Not needed if it is gone."),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("answer") in {"in_force", "changed"} and not said.get("artefact"):
            self.add_error("artefact", _("Say where one can see it, or choose “It is gone”."))
        return said


class IntentionForm(forms.Form):
    kind = forms.ChoiceField(label=_("What is it?"), choices=list(INTENTIONS.items()))
    when = forms.CharField(label=_("When …"), max_length=160)
    then = forms.CharField(label=_("… I will"), max_length=400)


def started_from(act: practice.Act) -> dict[str, str]:
    """What a structural act of the catalogue already says of a plan."""
    return {
        "changes": act.changes,
        "change": act.title,
        "cost_kind": act.cost.kind if act.cost.kind in practice.PLAN_COSTS else "",
        "cost": act.cost.text if act.cost.kind in practice.PLAN_COSTS else "",
    }
