from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.engines.practice import HOURS
from alongside.notify.forms import WebhookField
from alongside.notify.models import CHATS
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


class ReminderForm(forms.Form):
    """When and by what. Nothing is ticked beforehand."""

    hour = forms.TypedChoiceField(
        label=_("At what time?"),
        coerce=int,
        choices=[(hour, f"{hour:02}:00") for hour in HOURS],
        initial=9,
        help_text=_("In your time zone, on the days you work, once a day at most."),
        widget=forms.Select(attrs={"class": "short"}),
    )
    by_mail = forms.BooleanField(
        label=_("By mail"), required=False, help_text=_("Your company’s mail server can see that a mail came.")
    )
    chat = forms.ChoiceField(
        label=_("By chat"),
        required=False,
        choices=[("", _("No chat")), *CHATS],
        widget=forms.RadioSelect(attrs={"class": "across"}),
    )
    chat_address = WebhookField(
        label=_("The address of your incoming webhook"),
        required=False,
        help_text=_("Slack and Teams give it to you. It begins with https://. Choose one that only you read."),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("chat") and not said.get("chat_address") and "chat_address" not in self.errors:
            self.add_error("chat_address", _("Paste the address that your chat gave you, or choose “No chat”."))
        return {**said, "chat_address": said.get("chat_address", "") if said.get("chat") else ""}
