"""What a person's practice writes. All of it is private to them: nothing here leaves an audit event."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from django.db import transaction

from alongside.access import Role
from alongside.engines import practice
from alongside.people.models import Person
from alongside.practice.models import Answer, Lever, Moment, Offer
from alongside.voice.selectors import raised_themes

# The longest rest of an act is 60 days, and a quarter's change is looked for over the last ten offers.
KEPT_FOR = dt.timedelta(days=120)
MOMENT_KEPT_FOR = dt.timedelta(days=7)

_CHANGES = 3
_CHOSEN = ["act", "because", "about", "about_date", "is_smaller", "answer"]

# A few levers make somebody a host, an interviewer or a reviewer, whatever they are called.
_ROLE_OF_LEVER = {"agenda": "host", "hiring": "interviewer", "reviews": "reviewer", "promotions": "reviewer"}


@dataclass(frozen=True, slots=True)
class Day:
    """The act of a day and what became of it. `is_first` if none is remembered from a day before."""

    choice: practice.Choice
    answer: Answer
    is_first: bool


def offer_today(*, by: Person, now: dt.datetime) -> Day:
    """The act for a person's day, chosen when they first look and then kept."""
    on = by.local_date(now)
    catalogue = practice.our_catalogue()
    past = list(Offer.objects.filter(person=by, on_date__gte=on - KEPT_FOR))
    kept = next((offer for offer in past if offer.on_date == on), None)
    is_first = not any(offer.on_date < on for offer in past)
    if kept and kept.act in catalogue.by_code:
        return Day(_as_chosen(kept, catalogue, by), Answer(kept.answer), is_first)
    choice = choices_for([by], {by.pk: [_as_past(offer) for offer in past]}, now=now)[by.pk]
    if choice.act:
        _keep(choice, choice.act, by)
    return Day(choice, Answer.NONE, is_first)


def choices_for(
    people: Collection[Person], past: Mapping[int, Sequence[practice.Offer]], *, now: dt.datetime
) -> dict[int, practice.Choice]:
    """What is chosen for each of some people today, by their key, after their `past` offers. Nothing is kept.

    In three queries, and one for each person whose `grants` the caller has not fetched.
    """
    keys = [person.pk for person in people]
    noticed, levers = defaultdict(list), defaultdict(set)
    for moment in Moment.objects.filter(person__in=keys):
        noticed[moment.person_id].append(practice.Noticed(moment.kind, moment.met_on))
    for key, code in Lever.objects.filter(person__in=keys).values_list("person", "code"):
        levers[key].add(code)
    themes = raised_themes({person.organisation_id for person in people}, now=now)
    chosen = {}
    for person in people:
        on = person.local_date(now)
        chosen[person.pk] = practice.choose(
            practice.our_catalogue(),
            _circumstances(person, frozenset(levers[person.pk]), themes.get(person.organisation_id, frozenset())),
            on=on,
            offers=[offer for offer in past.get(person.pk, ()) if offer.on != on],
            noticed=noticed[person.pk],
        )
    return chosen


def past_offers(people: Collection[Person], *, now: dt.datetime) -> dict[int, list[practice.Offer]]:
    """What was offered to each of some people, the oldest first, as far back as a choice looks. In one query."""
    past = defaultdict(list)
    rows = Offer.objects.filter(person__in=people, on_date__gte=(now - KEPT_FOR).date()).order_by("on_date")
    for key, act, on, said in rows.values_list("person", "act", "on_date", "answer"):
        past[key].append(practice.Offer(act, on, cast("practice.Answer", said)))
    return past


def answer(*, by: Person, on: dt.date, said: Answer) -> None:
    """Keep what became of the act of a day; it may be said again, and differently."""
    Offer.objects.filter(person=by, on_date=on).update(answer=said)


def name_levers(*, by: Person, codes: Collection[str]) -> None:
    """Keep what a person says that they can change, in place of what they said before."""
    with transaction.atomic():
        Lever.objects.filter(person=by).exclude(code__in=codes).delete()
        Lever.objects.bulk_create((Lever(person=by, code=code) for code in codes), ignore_conflicts=True)


def changes_for(person: Person, levers: Collection[str]) -> tuple[practice.Act, ...]:
    """A few changes to how things work that somebody with these levers can make."""
    roles = _roles(person, levers)
    return practice.our_catalogue().changes_within_reach(roles=roles, levers=levers, most=_CHANGES)


def remember_moment(*, by: Person, kind: str, met_on: dt.date) -> None:
    """Take a kind of moment along from a look-back: neither who, nor what was said."""
    Moment.objects.get_or_create(person=by, kind=kind, met_on=met_on)


def forget_what_is_old(*, now: dt.datetime) -> None:
    """Delete moments after a week, and offers when no choice needs them any more."""
    Moment.objects.filter(met_on__lt=(now - MOMENT_KEPT_FOR).date()).delete()
    Offer.objects.filter(on_date__lt=(now - KEPT_FOR).date()).delete()


def _roles(person: Person, levers: Collection[str]) -> frozenset[str]:
    """The roles of practice that somebody has: as a leader, and by their levers."""
    roles = {_ROLE_OF_LEVER[lever] for lever in levers if lever in _ROLE_OF_LEVER}
    return frozenset(roles | {"leader", "host"} if Role.LEADER in person.roles else roles)


def _circumstances(person: Person, levers: frozenset[str], themes: frozenset[str]) -> practice.Circumstances:
    return practice.Circumstances(
        seed=str(person.uuid),
        working_days=person.weekdays,
        roles=_roles(person, levers),
        levers=levers,
        themes=themes,
    )


def _keep(choice: practice.Choice, act: practice.Act, person: Person) -> None:
    offer = Offer(
        person=person,
        on_date=choice.on,
        act=act.code,
        because=choice.because.reason,
        about=choice.because.about,
        about_date=choice.because.on,
        is_smaller=bool(choice.smaller_step),
    )
    # One statement, so that two first looks at once keep one offer.
    Offer.objects.bulk_create(
        [offer], update_conflicts=True, unique_fields=["person", "on_date"], update_fields=_CHOSEN
    )


def _as_past(offer: Offer) -> practice.Offer:
    return practice.Offer(offer.act, offer.on_date, cast("practice.Answer", offer.answer))


def _as_chosen(offer: Offer, catalogue: practice.Catalogue, person: Person) -> practice.Choice:
    act = catalogue.by_code[offer.act]
    return practice.Choice(
        on=offer.on_date,
        act=act,
        because=practice.Because(cast("practice.Reason", offer.because), offer.about, offer.about_date),
        smaller_step=act.smaller_step if offer.is_smaller else "",
        next_on=practice.next_date(offer.on_date, person.weekdays),
    )
