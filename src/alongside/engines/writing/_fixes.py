"""What may take the place of marked words without asking."""

from functools import lru_cache

from alongside.engines.writing._finding import Finding
from alongside.engines.writing._rules import OURS, Rules
from alongside.engines.writing._shelves import book_for


def fix_of(finding: Finding, rules: Rules = OURS) -> str | None:
    """The alternative that fits wherever the words stand, or None if somebody has to choose.

    Args:
        finding: as `check` gave it.
        rules: those that it was found by.
    """
    # In brackets stands advice, such as to leave the words out.
    if finding.kind != "term" or not finding.alternatives or finding.alternatives[0].startswith("("):
        return None
    by_pattern = len(finding.alternatives) == 1 and any(
        pattern.fix and pattern.rule == finding.rule for pattern in rules.patterns
    )
    return finding.alternatives[0] if by_pattern or _mends(finding.rule, rules.own) else None


@lru_cache(maxsize=1000)
def _mends(rule: str, own: tuple[str, ...]) -> bool:
    return any(shelf.mends(rule) for shelf in book_for(own).shelves)
