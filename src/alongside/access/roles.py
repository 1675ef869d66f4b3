"""The parts people play here. Everyone who signs in is a member; some people are more than that."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody may be to Alongside. It says what they may open, and nothing about what they are."""

    ANONYMOUS = "anonymous"
    MEMBER = "member"
    LEADER = "leader"
    DEI_LEAD = "dei_lead"
    ADMINISTRATOR = "administrator"
    COACH = "coach"


# What can be given to a person; the other two follow from signing in.
GIVEN = (Role.LEADER, Role.DEI_LEAD, Role.ADMINISTRATOR, Role.COACH)
ANYONE = tuple(Role)
SIGNED_IN = (Role.MEMBER,)
