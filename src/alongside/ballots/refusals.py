"""What a campaign refuses. The text of each is for the person who asked, and says what they can do."""


class Refused(Exception):
    """Something about a campaign was refused; the text says why and what to do. Nothing was changed."""


class TrusteesMissing(Refused):
    """There are not two different people of the organisation to open the ballots."""


class NoVoiceHost(Refused):
    """There is no second address at which ballots could be cast."""


class GroupTooSmall(Refused):
    """A group has so few seats that a pass of it would say too much about who has it."""


class NotASeat(Refused):
    """This person is not asked in this campaign, or not as what they say they are."""


class AlreadyIssued(Refused):
    """This person has had their pass."""


class NotNow(Refused):
    """It is too early or too late for this."""


class NotUnderstood(Refused):
    """What was sent is not what was expected: it has the wrong size, or is no number of this key."""


class NotValid(Refused):
    """The pass or the code was not given out for this campaign and group."""


class AlreadySpent(Refused):
    """A ballot was cast with this pass or code before."""


class TooFewPasses(Refused):
    """So few passes of a group are out that a ballot would say too much about who cast it."""


class WrongKey(Refused):
    """A trustee's file does not fit this campaign."""


class NotKept(Refused):
    """The database could not write it, because the disk is full or the database is out of reach."""
