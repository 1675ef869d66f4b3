"""What people say of themselves is theirs to choose: "I am autistic", "as a gay man"."""

import re

from alongside.engines.writing._place import Place

_IDENTITIES = frozenset("disability lgbtq race religion origin migration body class".split())
"""Categories in which terms name what somebody is; in others "I" speaks of a thing: "I'm going crazy"."""
_SELF = re.compile(
    r"(?:\b(?:i|we)(?:'(?:m|re)| am| are| was| were|(?:'ve| have) been| identify(?: myself| ourselves)? as| came out as"
    r"| grew up| (?:call|consider) (?:myself|ourselves)| describe (?:myself|ourselves) as)"
    r"|\bi (?:have|live with)"
    r"|\b(?:as|being|speaking as)(?= an? | someone ))"
    r"(?P<between>(?: [\w']+){0,4}) \Z"
)
_OF_A_THING = frozenset(
    "so such too totally really literally kinda kind bit little going gone getting feeling feel like just driving sort"
    " basically completely absolutely slightly super acting him her them being not".split()
)
_OF_OTHERS = frozenset(
    "told asked said known his her their your he she they you him them boss manager colleague friend".split()
)
_OTHERWISE = _OF_A_THING | _OF_OTHERS
_FIRST_PERSON = frozenset("i we my our me us i'm i've".split())


def is_self_description(place: Place) -> bool:
    """Tell whether somebody says what they themself are."""
    if place.entry.category not in _IDENTITIES:
        return False
    words = place.passage.words
    own = _SELF.search(" ".join(words[max(0, place.first - 8) : place.first]) + " ")
    if own is None or not _OTHERWISE.isdisjoint(own["between"].split()):
        return False
    return own[0].startswith(("i", "we")) or not _FIRST_PERSON.isdisjoint(words)
