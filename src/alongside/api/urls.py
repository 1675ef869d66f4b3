"""The addresses of the API, each with the declarations of its operations where the gate finds them."""

from collections.abc import Iterator
from inspect import getclosurevars
from typing import Any

from django.http import JsonResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from alongside.access import SIGNED_IN, PersonRequest, allow
from alongside.api.operations import api


@allow(*SIGNED_IN)
@require_safe
def description(_request: PersonRequest) -> JsonResponse:
    """The OpenAPI description of all operations."""
    return JsonResponse(api.get_openapi_schema(path_prefix="/api/"))


def _operations() -> Iterator[URLPattern]:
    for pattern in api.urls[0]:
        if isinstance(pattern, URLPattern) and pattern.name != "api-root":
            view: Any = pattern.callback
            # The view is a closure over its operations. Were that to change, this would fail and open nothing.
            view.operations = getclosurevars(view).nonlocals["self"].operations
            yield pattern


# Else "today" would be the name of two addresses, and people would be sent to the program's one.
app_name = "api"
urlpatterns = [path("openapi.json", description, name="api-description"), *_operations()]
