"""Writing a round before it is open: each step of the wizard, and what would keep it from being opened."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.administration.jurisdiction import Feature, profile_of
from alongside.engines import listening, release
from alongside.people import names
from alongside.people.models import NameWord, Organisation, Person, Unit
from alongside.voice.form import names_in_release, question_as_row
from alongside.voice.membership import LEAST_ASKED, Membership, membership_of, plan_of, too_soon_after
from alongside.voice.models import ChosenTrustee, FrozenPlan, Round

MOST_QUESTIONS = 12
MOST_OWN = 4
MOST_CUTS = 3
MOST_VALUES = 6
LONGEST_VALUE = 60
LONGEST_QUESTION = 200
AT_ONCE = 2_000
"""Plans of more people than this are worked out by a job, so that nobody waits for a page."""


class Refused(Exception):
    """This cannot be part of a round; the message says why, and what can."""


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question that the organisation asks besides those of the bank."""

    text: str
    scale: listening.Scale
    is_good_when_high: bool


@transaction.atomic
def start_round(*, by: Person, title: str, units: Sequence[Unit]) -> Round:
    """Begin a draft.

    Raises:
        SwitchedOffHere: the law of this place, as we read it, has no such rounds.
    """
    profile_of(by.organisation).require(Feature.VOICE_ROUNDS)
    draft = Round.objects.create(organisation=by.organisation, title=title)
    draft.units.set(units)
    return draft


@transaction.atomic
def set_people(*, draft: Round, title: str, units: Sequence[Unit]) -> None:
    draft.title = title
    draft.units.set(units)
    _changed(draft, "title")


@transaction.atomic
def set_questions(
    *, draft: Round, codes: Sequence[str], own: Sequence[OwnQuestion], asks_themes: bool, takes_words: bool
) -> None:
    """Keep what is asked, in the order of the bank, one's own last.

    Raises:
        Refused: there are none or too many, or one of one's own names somebody who works here.
    """
    if not 0 < len(codes) + len(own) <= MOST_QUESTIONS or len(own) > MOST_OWN:
        raise Refused(
            _("Choose 1 to %(most)s questions, up to %(own)s of them your own.")
            % {"most": MOST_QUESTIONS, "own": MOST_OWN}
        )
    for question in own:
        refuse_names(question.text, draft.organisation)
    bank = listening.our_questions()
    asked = [bank[code] for code in bank if code in codes]
    asked += [
        listening.Question(f"own-{place}-{draft.pk}", "", one.text, one.scale, _favourable(one))
        for place, one in enumerate(own, start=1)
    ]
    draft.questions = [question_as_row(question) for question in asked]
    draft.asks_themes, draft.takes_words = asks_themes, takes_words
    _changed(draft, "questions", "asks_themes", "takes_words")


def refuse_names(text: str, organisation: Organisation) -> None:
    """Let a question pass that is about nobody in particular.

    Raises:
        Refused: a word of it is a name of somebody who works here.
    """
    said = {word: names.words(word) for word in listening.could_be_names(text)}
    asked = {part for parts in said.values() for part in parts}
    here = NameWord.objects.filter(word__in=asked, person__organisation=organisation, person__is_active=True)
    known = {bytes(word) for word in here.values_list("word", flat=True).distinct()}
    named = [word for word, parts in said.items() if not known.isdisjoint(parts)]
    if named:
        raise Refused(
            _("“%(word)s” is the name of somebody here. Ask about how things are, and not about one person.")
            % {"word": named[0]}
        )


@transaction.atomic
def set_cuts(*, draft: Round, cuts: Sequence[tuple[str, Sequence[str]]]) -> None:
    """Keep by what figures are divided besides units. People choose their value in the answer, or leave it blank.

    Raises:
        Refused: there are too many, or one of them is about a protected trait, or is no division.
    """
    if len(cuts) > MOST_CUTS or len({name.casefold() for name, _values in cuts}) < len(cuts):
        raise Refused(_("At most %(most)s ways to divide, each with a name of its own.") % {"most": MOST_CUTS})
    for name, values in cuts:
        _refuse_cut(name, values)
    draft.cuts = [[name, list(values)] for name, values in cuts]
    _changed(draft, "cuts")


def _refuse_cut(name: str, values: Sequence[str]) -> None:
    if traits := listening.traits_in(name, *values):
        raise Refused(
            _(
                "“%(word)s” is about what people are, which nobody is divided by here. Use what people do: time here, "
                "site, kind of work."
            )
            % {"word": min(traits)}
        )
    if name.casefold() in {release.EVERYONE, release.UNITS} or len(name) > LONGEST_VALUE:
        raise Refused(_("“%(name)s” cannot be the name. Choose another, shorter than 60 letters.") % {"name": name})
    if not 2 <= len(values) <= MOST_VALUES or len({value.casefold() for value in values}) < len(values):
        raise Refused(
            _("“%(name)s” needs 2 to %(most)s values, each once, one a line.") % {"name": name, "most": MOST_VALUES}
        )
    if any(len(value) > LONGEST_VALUE for value in values):
        raise Refused(_("A value is at most 60 letters long."))


@transaction.atomic
def set_frame(
    *, draft: Round, days: Mapping[str, dt.datetime], trustees: Sequence[Person], k: int, now: dt.datetime
) -> None:
    """Keep when it is, who has the keys, and the least number of people that a figure is about.

    Raises:
        Refused: the dates are not in order or have gone by, or the trustees are not two people.
    """
    if not now < days["spend_until"] or not days["issue_from"] < days["spend_from"] < days["spend_until"]:
        raise Refused(_("Passes go out, then people answer, then it ends: give three days to come, in this order."))
    if len({person.pk for person in trustees}) != 2:
        raise Refused(_("Two different people have to keep a key each."))
    for name, day in days.items():
        setattr(draft, name, day)
    draft.k = k
    _changed(draft, *days, "k")
    draft.trustees.all().delete()
    ChosenTrustee.objects.bulk_create(
        ChosenTrustee(round=draft, position=place, person=person) for place, person in enumerate(trustees, start=1)
    )


def preview(*, draft: Round) -> tuple[Membership, release.ReleasePlan]:
    """Work out what the plan of a draft would show and refuse, keep that with the draft, and return the plan.

    Raises:
        UnusableRound: there is nobody or nothing to ask.
    """
    membership = membership_of(draft)
    plan = plan_of(draft, membership, names_in_release(draft))
    draft.preview = {
        "asked": len(membership.groups),
        "shown": [[table.name, [list(cell.value) for cell in table.cells]] for table in plan.tables],
        "refused": [[one.cell.table, list(one.cell.value), one.why, one.people] for one in plan.refusals],
        "rolled_up": sorted(membership.rolled_up.items()),
    }
    draft.is_being_planned = False
    draft.save(update_fields=["preview", "is_being_planned"])
    return membership, plan


def faults_of(draft: Round, *, now: dt.datetime) -> list[str]:
    """All that keeps a draft from being opened, in words. What the plan says stands in the preview."""
    checks: Iterable[tuple[bool, str]] = (
        (not draft.questions, _("Choose what to ask.")),
        (draft.spend_until is None, _("Say when it is, and who keeps the keys.")),
        (
            draft.spend_until is not None and not now < (draft.spend_from or now),
            _("The day on which people can answer has gone by. Choose other days."),
        ),
        (draft.spend_until is not None and draft.trustees.count() < 2, _("Two people have to keep a key each.")),
    )
    found = [words for is_wrong, words in checks if is_wrong]
    if soon := too_soon_after(draft):
        found.append(
            _("“%(title)s” asks some of the same people. Leave 28 days between its end and the start of this one.")
            % {"title": soon.title}
        )
    if draft.k < (least := least_k(draft)):
        found.append(_("An earlier round promised at least %(k)s people. Here it cannot be fewer.") % {"k": least})
    return [*found, *_faults_of_plan(draft)]


def _faults_of_plan(draft: Round) -> list[str]:
    if draft.preview is None:
        return []
    if draft.preview["asked"] < LEAST_ASKED:
        return [
            _("Only %(asked)s people work here. A round asks at least %(least)s, or it is no secret who said what.")
            % {"asked": draft.preview["asked"], "least": LEAST_ASKED}
        ]
    if not draft.preview["shown"]:
        return [_("Nothing of this round could be shown; the reasons are below.")]
    return []


def least_k(draft: Round) -> int:
    """The highest k that earlier rounds promised: it rises, and does not fall."""
    before = Round.objects.filter(organisation=draft.organisation_id, opened_at__isnull=False).exclude(pk=draft.pk)
    return max(before.values_list("k", flat=True), default=0)


def is_large(draft: Round) -> bool:
    return draft.organisation.people.filter(is_active=True)[AT_ONCE:].exists()


def forget_draft(*, draft: Round) -> None:
    """Delete a draft. What is open cannot be deleted."""
    Round.writable.filter(pk=draft.pk, opened_at=None).exclude(pk__in=FrozenPlan.objects.values("round")).delete()


def _favourable(own: OwnQuestion) -> frozenset[int]:
    return frozenset({4, 5} if own.is_good_when_high else {1, 2})


def _changed(draft: Round, *fields: str) -> None:
    draft.preview = None
    draft.save(update_fields=[*fields, "preview"])
