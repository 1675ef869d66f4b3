"""The way down to a page."""

from django import template
from django.urls import reverse

register = template.Library()


@register.inclusion_tag("web/components/crumbs.html")
def crumbs(*way: str) -> dict[str, list[tuple[str, str]]]:
    """Each page above with the name of its address, and its words; then, if one likes, the words of this page.

    `{% crumbs "account" _("Account") "plan" _("Your plan") _("Write it") %}`
    """
    above = [(reverse(name), words) for name, words in zip(way[::2], way[1::2], strict=False)]
    return {"crumbs": [*above, ("", way[-1])] if len(way) % 2 else above}
