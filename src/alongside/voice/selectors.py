"""What the pages of a round show: figures of one's own unit and of those above it, the hardest first."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from alongside.engines import listening, release
from alongside.people.models import Organisation, Person, Unit
from alongside.people.selectors import way_to
from alongside.voice.form import questions_of
from alongside.voice.models import Figure, OwnView, RefusedCell, Release, Reply, Round, Stage, Words
from alongside.voice.wording import LABELS, NOT_SHOWN, SAYS, SCALES, STAGES, SUBJECTS, THEMES

AWAITED = 3
"""To how many of the hardest figures of a unit a reply is awaited."""

_RAISED_BY = frozenset({"half", "most", "nearly_all"})
_THEMES_COUNT_FOR = dt.timedelta(days=120)
Where = tuple[str, str]
EVERYONE: Where = (release.EVERYONE, "")


@dataclass(frozen=True, slots=True)
class ShownReply:
    say: str
    because: str
    unit: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Item:
    """One figure as a page shows it.

    Attributes:
        question: its code.
        subject: what it is about, in two words.
        text: what was asked, or the theme.
        says: which answers are counted.
        label: the band in a word, with `low` and `high` in per cent.
        before: the band of the round before, if the two may stand beside each other.
        is_awaited: whether a reply is awaited.
        reply: what a leader said to it.
    """

    question: str
    subject: str
    text: str
    says: str
    label: str
    low: int
    high: int
    before: tuple[int, int] | None
    is_awaited: bool = False
    reply: ShownReply | None = None

    @property
    def width(self) -> int:
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class ShownCell:
    """The figures of one group of people."""

    name: str
    answers: str
    items: tuple[Item, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """A release for one reader. `notes` says of their own units why they are not shown by themselves."""

    made: Release
    cells: tuple[ShownCell, ...]
    notes: tuple[str, ...]
    by_cut: tuple[tuple[str, tuple[ShownCell, ...]], ...]


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One round in a list."""

    asked: Round
    stage: Stage
    words: str


def rounds_for(person: Person, *, now: dt.datetime) -> list[RoundLine]:
    """All rounds that somebody may see, drafts first, then the latest."""
    rounds = Round.objects.visible_to(person).select_related("campaign").prefetch_related("releases")
    found = sorted(rounds, key=lambda one: (one.opened_at is None, one.opened_at or now, one.pk), reverse=True)
    return [RoundLine(one, stage := stage_of(one, now=now), str(STAGES[stage])) for one in found]


def stage_of(asked: Round, *, now: dt.datetime) -> Stage:
    """Where a round stands. Reads `campaign` and `releases`, which the caller has fetched."""
    if asked.opened_at is None or asked.campaign is None:
        return Stage.OPENING if asked.is_being_planned else Stage.DRAFT
    if made := latest(asked):
        return Stage.WITHHELD if made.withheld else Stage.RELEASED
    if asked.campaign.is_lost(now):
        return Stage.LOST
    if not asked.campaign.box_public_key:
        return Stage.WAITING
    if now < asked.campaign.spend_from:
        return Stage.ISSUING
    return Stage.ASKING if now < asked.campaign.spend_until else Stage.CLOSING


def latest(asked: Round) -> Release | None:
    return max(asked.releases.all(), key=lambda one: one.number, default=None)


def release_page(asked: Round, made: Release, unit: Unit | None) -> ReleasePage:
    """A release for somebody in a unit: the figures of the unit and of all above it, the smallest group first."""
    way = way_to(unit.pk if unit else None)
    cuts = [name for name, _values in asked.cuts]
    mine = [EVERYONE, *((release.UNITS, str(one.uuid)) for one in way)]
    figures = _figures(made, mine, cuts)
    shown = [where for where in mine if where in figures]
    replies = _replies(asked, way, shown)
    names = {EVERYONE: _("Everyone who was asked"), **{(release.UNITS, str(one.uuid)): one.name for one in way}}
    words = _words_of(made, shown)
    return ReleasePage(
        made=made,
        cells=tuple(
            _cell(asked, names[where], figures[where], replies.get(where, {}), words.get(where, ()))
            for where in reversed(shown)
        ),
        notes=_notes(made, _below(way, asked.plan.whole), figures.keys(), names),
        by_cut=tuple(
            (cut, tuple(_cell(asked, value, figures[cut, value]) for value in values if (cut, value) in figures))
            for cut, values in asked.cuts
        ),
    )


def closest_cell(asked: Round, unit: Unit) -> ShownCell | None:
    """The smallest group that is shown at or above a unit."""
    made = asked.releases.order_by("-number").first()
    page = release_page(asked, made, unit) if made else None
    return page.cells[0] if page and page.cells else None


def hardest_first(asked: Round, unit: Unit) -> tuple[Item, ...]:
    """The figures of that group."""
    cell = closest_cell(asked, unit)
    return cell.items if cell else ()


def answered_for(asked: Round, unit: Unit) -> set[str]:
    """The questions to which a unit has had a reply of its own."""
    return set(Reply.objects.filter(round=asked, unit=unit).values_list("question", flat=True))


def raised_themes(organisations: Iterable[int | Organisation], *, now: dt.datetime) -> Mapping[int, frozenset[str]]:
    """By organisation, the themes that half of all or more raised in its latest release. Published bands only."""
    recent = Figure.objects.filter(
        release__round__organisation__in=organisations,
        release__at__gt=now - _THEMES_COUNT_FOR,
        where=release.EVERYONE,
        question__startswith=listening.theme_code(""),
    ).order_by("release__at", "release__number")
    by_release: dict[int, tuple[int, set[str]]] = {}
    rows = recent.values_list("release__round__organisation", "release", "question", "label")
    for organisation, made, question, label in rows:
        if by_release.get(organisation, (0, set()))[0] != made:
            by_release[organisation] = (made, set())
        if label in _RAISED_BY:
            by_release[organisation][1].add(listening.theme_of(question))
    return {organisation: frozenset(themes) for organisation, (_made, themes) in by_release.items()}


def waiting_for_reply(person: Person, *, now: dt.datetime) -> Round | None:
    """A round of which a leader has not answered the hardest theme yet, while its 14 days run."""
    if person.unit is None:
        return None
    recent = Release.objects.filter(withheld="", at__gt=now - dt.timedelta(days=14)).order_by("-at")
    for made in recent.filter(round__in=Round.objects.visible_to(person)).select_related("round")[:1]:
        if not Reply.objects.filter(round=made.round, unit=person.unit_id).exists():
            return made.round
    return None


def units_below(asked: Round, unit: Unit) -> list[Unit]:
    """The units right below one of which there are figures."""
    made = latest(asked)
    children = {str(child.uuid): child for child in unit.children.order_by("sort_name")}
    figures = Figure.objects.filter(release=made, where=release.UNITS, value__in=children)
    with_figures = set(figures.values_list("value", flat=True).distinct())
    return [child for uuid, child in children.items() if uuid in with_figures]


def own_points(asked: Round, person: Person) -> dict[str, int]:
    """What a leader answered themself, for nobody else."""
    own = OwnView.objects.filter(round=asked, person=person).first()
    return dict(own.points) if own else {}


def own_view(asked: Round, person: Person) -> dict[str, str]:
    """The same in words, by question."""
    points = own_points(asked, person)
    scales = {question.code: question.scale for question in questions_of(asked)}
    return {code: str(SCALES[scales[code]][point - 1]) for code, point in points.items() if code in scales}


def _figures(made: Release, mine: Sequence[Where], cuts: Sequence[str]) -> dict[Where, list[Figure]]:
    units = [value for where, value in mine if where == release.UNITS]
    asked = Q(where=release.EVERYONE) | Q(where=release.UNITS, value__in=units) | Q(where__in=cuts)
    found: dict[Where, list[Figure]] = {}
    for one in made.figures.filter(asked).select_related("before"):
        found.setdefault((one.where, one.value), []).append(one)
    return found


def _cell(
    asked: Round,
    name: str,
    figures: Sequence[Figure],
    replies: Mapping[str, ShownReply] | None = None,
    words: Sequence[str] = (),
) -> ShownCell:
    texts = {question.code: question for question in questions_of(asked)}
    hardest = sorted(figures, key=lambda one: (-_hardness(one), one.question))
    items = tuple(
        _item(one, texts.get(one.question), (replies or {}).get(one.question), is_awaited=place < AWAITED)
        for place, one in enumerate(hardest)
    )
    return ShownCell(name, max((one.answers for one in figures), default=""), items, tuple(words))


def _hardness(one: Figure) -> int:
    """How hard what a figure says is: how many raise a theme, or do not give the good answer."""
    middle = one.low + one.high
    return middle if listening.theme_of(one.question) else 200 - middle


def _item(one: Figure, question: listening.Question | None, reply: ShownReply | None, *, is_awaited: bool) -> Item:
    theme = listening.theme_of(one.question)
    points = sorted(question.favourable) if question else []
    return Item(
        question=one.question,
        subject=str(SUBJECTS[question.subject]) if question else _("Wanted change"),
        text=_(question.text) if question and question.subject else question.text if question else str(THEMES[theme]),
        says=_(" or ").join(str(SCALES[question.scale][point - 1]) for point in points) if question else "",
        label=str(LABELS[one.label]),
        low=one.low,
        high=one.high,
        before=(one.before.low, one.before.high) if one.before else None,
        is_awaited=is_awaited,
        reply=reply,
    )


def _replies(asked: Round, way: Sequence[Unit], shown: Sequence[Where]) -> dict[Where, dict[str, ShownReply]]:
    """Replies by the group whose figures they answer: the smallest one at or above the unit of who replied."""
    where_of, where = {}, EVERYONE
    for unit in way:
        where = (release.UNITS, str(unit.uuid)) if (release.UNITS, str(unit.uuid)) in shown else where
        where_of[unit.pk] = where
    found: dict[Where, dict[str, ShownReply]] = {}
    place = {unit.pk: number for number, unit in enumerate(way)}
    rows = Reply.objects.filter(round=asked, unit__in=place).select_related("unit")
    for one in sorted(rows, key=lambda row: place[row.unit_id]):
        shown_reply = ShownReply(str(SAYS[one.say]), one.because, one.unit.name, one.at)
        found.setdefault(where_of[one.unit_id], {})[one.question] = shown_reply
    return found


def _words_of(made: Release, shown: Sequence[Where]) -> dict[Where, list[str]]:
    values = [value for where, value in shown if where == release.UNITS]
    asked = Words.objects.filter(Q(where=release.EVERYONE) | Q(where=release.UNITS, value__in=values), release=made)
    found: dict[Where, list[str]] = {}
    for one in asked.order_by("text"):
        found.setdefault((one.where, one.value), []).append(one.text)
    return found


def _below(way: Sequence[Unit], whole: str) -> Sequence[Unit]:
    """The units of a way that are not simply everyone."""
    at = next((place for place, unit in enumerate(way) if str(unit.uuid) == whole), -1)
    return way[at + 1 :]


def _notes(made: Release, way: Sequence[Unit], shown: Iterable[Where], names: Mapping[Where, str]) -> tuple[str, ...]:
    """Of each of the reader's units that has no figures: why, or with which unit it is counted."""
    why = {(one.where, one.value): one.why for one in _refused(made, way)}
    shown, notes, above = set(shown), [], EVERYONE
    for unit in way:
        where = (release.UNITS, str(unit.uuid))
        if where in shown:
            above = where
        elif where in why:
            notes.append(f"{unit.name}: {NOT_SHOWN[why[where]]}")
        elif unit == way[-1]:
            notes.append(
                _("%(unit)s is counted in “%(whole)s”, so that no small group stands alone.")
                % {"unit": unit.name, "whole": names[above]}
            )
    if EVERYONE not in shown and EVERYONE in why:
        notes.append(str(NOT_SHOWN[why[EVERYONE]]))
    return tuple(notes)


def _refused(made: Release, way: Sequence[Unit]) -> Iterable[RefusedCell]:
    values = [str(unit.uuid) for unit in way]
    return RefusedCell.objects.filter(
        Q(where=release.EVERYONE) | Q(where=release.UNITS, value__in=values), release=made
    )
