"""The engine's codes in words that people read."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_lazy

from alongside.engines.practice import Act, Because
from alongside.voice.wording import THEMES

AREAS: Mapping[str, Promise] = MappingProxyType(
    {
        "learn": gettext_lazy("Learn"),
        "listen": gettext_lazy("Listen"),
        "amplify": gettext_lazy("Amplify"),
        "speak_up": gettext_lazy("Speak up"),
        "account": gettext_lazy("Account"),
    }
)
AREA_LEADS: Mapping[str, Promise] = MappingProxyType(
    {
        "learn": gettext_lazy("Read and look for yourself first, so that nobody has to teach you."),
        "listen": gettext_lazy("Hear what people say before you decide what they need."),
        "amplify": gettext_lazy("See that ideas are heard under the name of whoever had them."),
        "speak_up": gettext_lazy("Say something in the moment, so that others do not have to."),
        "account": gettext_lazy("Put things right, and change what caused them."),
    }
)
LEVERS: Mapping[str, Promise] = MappingProxyType(
    {
        "agenda": gettext_lazy("I set agendas or run meetings"),
        "notes": gettext_lazy("I decide who takes the notes, or I write them"),
        "decisions": gettext_lazy("I decide how we decide"),
        "assignments": gettext_lazy("I hand out work"),
        "hiring": gettext_lazy("I take part in hiring"),
        "reviews": gettext_lazy("I review people's work"),
        "promotions": gettext_lazy("I have a say in promotions"),
        "pay": gettext_lazy("I have a say in pay"),
        "budget": gettext_lazy("I hold a budget"),
        "vendors": gettext_lazy("I choose suppliers"),
        "on_call": gettext_lazy("I plan shifts or on-call duty"),
        "introductions": gettext_lazy("I know people whom others would like to meet"),
        "events": gettext_lazy("I plan events or choose speakers"),
        "documents": gettext_lazy("I write templates, guides or rules"),
        "new_starters": gettext_lazy("I welcome people who are new"),
    }
)
MOMENTS: Mapping[str, Promise] = MappingProxyType(
    {
        "crowded_out": gettext_lazy("somebody tried to speak and could not get in"),
        "cut_off": gettext_lazy("somebody was cut off"),
        "after_pause": gettext_lazy("somebody paused, and lost the floor"),
        "echo": gettext_lazy("an idea may have come back under another name"),
        "unanswered": gettext_lazy("an idea got no answer"),
        "never_invited": gettext_lazy("somebody was never asked in"),
        "unseen_work": gettext_lazy("the work nobody sees fell to the same person again"),
        "long_turns": gettext_lazy("a few long turns took most of the time"),
        "credit": gettext_lazy("somebody gave credit"),
        "amplification": gettext_lazy("somebody made another's idea louder"),
        "invitation": gettext_lazy("somebody was asked in"),
    }
)


def words_of(act: Act) -> list[str]:
    """All that a page shows of an act and a translator can translate."""
    texts = [act.title, act.what, act.cost.text, act.recheck, act.smaller_step, *act.say, *act.avoid]
    return [text for text in texts if text]


def is_translated(act: Act) -> bool:
    """Whether all of an act can be read in the language of the page. Half of one would be read in two languages."""
    return all(gettext(text) != text for text in words_of(act))


def english_mark() -> SafeString:
    """The attributes of an element whose words are English, by which a screen reader says them right on any page."""
    if (get_language() or "en").startswith("en"):
        return SafeString()
    return format_html(' lang="{}" dir="{}"', "en", "ltr")


def because(reason: Because) -> str:
    """Why an act is here today, in a sentence; empty on a day off."""
    sentence = _SENTENCES.get((reason.reason, reason.on is not None)) or _SENTENCES.get((reason.reason, None))
    if sentence is None:
        return ""
    words = _WORDS.get(reason.reason, {}).get(reason.about, "")
    return str(sentence) % {"about": words, "day": date_format(reason.on, "j F") if reason.on else ""}


# By the reason, and by whether there is a day to it; None where that makes no difference.
_SENTENCES: Mapping[tuple[str, bool | None], Promise] = MappingProxyType(
    {
        ("moment", True): gettext_lazy("Because of your look-back on %(day)s: %(about)s."),
        ("structural_due", True): gettext_lazy(
            "Because each quarter needs one change to how things work. This one ends on %(day)s."
        ),
        ("lever", None): gettext_lazy("Because you said: “%(about)s”."),
        ("theme", None): gettext_lazy("Because people here raised it: %(about)s."),
        ("area", True): gettext_lazy("Because the last act from “%(about)s” was on %(day)s."),
        ("area", False): gettext_lazy("Because you have had nothing from “%(about)s” yet."),
    }
)
_WORDS: Mapping[str, Mapping[str, Promise]] = MappingProxyType(
    {"moment": MOMENTS, "lever": LEVERS, "theme": THEMES, "area": AREAS}
)
