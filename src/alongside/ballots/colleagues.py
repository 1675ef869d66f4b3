"""A question about colleagues: whom one means, and what of a list each of them did."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext

_UUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class ColleaguesWidget(forms.Widget):
    """One part for each colleague. Without a script, the address of their page in the directory says who it is."""

    template_name = "ballots/booth/colleagues.html"
    use_fieldset = True

    def __init__(self, most: int, find: str, choices: list[tuple[str, str]]) -> None:
        super().__init__()
        self._most, self._find, self._choices = most, find, choices

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        given = [*(value or []), *({} for _slot in range(self._most))][: self._most]
        context["widget"] |= {"choices": self._choices, "find": self._find, "slots": list(enumerate(given, 1))}
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[dict[str, Any]]:  # noqa: ARG002 - Django's
        slots = range(1, self._most + 1)
        read = [
            {"person": data.get(f"{name}-{slot}-person", ""), "kinds": data.getlist(f"{name}-{slot}-kinds")}
            for slot in slots
        ]
        return [one for one in read if one["person"].strip() or one["kinds"]]

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_1" if id_ else id_


class ColleaguesField(forms.Field):
    def __init__(self, *, most: int, find: str, choices: list[tuple[str, str]], **shown: Any) -> None:
        super().__init__(widget=ColleaguesWidget(most, find, choices), **shown)

    def clean(self, value: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{"person": _who(one["person"]), "kinds": _what(one["kinds"])} for one in value]


def _who(written: str) -> str:
    found = _UUID.search(written.lower())
    if found is None:
        raise forms.ValidationError(
            gettext("Copy the address of the colleague's page in the directory. It has “/people/” in it."),
        )
    return found[0]


def _what(kinds: list[str]) -> list[str]:
    if not kinds:
        raise forms.ValidationError(gettext("Tick what they did, for each colleague."))
    return kinds
