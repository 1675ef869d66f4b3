"""What a DEI lead fills in to make a round, and what a leader fills in to answer for one."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.administration.jurisdiction import profile_of
from alongside.engines import listening
from alongside.people.models import Organisation, Person, Unit
from alongside.voice.drafting import LONGEST_QUESTION, MOST_OWN, OwnQuestion
from alongside.voice.form import questions_of
from alongside.voice.models import LEAST_K, MOST_K, Round, Say
from alongside.voice.wording import SAYS, SCALES, SUBJECTS
from alongside.web.forms import DayInput

_MOST_UNITS = 60


class PeopleForm(forms.Form):
    """What the round is called, and who is asked."""

    title = forms.CharField(label=gettext_lazy("What is the round called?"), max_length=100)
    units = forms.ModelMultipleChoiceField(
        Unit.objects.none(),
        label=gettext_lazy("Who is asked?"),
        help_text=gettext_lazy("Choose none to ask everyone. A unit brings along all units in it."),
        widget=forms.CheckboxSelectMultiple,
        to_field_name="uuid",
        required=False,
    )

    def __init__(self, *args: Any, organisation: Organisation, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["units"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 - tells the type checker which field it is
        field.queryset = _upper_units(organisation)


def _upper_units(organisation: Organisation) -> QuerySet[Unit]:
    """The two upper levels of the tree: deeper units are seldom large enough for a round of their own."""
    upper = Q(parent=None) | Q(parent__parent=None)
    keys = Unit.objects.filter(upper, organisation=organisation).order_by("sort_name").values("pk")[:_MOST_UNITS]
    return Unit.objects.filter(pk__in=keys).order_by("sort_name")


class QuestionsForm(forms.Form):
    """From the bank, and up to four of one's own."""

    # No part of the bank has to be used.
    may_be_half_written = True

    asks_themes = forms.BooleanField(
        label=gettext_lazy("Also ask which themes should change first"), required=False, initial=True
    )
    own = forms.CharField(
        label=gettext_lazy("Your own statements, one a line"),
        help_text=gettext_lazy(
            "Up to four. They are answered from “never” to “always”; “often” and “always” count as good. Name nobody."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=MOST_OWN * (LONGEST_QUESTION + 2),
    )
    takes_words = forms.BooleanField(
        label=gettext_lazy("Also take words that people want shown as they stand"),
        help_text=gettext_lazy("Shown where at least 10 people of a group wrote some. Style can tell who wrote."),
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        bank = listening.our_questions().values()
        for subject in listening.SUBJECTS:
            self.fields[subject] = forms.MultipleChoiceField(
                label=str(SUBJECTS[subject]),
                choices=[(one.code, _with_why(one)) for one in bank if one.subject == subject],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        self.order_fields([*listening.SUBJECTS, "own", "asks_themes", "takes_words"])

    def clean_own(self) -> list[OwnQuestion]:
        lines = [line.strip() for line in self.cleaned_data["own"].splitlines() if line.strip()]
        if any(len(line) > LONGEST_QUESTION for line in lines):
            raise ValidationError(_("A statement is at most 200 letters long."))
        return [OwnQuestion(line, "how_often", is_good_when_high=True) for line in lines]

    def chosen(self) -> dict[str, Any]:
        said = self.cleaned_data
        codes = [code for subject in listening.SUBJECTS for code in said[subject]]
        kept = ("own", "asks_themes", "takes_words")
        return {"codes": codes, **{name: said[name] for name in kept}}

    @staticmethod
    def of(draft: Round) -> dict[str, Any]:
        asked = questions_of(draft)
        by_subject = {subject: [one.code for one in asked if one.subject == subject] for subject in listening.SUBJECTS}
        own = "\n".join(one.text for one in asked if not one.subject)
        return {**by_subject, "own": own, "asks_themes": draft.asks_themes, "takes_words": draft.takes_words}


def _with_why(question: listening.Question) -> str:
    source = "; ".join(question.sources)
    return format_html("{} <small>{} {}</small>", _(question.text), _(question.why), source)


class CutsForm(forms.Form):
    """By what figures are divided besides units."""

    cuts = forms.CharField(
        label=gettext_lazy("Ways to divide the results, one a line"),
        help_text=gettext_lazy("For example: Time here: under a year, 1 to 5 years, longer. At most three, or none."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=2_000,
    )

    def clean_cuts(self) -> list[tuple[str, list[str]]]:
        lines = [line for line in self.cleaned_data["cuts"].splitlines() if line.strip()]
        for line in lines:
            if ":" not in line:
                raise ValidationError(
                    _("“%(line)s” has no colon. Expected a name, a colon, and values with commas between them."),
                    params={"line": line.strip()},
                )
        return [self._cut(*line.split(":", 1)) for line in lines]

    @staticmethod
    def _cut(name: str, values: str) -> tuple[str, list[str]]:
        return name.strip(), [value.strip() for value in values.split(",") if value.strip()]

    @staticmethod
    def of(draft: Round) -> dict[str, str]:
        return {"cuts": "\n".join(f"{name}: {', '.join(values)}" for name, values in draft.cuts)}


_ADVISED = {
    "issue_from": dt.timedelta(days=1),
    "spend_from": dt.timedelta(days=8),
    "spend_until": dt.timedelta(days=22),
}


class FrameForm(forms.Form):
    """When it is, who keeps the keys, and k."""

    issue_from = forms.DateField(
        label=gettext_lazy("From when do people get their pass?"),
        help_text=gettext_lazy("Everyone gets one by opening Alongside, whether they answer or not. Give it a week."),
        widget=DayInput(),
    )
    spend_from = forms.DateField(label=gettext_lazy("From when can people answer?"), widget=DayInput())
    spend_until = forms.DateField(
        label=gettext_lazy("On which day does it end?"),
        help_text=gettext_lazy("Until the start of that day. Two weeks are good."),
        widget=DayInput(),
    )
    first_trustee = forms.EmailField(label=gettext_lazy("Who keeps the first key?"))
    second_trustee = forms.EmailField(
        label=gettext_lazy("Who keeps the second key?"), help_text=gettext_lazy("Their e-mail address. It can be you.")
    )
    k = forms.IntegerField(
        label=gettext_lazy("No figure is about fewer people than"),
        help_text=gettext_lazy("5 to 20. Once the round is open it can be raised, and never lowered."),
        min_value=LEAST_K,
        max_value=MOST_K,
        initial=LEAST_K,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )

    def __init__(self, *args: Any, organisation: Organisation, **options: Any) -> None:
        super().__init__(*args, **options)
        self._organisation = organisation
        self.fields["first_trustee"].help_text = _(
            "The e-mail address of somebody whom people trust, best from %(body)s."
        ) % {"body": profile_of(organisation).words("staff_body")}

    def clean_first_trustee(self) -> Person:
        return self._colleague(self.cleaned_data["first_trustee"])

    def clean_second_trustee(self) -> Person:
        return self._colleague(self.cleaned_data["second_trustee"])

    def _colleague(self, email: str) -> Person:
        found = Person.objects.filter(organisation=self._organisation, is_active=True, email=email.lower()).first()
        if found is None:
            raise ValidationError(_("Nobody here has this address. It is the one that they sign in with."))
        return found

    def frame(self) -> dict[str, Any]:
        said = self.cleaned_data
        days = {name: _start_of(said[name]) for name in _ADVISED}
        return {"days": days, "trustees": [said["first_trustee"], said["second_trustee"]], "k": said["k"]}

    @staticmethod
    def of(draft: Round, *, today: dt.date) -> dict[str, Any]:
        """What is kept; where no day is, those that the page advises."""
        kept = [chosen.person.email for chosen in draft.trustees.select_related("person").order_by("position")]
        days = {
            name: timezone.localtime(at).date() if (at := getattr(draft, name)) else today + later
            for name, later in _ADVISED.items()
        }
        return {**days, **dict(zip(("first_trustee", "second_trustee"), kept, strict=False)), "k": draft.k}


def _start_of(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


class HigherKForm(forms.Form):
    k = forms.IntegerField(
        label=gettext_lazy("No figure is about fewer people than"),
        min_value=LEAST_K,
        max_value=MOST_K,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )


class ReplyForm(forms.Form):
    """Heard, will change, or will not; and always because."""

    say = forms.ChoiceField(
        label=gettext_lazy("What do you say to it?"),
        choices=[(code, SAYS[code]) for code in Say],
        widget=forms.RadioSelect(attrs={"class": "across"}),
    )
    because = forms.CharField(
        label=gettext_lazy("Because"),
        help_text=gettext_lazy("Two or three sentences. Your unit reads them as they stand."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=600,
    )


class OwnViewForm(forms.Form):
    """The same questions, for the leader's own eyes."""

    def __init__(self, *args: Any, asked: Round, **options: Any) -> None:
        super().__init__(*args, **options)
        for question in questions_of(asked):
            self.fields[question.code] = forms.ChoiceField(
                label=_(question.text) if question.subject else question.text,
                choices=[(str(point), words) for point, words in enumerate(SCALES[question.scale], start=1)],
                widget=forms.RadioSelect(attrs={"class": "across"}),
                required=False,
            )

    def points(self) -> dict[str, int]:
        return {code: int(point) for code, point in self.cleaned_data.items() if point}
