"""The page on transcripts states the limits that hold."""

import dataclasses
import re
from pathlib import Path

from alongside.engines.meetings import Limits, read
from alongside.engines.meetings._reading._cue import PAUSE

PAGE = (Path(__file__).resolve().parents[2] / "docs/use/transcripts.md").read_text(encoding="utf-8")


def test_every_limit_is_on_the_page_as_it_is_in_the_code() -> None:
    table = PAGE.partition("## Limits")[2]
    stated = [int(number.replace(",", "")) for number in re.findall(r"\| ([\d,]+)(?: \w+)? \|", table)]
    assert stated == list(dataclasses.astuple(Limits()))


def test_the_pause_that_ends_an_utterance_is_on_the_page() -> None:
    assert f"less than {PAUSE} seconds apart" in PAGE


def test_each_way_to_begin_a_speech_on_the_page_is_read() -> None:
    ways = re.findall(r"`([^`]*Maya Chen[^`]*)`", PAGE)
    assert len(ways) == 7
    for way in ways:
        later = re.sub(r"05|11", "15", way).replace("Maya", "Ben")
        text = f"{way}\nHello.\n{later}\nHello.\n{way.replace('05', '25').replace('11', '25')}\nHello."
        assert read(text.encode()).speakers == ("Maya Chen", "Ben Chen")
