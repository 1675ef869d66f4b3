"""All that was found in a meeting, before it is put into words."""

from typing import NamedTuple

from alongside.engines.meetings._by_name import ByName
from alongside.engines.meetings._lookback import Backchannel, Echo, Interruption, Overlap, Proposal


class Seen(NamedTuple):
    """The moments of a meeting, each sort in order of time."""

    by_name: ByName
    interruptions: tuple[Interruption, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    backchannels: tuple[Backchannel, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    echoes: tuple[Echo, ...] = ()
