import json
from collections import Counter
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.engines.practice import RECALLS
from alongside.learning.feed_reading import Unreadable, as_https, is_followed, read_opml
from alongside.notify.forms import WebhookField
from alongside.notify.models import CHATS

MOST_FILES = 20
MOST_BYTES = 500_000
_MOST_FAULTS = 20

ROLES_OF_A_DAY = (
    ("", _("Nothing special")),
    ("host", _("I call or chair a meeting")),
    ("interviewer", _("I interview somebody")),
    ("reviewer", _("I judge somebody’s work")),
    ("leader", _("I lead people")),
)


class DayForm(forms.Form):
    """What somebody does today, as they say: nothing is read from a calendar, and nothing of it is kept."""

    role = forms.ChoiceField(
        label=_("What is on today?"), choices=ROLES_OF_A_DAY, required=False, widget=forms.RadioSelect
    )


class RecallForm(forms.Form):
    item = forms.SlugField(max_length=80)
    recall = forms.ChoiceField(choices=[(recall, recall) for recall in RECALLS])


class ClearableFileInput(forms.ClearableFileInput):
    """For several files. By its name the form's template knows it for a box to drop files on."""

    allow_multiple_selected = True


class _FilesField(forms.FileField):
    """One file or several, chosen at once; what is in each, by its name."""

    widget = ClearableFileInput(attrs={"accept": ".md,.markdown,text/markdown"})

    def clean(self, data: Any, _initial: object = None) -> dict[str, bytes]:
        files = [super(_FilesField, self).clean(file) for file in data or [None]]
        size = sum(file.size for file in files)
        if len(files) > MOST_FILES or size > MOST_BYTES:
            raise forms.ValidationError(
                _("%(files)d files of %(size)d bytes. At most %(most)d files of %(bytes)d bytes can be read."),
                params={"files": len(files), "size": size, "most": MOST_FILES, "bytes": MOST_BYTES},
            )
        twice = [name for name, times in Counter(file.name for file in files).items() if times > 1]
        if twice:
            raise forms.ValidationError(_("Two files are called %(name)s. Rename one."), params={"name": twice[0]})
        return {file.name: file.read() for file in files}


class PackForm(forms.Form):
    name = forms.CharField(
        label=_("What is the pack called?"),
        max_length=100,
        help_text=_("A pack of the same name is replaced by this one."),
    )
    markdown = _FilesField(label=_("Markdown files"), help_text=_("One file or several, each with one item or more."))

    def tell(self, faults: str) -> None:
        """Say what is wrong with the files: a sentence for each fault, and of very many the first."""
        lines = faults.splitlines()
        more = [_("And %(more)d more.") % {"more": len(lines) - _MOST_FAULTS}] if len(lines) > _MOST_FAULTS else []
        self.add_error("markdown", [*lines[:_MOST_FAULTS], *more])


class AgreedPackForm(forms.Form):
    """A pack that somebody has looked at. It is checked again: nothing depends on what the browser sends back."""

    name = forms.CharField(max_length=100)
    pack = forms.CharField(max_length=4 * MOST_BYTES, strip=False)

    def clean_pack(self) -> dict[str, bytes]:
        try:
            texts = json.loads(self.cleaned_data["pack"])
        except (ValueError, RecursionError):
            texts = None
        if (
            not isinstance(texts, dict)
            or len(texts) > MOST_FILES
            or not all(isinstance(t, str) for t in texts.values())
        ):
            raise forms.ValidationError(_("Choose the files again."))
        return {name: text.encode("utf-8", "replace") for name, text in texts.items()}


def as_sent_back(files: dict[str, bytes]) -> str:
    """What `AgreedPackForm` reads. The files are UTF-8, or they would be no pack."""
    return json.dumps({name: content.decode("utf-8-sig") for name, content in files.items()}, ensure_ascii=False)


class ChannelForm(forms.Form):
    """A channel that many read. There is nothing to choose of whom it is about: it is about nobody."""

    chat = forms.ChoiceField(label=_("Which chat?"), choices=CHATS, widget=forms.RadioSelect(attrs={"class": "across"}))
    address = WebhookField(
        label=_("The address of the channel’s incoming webhook"),
        help_text=_("Slack and Teams give it to you. It begins with https://."),
    )


class FeedsForm(forms.Form):
    """One address, or a list of them from another program."""

    address = forms.CharField(
        label=_("Address of a feed"),
        max_length=500,
        required=False,
        widget=forms.URLInput,
        help_text=_("RSS, Atom or a podcast. Only public addresses are fetched, by https."),
    )
    opml = forms.FileField(
        label=_("Or a list of feeds (OPML)"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".opml,.xml,text/x-opml"}),
        help_text=_("Most podcast and feed programs can export one."),
    )

    def clean_address(self) -> str:
        address = as_https(self.cleaned_data["address"])
        if address and not is_followed(address):
            raise forms.ValidationError(_("Write an address that begins with https://."))
        return address

    def clean_opml(self) -> list[tuple[str, str]]:
        file = self.cleaned_data["opml"]
        if not file:
            return []
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                _("The file has %(size)d bytes. At most %(most)d can be read."),
                params={"size": file.size, "most": MOST_BYTES},
            )
        try:
            return read_opml(file.read())
        except Unreadable as fault:
            raise forms.ValidationError(str(fault)) from fault

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors and not said["address"] and not said["opml"]:
            raise forms.ValidationError(_("Write an address, or choose a file."))
        return said

    @property
    def feeds(self) -> list[tuple[str, str]]:
        """Title and address of each feed; the title of a single one is found when it is fetched."""
        address = self.cleaned_data["address"]
        return [*self.cleaned_data["opml"], *([("", address)] if address else [])]
