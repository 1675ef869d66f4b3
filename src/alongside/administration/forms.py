from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.access.roles import GIVEN
from alongside.administration.imports.reading import ENCODINGS, Limits
from alongside.administration.selectors import ROLE_NAMES
from alongside.people.models import Jurisdiction


class ImportForm(forms.Form):
    file = forms.FileField(
        label=_("A table of people, as CSV"),
        help_text=_("With a column for the address and one for the name; and if you like for record, unit and leader."),
    )
    is_complete = forms.BooleanField(
        label=_("The file has everyone: whoever is not in it has left"),
        required=False,
    )
    separator = forms.ChoiceField(
        label=_("Between two fields"),
        required=False,
        choices=[("", _("Find out")), (",", _("Comma")), (";", _("Semicolon")), ("\t", _("Tab")), ("|", "|")],
    )
    encoding = forms.ChoiceField(
        label=_("Encoding"), required=False, choices=[("", _("Find out")), *((name, name) for name in ENCODINGS)]
    )

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        most = Limits().bytes
        if file.size > most:
            raise forms.ValidationError(
                _("The file has %(size)d bytes. At most %(most)d can be read."),
                params={"size": file.size, "most": most},
            )
        return file


class JurisdictionForm(forms.Form):
    jurisdiction = forms.ChoiceField(label=_("Whose law applies?"), choices=Jurisdiction.choices)


class RoleForm(forms.Form):
    act = forms.ChoiceField(choices=[("give", "give"), ("take", "take")])
    role = forms.ChoiceField(choices=[(role.value, ROLE_NAMES[role]) for role in GIVEN])


class PersonForm(forms.Form):
    full_name = forms.CharField(label=_("Full name"), max_length=200)
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    unit = forms.CharField(label=_("Code of the unit"), max_length=100, required=False)


class UnitForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
