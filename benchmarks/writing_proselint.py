"""What proselint finds in texts by its checks of social awareness: started by writing.py in an environment of its own.

[{text, markup}] in, [[start, end, rule], ...] for each out; no markup is told apart by it.
"""

import json
import sys

from proselint.checks import __register__
from proselint.config import DEFAULT
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

CheckRegistry().register_many(__register__)
ASKED = {**DEFAULT, "checks": {"social_awareness": True}}


def found(text: str) -> list[tuple[int, int, str]]:
    # Its own texts begin with a line end that is not the writer's.
    results = (result.check_result for result in LintFile("text", text).lint(ASKED))
    return [(result.span[0] - 1, result.span[1] - 1, result.check_path) for result in results]


if __name__ == "__main__":
    print(json.dumps([found(one["text"]) for one in json.load(sys.stdin)]))
