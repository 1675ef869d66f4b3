"""What a round says, in words: the promise, the scales, the bands, and why something is not shown."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.voice.models import Say, Stage

# The word for how answers are kept. It becomes "anonymous" when tests show that of the whole way of an answer.
KEPT = _("confidential")

_PROMISE = (
    _("Your answer is %(kept)s: it is sealed before it leaves your screen, and it goes in without your name."),
    _("It takes two people together to open the answers, once, after the last day."),
    _("Results come once, in rough bands, and only for groups that are large enough."),
    _("Your own words can be known by their style: leave them out if you are not sure."),
)

SUBJECTS: Mapping[str, Promise] = MappingProxyType(
    {
        "informed_action": _("Help that helps"),
        "affirmation": _("Respect"),
        "being_heard": _("Being heard"),
        "credit": _("Credit and chances"),
        "safety": _("Safe to speak"),
        "": _("Asked by your organisation"),
    }
)
SCALES: Mapping[str, tuple[Promise, ...]] = MappingProxyType(
    {
        "how_often": (_("never"), _("rarely"), _("sometimes"), _("often"), _("always")),
        "agree": (_("not at all"), _("a little"), _("half and half"), _("mostly"), _("fully")),
    }
)
THEMES: Mapping[str, Promise] = MappingProxyType(
    {
        "being_heard": _("being heard"),
        "credit": _("getting credit"),
        "chances": _("getting chances"),
        "workload": _("who does how much"),
        "feedback": _("feedback"),
        "respect": _("respect"),
        "language": _("the words we use"),
        "belonging": _("belonging"),
        "hiring": _("hiring"),
        "pay": _("pay"),
        "time": _("time"),
        "access": _("access"),
        "safety": _("being safe to speak"),
        "openness": _("openness"),
    }
)
LABELS: Mapping[str, Promise] = MappingProxyType(
    {
        "few": _("few"),
        "some": _("some"),
        "half": _("about half"),
        "most": _("most"),
        "nearly_all": _("nearly all"),
    }
)
SAYS: Mapping[str, Promise] = MappingProxyType(
    {Say.HEARD: _("Heard"), Say.WILL_CHANGE: _("Will change"), Say.WILL_NOT: _("Will not change")}
)
STAGES: Mapping[str, Promise] = MappingProxyType(
    {
        Stage.DRAFT: _("Draft"),
        Stage.OPENING: _("Being opened"),
        Stage.WAITING: _("Waits for the two keys"),
        Stage.ISSUING: _("Starts soon"),
        Stage.ASKING: _("Open for answers"),
        Stage.CLOSING: _("Waits to be opened"),
        Stage.RELEASED: _("Results are out"),
        Stage.WITHHELD: _("No results"),
        Stage.LOST: _("Nobody opened it"),
    }
)
# Why a cell of a plan is refused, for the DEI lead, with the number of people whom it would have told about.
REFUSED: Mapping[str, Promise] = MappingProxyType(
    {
        "too_few_invited": _("This would be about %(people)s people. A group needs at least %(fewest)s."),
        "remainder": _("This would let someone work out the answers of the %(people)s people who are not in it."),
        "combination": _("This would let someone work out %(people)s people's answers."),
        "earlier_round": _(
            "An earlier round showed nearly the same people. The difference would let someone work out %(people)s "
            "people's answers. Wait until at least %(k)s people have come or gone."
        ),
    }
)
# Why something is not shown in a release, for everybody.
NOT_SHOWN: Mapping[str, Promise] = MappingProxyType(
    {
        "too_few_invited": _("Too few people were asked here."),
        "too_few_answers": _("Too few people answered here."),
        "remainder": _("It would tell too much about the few who are not in this group."),
        "combination": _("Together with the other figures it would tell too much about a few people."),
        "earlier_round": _("Together with an earlier round it would tell too much about a few people."),
    }
)

# Why a whole round is withheld: the sentences of the engine, as they are kept with a release.
WITHHELD: Mapping[str, Promise] = MappingProxyType(
    {
        "Too few people answered, so nothing is shown.": _("Too few people answered, so nothing is shown."),
        "What people answered could be worked out from any figures that we could show, so nothing is shown.": _(
            "What people answered could be worked out from any figures that we could show, so nothing is shown."
        ),
    }
)


def four_sentences() -> list[str]:
    """The promise to whoever is asked, from the one place where it stands."""
    return [str(sentence) % {"kept": KEPT} for sentence in _PROMISE]
