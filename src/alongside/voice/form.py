"""The form of a round: its questions as they are frozen, and as the page for answers asks them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from alongside.ballots.models import Campaign
from alongside.engines import listening
from alongside.voice.models import Round
from alongside.voice.wording import SCALES, THEMES, four_sentences


def question_as_row(question: listening.Question) -> dict[str, Any]:
    """A question as a round keeps it, so that what was asked stays, whatever becomes of the bank."""
    return {
        "code": question.code,
        "subject": question.subject,
        "text": question.text,
        "scale": question.scale,
        "favourable": sorted(question.favourable),
        "why": question.why,
        "sources": list(question.sources),
    }


def questions_of(asked: Round) -> list[listening.Question]:
    return [
        listening.Question(**{**row, "favourable": frozenset(row["favourable"]), "sources": tuple(row["sources"])})
        for row in asked.questions
    ]


def themes_of(asked: Round) -> list[str]:
    return list(THEMES) if asked.asks_themes else []


def names_in_release(asked: Round) -> list[str]:
    """All that figures are about: the questions, and each theme by itself."""
    return [row["code"] for row in asked.questions] + [listening.theme_code(theme) for theme in themes_of(asked)]


def form_of(campaign: Campaign) -> dict[str, Any]:
    """What the page for answers asks, for whoever has a pass. It is the same for everybody."""
    asked = Round.objects.select_related("plan").defer("plan__text").get(campaign=campaign)
    return {
        "title": asked.title,
        "four_sentences": four_sentences(),
        "digest": asked.plan.digest,
        "questions": [*_scales(asked), *_values(asked.cuts), *_themes(asked), *_words(asked)],
    }


def _scales(asked: Round) -> list[dict[str, Any]]:
    return [
        {
            "id": question.code,
            "text": _(question.text),
            "why": _(question.why) if question.why else "",
            "kind": "scale",
            "options": _options(enumerate(map(str, SCALES[question.scale]), start=1)),
        }
        for question in questions_of(asked)
    ]


def _values(cuts: Sequence[tuple[str, Sequence[str]]]) -> list[dict[str, Any]]:
    why = _("Leave it blank if you like. It is used for the results and for nothing else.")
    return [
        {
            "id": f"{listening.CUT_ID}{place}",
            "text": name,
            "why": why,
            "kind": "value",
            "options": _options((value, value) for value in values),
        }
        for place, (name, values) in enumerate(cuts, start=1)
    ]


def _themes(asked: Round) -> list[dict[str, Any]]:
    if not asked.asks_themes:
        return []
    options = _options((theme, str(THEMES[theme])) for theme in themes_of(asked))
    text = _("What should change first?")
    why = _("Tick up to three. Themes are counted; who ticked them is not kept.")
    return [{"id": listening.THEMES_ID, "text": text, "why": why, "kind": "themes", "options": options}]


def _words(asked: Round) -> list[dict[str, Any]]:
    if not asked.takes_words:
        return []
    why = _(
        "Only if you want your words shown as they stand. People who know you may know your style, and what only you "
        "can tell. Name nobody. Words are shown where at least 10 people in a group wrote some."
    )
    return [
        {
            "id": listening.WORDS_ID,
            "text": _("Use my words"),
            "why": why,
            "kind": "words",
            "options": [],
            "most_words": listening.MOST_WORDS,
        }
    ]


def _options(pairs: Any) -> list[dict[str, str]]:
    return [{"value": str(value), "text": text} for value, text in pairs]


def cuts_of(asked: Round) -> Mapping[str, Sequence[str]]:
    return {name: tuple(values) for name, values in asked.cuts}
