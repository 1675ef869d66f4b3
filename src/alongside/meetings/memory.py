"""The look-back from memory: four questions, and from the answers one or two things to do and to say.

Nothing here is kept, and no name is asked for: "[name]" is filled in by the one who reads it, in their own browser.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

NAME = "[name]"
NOTHING = "nothing"
UNSEEN_WORK = "unseen_work"
ROUND = "invitation"


@dataclass(frozen=True, slots=True)
class Question:
    """One question; each answer but the last is a kind of moment with its words, and the last is none."""

    code: str
    words: "_StrPromise"
    help: "_StrPromise"
    answers: "tuple[tuple[str, _StrPromise], ...]"


@dataclass(frozen=True, slots=True)
class NextTime:
    """What to do about a kind of moment: the next step, and sentences for it."""

    kind: str
    title: "_StrPromise"
    do: "_StrPromise"
    say: "tuple[_StrPromise, ...]"


QUESTIONS = (
    Question(
        "floor",
        _("Could everybody say what they wanted to say, to the end?"),
        _("Think of who stopped in the middle of a sentence, or took a breath and did not get in."),
        (
            ("cut_off", _("Somebody was cut off")),
            ("crowded_out", _("Somebody tried to come in, and could not")),
            (NOTHING, _("Everybody could, as far as I saw")),
        ),
    ),
    Question(
        "ideas",
        _("Did an idea come back later, as somebody else’s?"),
        _("Or did an idea get no reply at all?"),
        (
            ("echo", _("One came back without the name of who had it first")),
            ("unanswered", _("One got no reply")),
            (NOTHING, _("Not that I noticed")),
        ),
    ),
    Question(
        "asked",
        _("Was anybody there whom nobody asked?"),
        _("Some people like to be asked before they speak, and some listen by choice."),
        (("never_invited", _("Yes, somebody was never asked")), (NOTHING, _("Everybody was asked, or spoke anyway"))),
    ),
    Question(
        "work",
        _("Who did the work that nobody sees?"),
        _("The notes, the room, the reminder afterwards, the clearing up."),
        (
            (UNSEEN_WORK, _("The same person as always, or whoever was too kind to say no")),
            (NOTHING, _("We take turns, or it was agreed and counts as work")),
        ),
    ),
)

_ACTS = (
    NextTime(
        "crowded_out",
        _("Make room for the one who did not get in"),
        _("Next time, watch for who takes a breath. Say their name as soon as there is a gap."),
        (
            _("Before we go on: [name] had started to say something."),
            _("[name], you wanted to come in earlier. What did you want to say?"),
        ),
    ),
    NextTime(
        "cut_off",
        _("Bring back the sentence that was cut off"),
        _("Ask for the end of it. You can still do it today, in a message or in the corridor."),
        (
            _("I’d like to hear the end of [name]’s point."),
            _("[name], you had not finished. How does it go on?"),
        ),
    ),
    NextTime(
        "echo",
        _("Put the name back on the idea"),
        _("Name who had it first: in the notes, in the ticket, or at the start of the next meeting. Ask them before."),
        (
            _("[name] brought this up first. [name], would you like to say more?"),
            _("[name], may I put your name to this idea in the notes?"),
        ),
    ),
    NextTime(
        "unanswered",
        _("Go back to the idea that got no reply"),
        _("Put it on the next agenda, or ask one question about it. An answer can be no: silence is not one."),
        (
            _("I’d like to go back to [name]’s idea. What do others think?"),
            _("[name], we did not talk about your idea. Can you tell us more?"),
        ),
    ),
    NextTime(
        "never_invited",
        _("Ask the one whom nobody asked"),
        _("Ask about something they know, and say in advance that you will. Let “not today” be a good answer."),
        (
            _("[name], how does this look from where you are?"),
            _("[name], next time I would like to hear from you about this. Is that all right?"),
        ),
    ),
    NextTime(
        UNSEEN_WORK,
        _("Share out the unseen work"),
        _("Write down who does it, and go round by the alphabet. Begin with yourself: take the notes next time."),
        (
            _("I’ll take the notes today, and from now on we take turns."),
            _("Thank you for the notes, [name]. Who takes them next time? It should not always be you."),
        ),
    ),
)
_IF_NOTHING = NextTime(
    ROUND,
    _("Go round once, at the start"),
    _("Nothing came to mind: it went well, or it was easy to miss. Ask everybody once before you speak."),
    (
        _("Before I say what I think, I’d like to hear one thing from each of you."),
        _("[name], would you begin?"),
    ),
)


def next_time(noticed: Collection[str]) -> tuple[NextTime, ...]:
    """Choose one thing to do, or two. Room for a voice comes first; work that nobody sees comes beside it."""
    found = [act for act in _ACTS if act.kind in noticed]
    voices = [act for act in found if act.kind != UNSEEN_WORK]
    work = [act for act in found if act.kind == UNSEEN_WORK]
    return (*voices[: 2 - len(work)], *work) or (_IF_NOTHING,)
