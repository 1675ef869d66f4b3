from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alongside.people.models import Person


class OpeningForm(forms.Form):
    """The two people without whom nothing can be opened."""

    first = forms.EmailField(
        label=_("First trustee: their e-mail address"),
        help_text=_("Best somebody whom people trust and who leads nobody, such as of the works council or the union."),
    )
    second = forms.EmailField(
        label=_("Second trustee: their e-mail address"), help_text=_("Somebody from another part of the organisation.")
    )

    def __init__(self, *args: object, by: Person, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self._here = Person.objects.visible_to(by)

    def clean_first(self) -> Person:
        return self._colleague("first")

    def clean_second(self) -> Person:
        return self._colleague("second")

    def _colleague(self, field: str) -> Person:
        found = self._here.filter(email=self.cleaned_data[field].lower()).first()
        if found is None:
            raise ValidationError(_("Nobody here has this address. Look them up in the directory, or ask them."))
        return found
