"""Headers that tell the browser what no page of this site needs."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_UNUSED = (
    "accelerometer autoplay camera display-capture encrypted-media geolocation gyroscope magnetometer midi payment usb"
)
# The microphone is for the recording of one's own name.
_PERMISSIONS = ", ".join([*(f"{feature}=()" for feature in _UNUSED.split()), "microphone=(self)", "fullscreen=(self)"])


def refuse_what_no_page_needs(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers["Permissions-Policy"] = _PERMISSIONS
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    return respond
