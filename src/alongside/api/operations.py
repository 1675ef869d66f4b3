"""The operations. Each says who may call it, as pages do, and calls the selectors and services that pages call."""

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

from django.utils import timezone
from ninja import NinjaAPI, Query
from ninja.security import django_auth

from alongside.access import SIGNED_IN, PersonRequest, allow, reach
from alongside.api.schemas import (
    Answer,
    Finding,
    Listed,
    Me,
    OwnUnit,
    People,
    Profile,
    Refusal,
    Text,
    Today,
    Unit,
    Writing,
)
from alongside.engines import writing
from alongside.people import models, selectors
from alongside.practice import models as practice
from alongside.practice import selectors as practice_pages
from alongside.practice import services as practice_services
from alongside.writing.colleagues import colleagues_in

api = NinjaAPI(
    title="Alongside",
    version="1",
    description="The same things that the pages show, for programs that act for one person.",
    auth=django_auth,  # the session of the site; what changes anything needs the CSRF token in the header X-CSRFToken
    docs_url=None,
    openapi_url=None,
)
SIGN_IN = {401: Refusal}
NOT_THERE = {401: Refusal, 404: Refusal}
Search = Annotated[str, Query(max_length=100)]


@api.get("/me", response={200: Me, **SIGN_IN}, summary="What you have said about yourself")
@allow(*SIGNED_IN)
def me(request: PersonRequest) -> Me:
    person = request.user
    return Me(
        uuid=person.uuid,
        name=person.name,
        full_name=person.full_name,
        email=person.email,
        organisation=person.organisation.name,
        unit=_unit(person.unit) if person.unit else None,
        roles=sorted(person.roles),
        respelling=person.respelling,
        ipa=person.ipa,
        pronoun_answer=person.pronoun_answer,
        pronouns=person.pronouns,
        pronoun_audience=person.pronoun_audience,
        time_zone=person.time_zone,
        language=person.language,
        working_days=person.working_days,
        asks_a_month=person.asks_a_month,
    )


@api.get("/people", response={200: People, **SIGN_IN}, summary="The directory")
@allow(*SIGNED_IN)
def people(request: PersonRequest, q: Search = "", after: UUID | None = None) -> People:
    everyone = models.Person.objects.visible_to(request.user)
    found = everyone.named(q.strip()) if q.strip() else everyone
    page = selectors.people_page(found, everyone.filter(uuid=after).first() if after else None)
    return People(
        people=[
            Listed(page=row.href, name=row.name, respelling=row.respelling, recording=row.recording_url, team=row.team)
            for row in page.people
        ],
        next_after=page.next_after,
    )


@api.get("/people/{uuid:uuid}", response={200: Profile, **NOT_THERE}, summary="One person, as you may see them")
@allow(*SIGNED_IN)
def person(request: PersonRequest, uuid: UUID) -> Profile:
    shown = selectors.profile(reach(models.Person.objects, request.user, uuid=uuid), request.user)
    return Profile(
        name=shown.name,
        respelling=shown.respelling,
        ipa=shown.ipa,
        recording=shown.recording_url,
        pronouns=shown.pronouns,
        units=[_unit(unit) for unit in shown.units],
    )


@api.get("/units", response={200: list[OwnUnit], **SIGN_IN}, summary="Units at the top, or those with a name")
@allow(*SIGNED_IN)
def units(request: PersonRequest, q: Search = "") -> list[OwnUnit]:
    asked = q.strip()
    found = selectors.units_named(request.user, asked) if asked else selectors.units_at_the_top(request.user)
    return [_unit(unit) for unit in found]


@api.get("/units/{uuid:uuid}", response={200: Unit, **NOT_THERE}, summary="One unit")
@allow(*SIGNED_IN)
def unit(request: PersonRequest, uuid: UUID) -> Unit:
    found = reach(models.Unit.objects, request.user, uuid=uuid)
    return Unit(
        uuid=found.uuid,
        name=found.name,
        above=[_unit(each) for each in selectors.way_to(found.parent_id)],
        within=[_unit(each) for each in found.children.order_by("sort_name")[: selectors.UNITS_SHOWN]],
    )


@api.get("/today", response={200: Today, **SIGN_IN}, summary="Your act of the day")
@allow(*SIGNED_IN)
def today(request: PersonRequest) -> Today:
    return _today(request)


@api.post("/today", response={200: Today, 401: Refusal, 403: Refusal, 422: dict}, summary="Say what became of it")
@allow(*SIGNED_IN)
def say(request: PersonRequest, given: Answer) -> Today:
    on = request.user.local_date(timezone.now())
    practice_services.answer(by=request.user, on=on, said=practice.Answer(given.answer))
    return _today(request)


@api.post("/write/check", response={200: Writing, 401: Refusal, 403: Refusal, 422: dict}, summary="Check a text")
@allow(*SIGNED_IN)
def check_writing(request: PersonRequest, given: Text) -> Writing:
    people = colleagues_in(given.text, request.user) if given.colleagues else ()
    findings = writing.check(given.text, markup=given.markup, people=people, locale=given.locale)
    return Writing(findings=[Finding(**asdict(found)) for found in findings])


def _today(request: PersonRequest) -> Today:
    offered = practice_services.offer_today(by=request.user, now=timezone.now())
    day = practice_pages.shown(offered.choice, offered.answer, is_first=offered.is_first)
    return Today.model_validate(
        {
            "act": {**asdict(day.act), "area": day.act.room} if day.act else None,
            "why": day.why,
            "smaller_step": day.smaller_step,
            "answer": day.answer,
            "next_on": day.next_on,
        }
    )


def _unit(unit: models.Unit) -> OwnUnit:
    return OwnUnit(uuid=unit.uuid, name=unit.name)
