"""Opening a round: what is promised is frozen, and the campaign that takes the answers begins."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.access.audit import audit
from alongside.administration.jurisdiction import Feature, profile_of
from alongside.ballots.models import Campaign
from alongside.ballots.refusals import Refused as CampaignRefused
from alongside.ballots.services import open_campaign
from alongside.engines import release
from alongside.people.models import Person
from alongside.voice.drafting import Refused, faults_of, preview
from alongside.voice.membership import Membership
from alongside.voice.models import FrozenPlan, Round


class KMayNotFall(Exception):
    """k of an open round may rise and never falls."""


def open_round(*, draft: Round, by: Person, now: dt.datetime) -> None:
    """Freeze what is promised, and open the campaign that takes the answers.

    Who is asked, in which groups, what may be shown and k are in the plan; its digest goes to the audit list, and to
    everybody who is asked. Planning may take minutes: nothing waits for it.

    Raises:
        Refused: something keeps it from being opened; the message says what.
        SwitchedOffHere: the law of this place, as we read it, has no such rounds.
    """
    profile_of(draft.organisation).require(Feature.VOICE_ROUNDS)
    asked = Round.writable.get(pk=draft.pk)
    if asked.opened_at is not None:
        raise Refused(_("This round is open already."))
    if not asked.questions:
        raise Refused(_("Choose what to ask."))
    membership, plan = preview(draft=asked)
    if faults := faults_of(asked, now=now):
        raise Refused(faults[0])
    _freeze(asked, membership, plan, by=by, now=now)


@transaction.atomic
def _freeze(asked: Round, membership: Membership, plan: release.ReleasePlan, *, by: Person, now: dt.datetime) -> None:
    as_it_is = Round.objects.select_for_update().get(pk=asked.pk)
    if as_it_is.opened_at is not None or as_it_is.preview is None:
        raise Refused(_("This round was changed just now. Look at the check again."))
    FrozenPlan.objects.create(round=asked, text=release.write_plan(plan), digest=plan.digest, whole=membership.whole)
    asked.campaign = _campaign(asked, membership, by=by, now=now)
    asked.opened_at = now
    asked.save(update_fields=["campaign", "opened_at"])
    detail: dict[str, object] = {"digest": plan.digest, "k": asked.k}
    audit(asked.organisation, "voice.opened", by=by, now=now, subject=asked.title, detail=detail)


def _campaign(asked: Round, membership: Membership, *, by: Person, now: dt.datetime) -> Campaign:
    """The campaign that gives out passes and takes the answers, in the groups of the plan."""
    trustees = [chosen.person for chosen in asked.trustees.select_related("person").order_by("position")]
    if asked.issue_from is None or asked.spend_from is None or asked.spend_until is None:
        raise Refused(_("Say when it is, and who keeps the keys."))
    try:
        return open_campaign(
            organisation=asked.organisation,
            purpose="voice",
            seats=membership.labels(),
            trustees=trustees,
            issue_from=asked.issue_from,
            spend_from=asked.spend_from,
            spend_until=asked.spend_until,
            by=by,
            now=now,
        )
    except CampaignRefused as refusal:
        raise Refused(str(refusal)) from refusal


@transaction.atomic
def raise_k(*, asked: Round, k: int, by: Person, now: dt.datetime) -> None:
    """Promise more than before: fewer figures are shown, and those are about more people.

    Raises:
        KMayNotFall: k is lower than it is now.
        Refused: the results are out.
    """
    asked = Round.objects.select_for_update().get(pk=asked.pk)
    if k < asked.k:
        raise KMayNotFall(_("The least number of people is %(k)s, and can only be raised.") % {"k": asked.k})
    if asked.releases.exists():
        raise Refused(_("The results are out, so that this changes nothing any more."))
    before, asked.k = asked.k, k
    asked.save(update_fields=["k"])
    audit(asked.organisation, "voice.k_raised", by=by, now=now, subject=asked.title, detail={"before": before, "k": k})
