"""What a writer pastes, and the words they choose."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.writing.choices import LEFT_OUT
from alongside.writing.selectors import Mark

LONGEST_TEXT = 100_000


class TextForm(forms.Form):
    text = forms.CharField(
        label=_("Your text"),
        max_length=LONGEST_TEXT,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "true"}),
        help_text=_("A mail, an advert, a page. It is checked and forgotten: nothing you paste here is kept."),
    )
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[
            ("text", _("A text")),
            ("advert", _("A job advert")),
            ("markdown", _("Markdown")),
            ("html", _("A web page (HTML)")),
        ],
        initial="text",
        widget=forms.RadioSelect(attrs={"class": "across"}),
    )
    locale = forms.ChoiceField(
        label=_("Which English?"),
        choices=[("en-GB", _("British")), ("en-US", _("American"))],
        initial="en-GB",
        widget=forms.RadioSelect(attrs={"class": "across"}),
    )

    def clean_text(self) -> str:
        # A browser sends CRLF for every line end; offsets and the text shown are those of the text as it was written.
        text: str = self.cleaned_data["text"]
        return text.replace("\r\n", "\n")


class WordsForm(forms.Form):
    """For each thing that was marked the words in its place; nothing, and it stays as it is."""

    def __init__(self, marks: Sequence[Mark], *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for mark in marks:
            offered = (*mark.words, LEFT_OUT) if mark.may_go else mark.words
            self.fields[_field(mark)] = forms.ChoiceField(choices=[(words, words) for words in offered], required=False)

    def chosen(self, mark: Mark) -> str:
        """The new words, `LEFT_OUT`, or nothing."""
        words: str = self.cleaned_data[_field(mark)]
        return words


def _field(mark: Mark) -> str:
    return f"words-{mark.number}"
