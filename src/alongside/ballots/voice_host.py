"""The voice host: a second address of the same site that knows nobody.

A request for it is answered here, before the code of sessions, cookies and sign-in runs, so that there is no cookie to
read, and nothing to connect an answer with. Its name alone decides, whatever the port: a browser sends the cookies of a
name to all ports of it.
"""

import logging
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import resolve, set_urlconf
from django.utils import translation

URLCONF = "alongside.ballots.booth_urls"
_POLICY = {
    "default-src": "'none'",
    # libsodium, which seals, is WebAssembly. The second word lets it be compiled, and no text be run as a script.
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
}
_HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in _POLICY.items()),
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
}


def is_voice_host(request: HttpRequest) -> bool:
    name = (urlsplit(f"//{request.get_host()}").hostname or "").rstrip(".")
    return bool(settings.VOICE_URL) and name == urlsplit(settings.VOICE_URL).hostname


def answer_at_the_voice_host(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def respond(request: HttpRequest) -> HttpResponse:
        return _answer(request) if is_voice_host(request) else get_response(request)

    return respond


def _answer(request: HttpRequest) -> HttpResponse:
    request.META.pop("HTTP_COOKIE", None)  # there is none of ours, and no other is to be read
    set_urlconf(URLCONF)
    language = translation.get_language_from_request(request)
    with translation.override(language):
        try:
            view, arguments, named = resolve(request.path_info, URLCONF)
            response: HttpResponse = view(request, *arguments, **named)
        except Http404:
            page = render_to_string("ballots/booth/nothing_here.html", {"main_url": settings.SITE_URL})
            response = HttpResponse(page, status=404)
    for name, value in {**_HEADERS, "Content-Language": language}.items():
        response.headers[name] = value
    return response


class NothingFromTheVoiceHost(logging.Filter):
    """Drops the lines that Django writes of a refused request, with its address and the time. Faults of ours stay."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        return record.levelno >= logging.ERROR or not isinstance(request, HttpRequest) or not is_voice_host(request)
