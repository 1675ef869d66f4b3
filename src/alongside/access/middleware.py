"""Enforces what the views declare, before any of them runs."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import add_never_cache_headers

from alongside.access.gate import declared
from alongside.access.roles import Role


class AccessMiddleware:
    """Lets a request through to a view that its role is declared for. All else is answered as if nothing were there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # A shared computer keeps no page of somebody who has signed out, and no link that was sent to one person.
        add_never_cache_headers(response)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: tuple[Any, ...], _named: dict[str, Any]
    ) -> HttpResponse | None:
        match = request.resolver_match
        allowed = declared(view, match.view_name if match else "", request.method or "GET")
        if allowed is None:
            raise Http404
        if not request.user.is_authenticated:
            return None if Role.ANONYMOUS in allowed else _ask_to_sign_in(request, view)
        if Role.MEMBER in allowed or allowed & request.user.roles:
            return None
        raise Http404


def _ask_to_sign_in(request: HttpRequest, view: Callable[..., Any]) -> HttpResponse:
    """A person is led to the page for it; a program is told."""
    if hasattr(view, "operations"):
        return JsonResponse({"detail": "Sign in first."}, status=401)
    return redirect_to_login(request.get_full_path())
