"""What a person can say about themself, a form for each part of their page."""

import zoneinfo
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from alongside.people.audio import MOST_BYTES, kind_of
from alongside.people.models import Audience, Person, PronounAnswer

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

EVERYONE = "everyone"
ONLY_YOU = "me"
# Offered while somebody types, in the order of the alphabet; any other words will do as well.
KNOWN_PRONOUNS = ("fae/faer", "he/him", "he/they", "she/her", "she/they", "they/them", "xe/xem", "ze/hir")
_REGIONS = frozenset("Africa America Antarctica Asia Atlantic Australia Europe Indian Pacific".split())


@cache
def known_zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


@cache
def zone_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """The time zones of places, grouped by region; names without a place, such as "EST", are left out."""
    regions: dict[str, list[tuple[str, str]]] = {}
    for zone in sorted(known_zones()):
        region, _slash, place = zone.partition("/")
        if place and region in _REGIONS:
            regions.setdefault(region, []).append((zone, place.replace("_", " ").replace("/", ", ")))
    return [*regions.items(), ("UTC", [("UTC", "UTC")])]


@cache
def _drawn_zones() -> SafeString:
    """The places as options, drawn once: 600 of them take longer than the rest of the page."""
    groups = (
        (region, format_html_join("", '<option value="{}">{}</option>', places)) for region, places in zone_choices()
    )
    return format_html_join("\n", '<optgroup label="{}">{}</optgroup>', groups)


class ZoneSelect(forms.Select):
    """The time zones by region. The one in use stands first, so that the others are the same for everybody."""

    template_name = "people/_zones.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        in_use = [(value, value)] if value in known_zones() else []
        self.choices = [("", _("The zone of the organisation")), *in_use]
        return {**super().get_context(name, value, attrs), "places": _drawn_zones()}


class OwnForm(forms.Form):
    """A part of a person's page. `WHO_SEES` says at each field who will see what is written there."""

    WHO_SEES: ClassVar[dict[str, Any]] = {}

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for name, audience in self.WHO_SEES.items():
            vars(self.fields[name]).update(template_name="people/_field.html", audience=audience)

    @classmethod
    def said_by(cls, person: Person) -> dict[str, object]:
        """What a person has said so far, as the form shows it."""
        return {name: getattr(person, name) for name in cls.base_fields}


class NameForm(OwnForm):
    WHO_SEES: ClassVar = {
        "called": EVERYONE,
        "is_found_by_full_name": _("Who sees this: nobody. Without it, only the name you go by finds you."),
        "respelling": EVERYONE,
        "ipa": EVERYONE,
    }

    called = forms.CharField(
        label=_("What people call you"),
        max_length=100,
        required=False,
        help_text=_("The name you go by, such as Kit Marsh. Here, it stands in place of the name in the records."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    is_found_by_full_name = forms.BooleanField(
        label=_("Colleagues may also find me by the name in the records"), required=False
    )
    respelling = forms.CharField(
        label=_("How to say it"),
        max_length=100,
        required=False,
        help_text=_("Write it as it sounds, the loud part in capitals: shi-VAWN nee VREE-in."),
    )
    ipa = forms.CharField(
        label=_("In the phonetic alphabet"),
        max_length=100,
        required=False,
        help_text=_("If you know it: /ʃɪˈvɔːn/. Most people leave this empty."),
    )


class PronounForm(OwnForm):
    WHO_SEES: ClassVar = {
        "pronoun_answer": _("Who sees this: only those you choose below."),
        "pronouns": _("Who sees this: only those you choose below."),
        "pronoun_audience": ONLY_YOU,
    }

    pronoun_answer = forms.ChoiceField(
        label=_("Your pronouns"),
        choices=PronounAnswer.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "All four are answers. If you would rather not say, your page has no place for it that could look empty."
        ),
    )
    pronouns = forms.CharField(
        label=_("In your words"),
        max_length=60,
        required=False,
        help_text=_("For example she/her, he/him, they/them, she/they, or words that are not listed anywhere."),
        widget=forms.TextInput(attrs={"list": "known-pronouns", "autocomplete": "off"}),
    )
    pronoun_audience = forms.ChoiceField(
        label=_("Who may see your answer"),
        choices=Audience.choices,
        widget=forms.RadioSelect,
        help_text=_("People you meet are the people in your unit."),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("pronoun_answer") != PronounAnswer.GIVEN:
            said["pronouns"] = ""
        elif not said.get("pronouns"):
            self.add_error("pronouns", _("Write the pronouns to use for you, or choose another answer above."))
        return said


class TimeForm(OwnForm):
    WHO_SEES: ClassVar = {"time_zone": ONLY_YOU, "language": ONLY_YOU, "working_days": ONLY_YOU}
    DAYS: ClassVar = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))

    time_zone = forms.CharField(
        label=_("Time zone"),
        required=False,
        help_text=_("The times on your pages are in this zone."),
        widget=ZoneSelect,
    )
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=lambda: [("", _("The language my browser asks for")), *settings.LANGUAGES],
    )
    working_days = forms.MultipleChoiceField(
        label=_("Days you work"),
        choices=[(str(day), name) for day, name in enumerate(DAYS)],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "across"}),
        error_messages={"required": _("Tick at least one day, or nothing could be planned for you.")},
        help_text=_("On the other days nothing comes up for you."),
    )

    @classmethod
    def said_by(cls, person: Person) -> dict[str, object]:
        return {**super().said_by(person), "working_days": [str(day) for day in sorted(person.weekdays)]}

    def clean_time_zone(self) -> str:
        zone: str = self.cleaned_data["time_zone"]
        if zone and zone not in known_zones():
            raise forms.ValidationError(
                _("We do not know this time zone. Choose one from the list, such as Europe/London.")
            )
        return zone

    def clean_working_days(self) -> str:
        return "".join("1" if str(day) in self.cleaned_data["working_days"] else "0" for day in range(7))


class AskForm(OwnForm):
    WHO_SEES: ClassVar = {
        "asks_a_month": _(
            "Who sees this: nobody. Nobody can tell, even if you choose “Not at all”: others then read"
            " the same as when no one happens to be free."
        )
    }

    asks_a_month = forms.TypedChoiceField(
        label=_("How often may colleagues ask you to share what you know?"),
        coerce=int,
        choices=[
            (0, _("Not at all")),
            (1, _("Once a month")),
            (2, _("Twice a month, as for most people")),
            (3, _("Three times a month")),
            (4, _("Four times a month")),
        ],
        widget=forms.RadioSelect,
        help_text=_("This is for everyone alike. You can still ask, read and speak up, whatever you choose here."),
    )


class RecordingForm(forms.Form):
    sound = forms.FileField(
        label=_("A file with your recording"),
        help_text=_("Up to 400 KB, a few seconds: WebM, Ogg, MP4 (also m4a) or WAV."),
        widget=forms.FileInput(attrs={"accept": "audio/*,.m4a,.webm,.ogg,.wav"}),
        error_messages={
            "required": _("Choose a file first, or record yourself."),
            "empty": _("This file is empty. Please record it again."),
        },
    )

    def clean_sound(self) -> bytes:
        file: UploadedFile[bytes] = self.cleaned_data["sound"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("This file is larger than 400 KB. A recording of up to 8 seconds is enough."))
        sound: bytes = file.read()
        if kind_of(sound[:12]) is None:
            raise forms.ValidationError(_("This is not a recording we can play. Save it as WebM, Ogg, MP4 or WAV."))
        return sound
