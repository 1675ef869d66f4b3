"""What a template cannot look up by itself."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def said_of(own: Mapping[str, str], question: str) -> str:
    """What a leader answered themself to one question."""
    return own.get(question, "")
