"""The questions of a campaign as a form: for the page with a pass, and for the one with a one-time code."""

import binascii
import json
from base64 import b64decode
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alongside.ballots.colleagues import ColleaguesField


class QuestionsForm(forms.Form):
    """One field for each question that a consumer's `form_of` gives. Each may be left out, but not all."""

    may_be_half_written = True

    def __init__(self, questions: list[dict[str, Any]], *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.asked = [question["id"] for question in questions]
        for question in questions:
            self.fields[question["id"]] = _field(question)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not any(self.answers().values()):
            raise forms.ValidationError(gettext("Please answer at least one question."))
        return cleaned

    def answers(self) -> dict[str, Any]:
        """What was given. Boxes of which none is ticked are an answer too: they were seen."""
        given = {name: self.cleaned_data.get(name) for name in self.asked}
        return {name: value for name, value in given.items() if value or isinstance(value, list)}

    def body(self) -> bytes:
        """What goes into the sealed box, just as the script of the page with a pass writes it."""
        return json.dumps({"answers": self.answers()}).encode()


class CodeForm(QuestionsForm):
    """The same, behind a one-time code."""

    code = forms.CharField(
        label=_("Your one-time code"),
        help_text=_("32 letters and digits. Capitals, spaces and strokes do not matter."),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


def _field(question: dict[str, Any]) -> forms.Field:
    shown: dict[str, Any] = {"label": question["text"], "help_text": question.get("why", ""), "required": False}
    choices = [(option["value"], option["text"]) for option in question["options"]]
    if question["kind"] == "themes":
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **shown)
    if question["kind"] == "people":
        return ColleaguesField(most=question["most"], find=question["find"], choices=choices, **shown)
    if question["kind"] == "words":
        return forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 5}), **shown)
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **shown)


class Base64Field(forms.Field):
    """Bytes, as a script sends them. The views have the words for whoever reads of a fault."""

    def to_python(self, value: Any) -> bytes:
        try:
            return b64decode(value or "", validate=True)
        except (binascii.Error, TypeError, ValueError) as fault:
            raise forms.ValidationError(gettext("Expected bytes in Base64.")) from fault


class BallotForm(forms.Form):
    """A sealed ballot with its pass."""

    label = forms.CharField(max_length=200)
    prepared = Base64Field()
    signature = Base64Field()
    sealed = Base64Field()


class BytesForm(forms.Form):
    """One number that a browser has made: a blinded pass, a public key, what was in a box."""

    bytes = Base64Field()
