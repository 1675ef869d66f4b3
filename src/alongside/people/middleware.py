"""Each page in the language and the time zone that the person chose."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation


def as_the_person_set_it(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def respond(request: HttpRequest) -> HttpResponse:
        person = request.user if request.user.is_authenticated else None
        language = (person and person.language) or translation.get_language_from_request(request)
        zone = ZoneInfo(person.time_zone) if person and person.time_zone else None
        with translation.override(language), timezone.override(zone):
            request.LANGUAGE_CODE = language
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return respond
