"""The engine's codes in words that people read, and where what people value is from."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

SEATS: Mapping[str, Promise] = MappingProxyType(
    {
        "below": gettext_lazy("You have less say here than the person who did it."),
        "peer": gettext_lazy("You have as much say here as the person who did it."),
        "above": gettext_lazy("You have more say here than the others."),
    }
)
LISTED: Mapping[str, Promise] = MappingProxyType(
    {
        "peer": gettext_lazy("With as much say as the others"),
        "below": gettext_lazy("With less say"),
        "above": gettext_lazy("With more say"),
    }
)
FOR: Mapping[str, Promise] = MappingProxyType(
    {
        "host": gettext_lazy("When you call or chair a meeting"),
        "interviewer": gettext_lazy("When you interview somebody"),
        "reviewer": gettext_lazy("When you judge somebody’s work"),
        "leader": gettext_lazy("When you lead people"),
        "anyone": gettext_lazy("For anyone, on any day"),
    }
)
ELSEWHERE: Mapping[str, Promise] = MappingProxyType(
    {
        "below": gettext_lazy("With less say than they have"),
        "peer": gettext_lazy("With as much say as they have"),
        "above": gettext_lazy("With more say than they have"),
    }
)
IN_SHORT: Mapping[str, Promise] = MappingProxyType(
    {
        "direct": gettext_lazy("direct"),
        "about_the_act": gettext_lazy("about the act"),
        "linked": gettext_lazy("linked to how things work"),
        "fits_power": gettext_lazy("fits the power you have there"),
        "their_choice": gettext_lazy("leaves the choice to them"),
    }
)
VALUED: Mapping[str, Promise] = MappingProxyType(
    {
        "direct": gettext_lazy("It is said plainly, so that nobody has to guess where you stand."),
        "about_the_act": gettext_lazy("It speaks of what was said or done, not of what somebody is."),
        "linked": gettext_lazy("It says that this is not the only time, or changes what makes it happen."),
        "fits_power": gettext_lazy(
            "Those with the most say carry the most of it. With less, a question or a pause can do."
        ),
        "their_choice": gettext_lazy("The person it is about can speak, say no, or want something else."),
    }
)
_BAK = "What Black people value when White people confront prejudice, Journal of Social Psychology 164, 2024"
VALUED_FROM: Mapping[str, str] = MappingProxyType(
    {
        "direct": _BAK,
        "about_the_act": _BAK,
        "linked": _BAK,
        "fits_power": (
            "Ashburn-Nardo, Blanchar, Petersson, Morris and Goodwin 2014, Do you say something when it's your boss?,"
            " Journal of Social Issues 70"
        ),
        "their_choice": (
            "Collier-Spruel and Ryan 2024, Are all allyship attempts helpful?, Journal of Business and Psychology 39"
        ),
    }
)
