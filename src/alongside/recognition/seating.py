"""In which group each person gives recognition: so large that nobody is told by the group that their ballot names."""

from alongside.ballots.models import LEAST_OF_A_GROUP
from alongside.engines.listening import large_groups
from alongside.people.models import Organisation, Person
from alongside.people.selectors import ways_of

_EVERYONE = "everyone"


def seats_of(organisation: Organisation) -> dict[int, str]:
    """Each active person's key, with the label of their group: the unit of at least 12 as part of which they count.

    In an organisation with units, those who are in none are not asked: they come from outside, such as coaches.
    """
    people = dict(Person.objects.filter(organisation=organisation, is_active=True).values_list("pk", "unit"))
    placed = {person: unit for person, unit in people.items() if unit} or people
    ways = ways_of(organisation.pk)
    way_of = {person: ways.get(unit, ()) for person, unit in placed.items()}
    groups = large_groups(way_of.values(), LEAST_OF_A_GROUP)
    return {person: _label(groups[way]) for person, way in way_of.items()}


def _label(way: tuple[str, ...]) -> str:
    return way[-1] if way else _EVERYONE
