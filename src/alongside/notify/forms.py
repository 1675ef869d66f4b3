"""Where a chat takes messages, as somebody writes it into a form."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LONGEST_ADDRESS = 500


class WebhookField(forms.URLField):
    """The address of an incoming webhook, which is one of https."""

    def __init__(self, **named: Any) -> None:
        super().__init__(max_length=LONGEST_ADDRESS, assume_scheme="https", **named)

    def clean(self, value: Any) -> str:
        address: str = super().clean(value)
        if address.startswith("http://"):
            raise ValidationError(_("Expected an address that begins with https://."))
        return address
