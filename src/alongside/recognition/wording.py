"""Codes in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# As whoever it was good for says it.
KINDS: dict[str, str | Promise] = {
    "idea": _("Brought my idea back with my name on it"),
    "room": _("Made room for me to speak"),
    "beside": _("Stood beside me when it was awkward"),
    "forward": _("Put me forward for something"),
    "heard": _("Listened, and then did something about it"),
    "mistake": _("Owned a mistake and put it right"),
    "changed": _("Changed how something works, so that it works for me too"),
}

BANDS: dict[str, str | Promise] = {
    "5_to_9": _("5 to 9 colleagues"),
    "10_to_19": _("10 to 19 colleagues"),
    "20_or_more": _("20 colleagues or more"),
}
