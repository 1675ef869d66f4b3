"""How every form of the site is drawn."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Draws a form by the site's own templates, and its widgets by Django's."""

    form_template_name = "web/forms/form.html"
    field_template_name = "web/forms/field.html"
