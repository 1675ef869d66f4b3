from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.practice.models import Answer
from alongside.practice.wording import LEVERS


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(choices=[(answer.value, answer.value) for answer in Answer])


class LeversForm(forms.Form):
    """What a person can change from where they sit. It asks what they do, and never who they are."""

    levers = forms.MultipleChoiceField(
        label=_("What can you change from where you sit?"),
        help_text=_("Tick what is true today. You can come back."),
        choices=list(LEVERS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
