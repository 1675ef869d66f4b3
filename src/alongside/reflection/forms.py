"""What comes from the browser encrypted, and the parts of a repair."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from alongside.reflection.models import LONGEST

_BASE64 = RegexValidator(r"\A[A-Za-z0-9+/=.]+\Z", _("Expected what the browser has encrypted."))


class NotebookForm(forms.Form):
    by_passphrase = forms.CharField(max_length=300, validators=[_BASE64])
    by_recovery_code = forms.CharField(max_length=300, validators=[_BASE64])


class NoteForm(forms.Form):
    sealed = forms.CharField(max_length=LONGEST, validators=[_BASE64])


def _part(label: object, help_text: object, rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,  # type: ignore[arg-type]  # lazy
        help_text=help_text,  # type: ignore[arg-type]  # lazy
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class RepairForm(forms.Form):
    """The impact comes first, and has to be there: the rest grows out of it."""

    may_be_half_written = True

    impact = forms.CharField(
        label=_("What did it do to the other person?"),
        help_text=_("As far as you know. Begin with them: “You had to …”, “After that, you …”."),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Begin with what it did to the other person. The rest grows out of it.")},
    )
    happened = _part(_("What happened?"), _("As anyone could have seen it: what you said or did, or left out."))
    apology = _part(_("What will you say to them?"), _("“I am sorry that I …” Then a full stop, and no “but”."))
    change = _part(_("What will be different?"), _("One thing that you do, from when on."), 2)
    checks = _part(
        _("Who looks whether it is?"),
        _("Somebody whom you ask, or a date of your own. Not the person it was about."),
        2,
    )
