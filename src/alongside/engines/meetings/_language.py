"""Whether a meeting reads as English, which is the only language that the weights of words were learned from."""

import numpy as np

from alongside.engines.meetings._units import Units
from alongside.engines.meetings._word_weights import GRAMMAR

NOT_ENGLISH = (
    "This meeting does not read as English, the only language we were trained on. What we tell of interruptions rests "
    "on times more than on words and is never sure, and ideas are not looked for."
)

# In 63 work meetings in English (Janin et al. 2003) no 3,000 words had a lower share than 0.58 of these function words.
# Languages that share some of them ("in", "so", "was") stay at a third or less.
_LEAST_SHARE = 0.4
_ENOUGH_WORDS = 3000
_TOO_FEW_WORDS = 50


def reads_as_english(units: Units) -> bool:
    """Judged by the share of English function words; a meeting of a few words is given the benefit of the doubt."""
    said = units.spoken.number[:_ENOUGH_WORDS]
    grammar = np.count_nonzero(units.spoken.which(GRAMMAR.__contains__)[said])
    return len(said) < _TOO_FEW_WORDS or bool(grammar >= _LEAST_SHARE * len(said))
