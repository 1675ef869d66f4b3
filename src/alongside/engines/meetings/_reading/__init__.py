"""Reading: from the file that a recorder exported to a `Transcript`."""

from alongside.engines.meetings._reading._limits import Limits
from alongside.engines.meetings._reading._pairs import pair_up
from alongside.engines.meetings._reading._read import read

__all__ = ["Limits", "pair_up", "read"]
