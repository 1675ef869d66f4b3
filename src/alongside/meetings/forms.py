"""What a host fills in. Each form keeps what was written when something has to be looked at again."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.meetings.memory import NOTHING, QUESTIONS
from alongside.meetings.models import LEAST_NOTICE, MOST_NOTICE, USUAL_NOTICE, MeetingLookBack
from alongside.meetings.parsing import MOST_BYTES
from alongside.meetings.services import KEPT_KINDS, LEAST_COLLEAGUES
from alongside.people.models import Person
from alongside.web.forms import DayInput

MOST_TOLD = 60
MOST_UNDER_WAY = 3
_FURTHEST = dt.timedelta(days=14)


class _QuestionField(forms.ChoiceField):
    template_name = "meetings/_question.html"


class MemoryForm(forms.Form):
    """The four questions. No answer is a good answer too."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for question in QUESTIONS:
            self.fields[question.code] = _QuestionField(
                label=question.words,
                help_text=question.help,
                choices=question.answers,
                widget=forms.RadioSelect,
                required=False,
            )

    def noticed(self) -> frozenset[str]:
        return frozenset(self.cleaned_data.values()) - {"", NOTHING}


class TellForm(forms.Form):
    """Which meeting it was, and who was there."""

    title = forms.CharField(
        label=gettext_lazy("What is the meeting called?"),
        help_text=gettext_lazy("Short, and as the others know it. They read it in their mail."),
        max_length=80,
    )
    meeting_date = forms.DateField(
        label=gettext_lazy("When is it, or when was it?"),
        widget=DayInput(),
    )
    colleagues = forms.ModelMultipleChoiceField(
        Person.objects.none(), label=gettext_lazy("Colleagues"), to_field_name="uuid", required=False
    )
    guests = forms.CharField(
        label=gettext_lazy("Guests"),
        help_text=gettext_lazy("People from elsewhere: one e-mail address a line."),
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        required=False,
        max_length=4000,
    )
    notice_hours = forms.IntegerField(
        label=gettext_lazy("How many working hours do they have to object?"),
        help_text=gettext_lazy("From 2 to 20. They count from 9 to 17, on each person’s own working days."),
        min_value=LEAST_NOTICE,
        max_value=MOST_NOTICE,
        initial=USUAL_NOTICE,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )
    agreed = forms.BooleanField(
        label=gettext_lazy("Everyone in the meeting knows of the transcript, and agreed to it."),
        help_text=gettext_lazy("If you are not sure, ask them first, or use your memory."),
    )

    def __init__(self, *args: Any, host: Person, today: dt.date, **options: Any) -> None:
        super().__init__(*args, **options)
        self._host, self._today = host, today
        field = self.fields["colleagues"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 - tells the type checker which field it is
        field.queryset = Person.objects.visible_to(host).exclude(pk=host.pk)

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        if "://" in title or "www." in title.lower():
            raise ValidationError(_("Leave the address of a page out: a name is enough."))
        return title

    def clean_meeting_date(self) -> dt.date:
        return _not_far_from(self.cleaned_data["meeting_date"], self._today)

    def clean_guests(self) -> list[str]:
        lines = (line.strip(" ,;\t") for line in self.cleaned_data["guests"].splitlines())
        addresses = [line for line in lines if line]
        for number, address in enumerate(addresses, start=1):
            try:
                validate_email(address)
            except ValidationError:
                raise ValidationError(
                    _("Line %(number)s is not an e-mail address: “%(address)s”. Expected one such as kim@example.org."),
                    params={"number": number, "address": address},
                ) from None
        return addresses

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        colleagues, guests = self._sorted_out(told.get("colleagues"), told.get("guests") or [])
        if len(colleagues) < LEAST_COLLEAGUES:
            self.add_error("colleagues", _too_few())
        if MeetingLookBack.objects.visible_to(self._host).kept(timezone.now()).count() >= MOST_UNDER_WAY:
            self.add_error(None, _("Three look-backs are under way. Stop one of them, or use your memory."))
        if len(colleagues) + len(guests) > MOST_TOLD:
            self.add_error("guests", _("At most 60 people can be told."))
        return {**told, "colleagues": colleagues, "guests": guests}

    def told(self) -> dict[str, Any]:
        """What `services.start_look_back` wants to know."""
        wanted = ("title", "meeting_date", "notice_hours", "colleagues", "guests")
        return {name: self.cleaned_data[name] for name in wanted}

    def fields_with_errors(self) -> list[Any]:
        """Pairs of field and errors, for the summary above the form."""
        return [(field, field.errors) for field in self if field.errors]

    def _sorted_out(self, chosen: Any, addresses: list[str]) -> tuple[list[Person], list[str]]:
        """Colleagues whom the host wrote down as guests are colleagues."""
        wanted = {address.lower() for address in addresses} - {self._host.email}
        known = list(Person.objects.visible_to(self._host).filter(email__in=wanted)) if wanted else []
        colleagues = {person.pk: person for person in (*(chosen or ()), *known)}
        return list(colleagues.values()), sorted(wanted - {person.email for person in known})


def _not_far_from(day: dt.date, today: dt.date) -> dt.date:
    if abs(day - today) > _FURTHEST:
        raise ValidationError(_("Choose a day at most 14 days ago or from now."))
    return day


def _too_few() -> str:
    return ngettext(
        "Choose at least one colleague besides you.",
        "Choose at least %(count)s colleagues besides you. With fewer, you could guess who objected. For a smaller "
        "meeting, use your memory.",
        LEAST_COLLEAGUES,
    ) % {"count": LEAST_COLLEAGUES}


class TranscriptForm(forms.Form):
    transcript = forms.FileField(
        label=gettext_lazy("The transcript"),
        help_text=gettext_lazy("From Zoom, Teams, Meet, Webex, Otter and others: at most 20 MB."),
        error_messages={"required": gettext_lazy("Choose a file of at most 20 MB.")},
    )

    def clean_transcript(self) -> bytes:
        file = self.cleaned_data["transcript"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("This file is larger than 20 MB. Cut it into several meetings."))
        text: bytes = file.read()
        return text


class KeepForm(forms.Form):
    """A kind of moment and the day of the meeting: all that goes from a look-back to *Today*."""

    kind = forms.ChoiceField(choices=[(kind, kind) for kind in sorted(KEPT_KINDS)])
    met_on = forms.DateField()

    def clean_met_on(self) -> dt.date:
        return _not_far_from(self.cleaned_data["met_on"], timezone.localdate())
