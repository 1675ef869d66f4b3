"""One answer, as it came from somebody's browser: what was asked is taken, and all else is left behind."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from alongside.engines.listening._bank import Question

THEMES_ID = "themes"
WORDS_ID = "words"
CUT_ID = "cut."
MOST_WORDS = 120
_LONGEST = 900
_THEME = "theme:"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What is kept of one answer.

    Attributes:
        said: 1 or 0 for each question and theme that was answered.
        values: of each cut, the value that was chosen.
        words: what somebody wrote to be shown; empty where they wrote nothing, or too much.
    """

    said: Mapping[str, int]
    values: Mapping[str, str]
    words: str = ""


def theme_code(theme: str) -> str:
    """How a theme is called among the questions of a release."""
    return f"{_THEME}{theme}"


def theme_of(question: str) -> str:
    """The theme that a question of a release is about, or an empty text."""
    return question.removeprefix(_THEME) if question.startswith(_THEME) else ""


def read_answer(
    body: object,
    *,
    questions: Collection[Question],
    themes: Sequence[str] = (),
    cuts: Mapping[str, Sequence[str]],
    takes_words: bool = False,
) -> Cleaned:
    """Read the answers that a browser sent.

    What was not asked is dropped, and so is a value that cannot be chosen: the question then counts as left out. A
    themes question that was seen and not ticked counts as 0 for each theme.
    """
    answers = body.get("answers") if isinstance(body, Mapping) else None
    if not isinstance(answers, Mapping):
        return Cleaned({}, {})
    said = {
        question.code: int(point in question.favourable)
        for question in questions
        if (point := _point(answers.get(question.code))) is not None
    }
    return Cleaned(
        said={**said, **_themes(answers.get(THEMES_ID), themes)},
        values={
            name: value
            for place, (name, values) in enumerate(cuts.items(), start=1)
            if isinstance(value := answers.get(f"{CUT_ID}{place}"), str) and value in values
        },
        words=_words(answers.get(WORDS_ID)) if takes_words else "",
    )


def _point(value: object) -> int | None:
    """A point of a scale. It comes as text from a form without scripts, and as a number from one with them."""
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return int(text) if text in {"1", "2", "3", "4", "5"} else None


def _themes(value: object, themes: Sequence[str]) -> dict[str, int]:
    if not themes or not isinstance(value, list):
        return {}
    return {theme_code(theme): int(theme in value) for theme in themes}


def _words(value: object) -> str:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text if len(text) <= _LONGEST and len(text.split()) <= MOST_WORDS else ""
