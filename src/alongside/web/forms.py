"""How every form of the site is drawn."""

from django import forms
from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Draws a form by the site's own templates, and its widgets by Django's."""

    form_template_name = "web/forms/form.html"
    field_template_name = "web/forms/field.html"


class DayInput(forms.DateInput):
    """The browser's own choice of a day. In each language it takes a day that is filled in only as 2026-11-23."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(attrs={"class": "short"}, format="%Y-%m-%d")
