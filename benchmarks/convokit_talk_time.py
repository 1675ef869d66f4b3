"""What ConvoKit can compute of the meetings that `meetings.py` looks back on; run by it, in an environment of its own.

    python convokit_talk_time.py DATA_DIR

Prints the seconds that it took, without the import. ConvoKit balances talk time between two groups, so the speakers of
each meeting are dealt out to two, in turn; it has no interruptions, and no file format of a recorder.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from time import perf_counter, process_time

from convokit import Corpus, Speaker, TalkTimeSharing, Utterance


def talk_time(files: list[Path]) -> None:
    corpus = Corpus(utterances=[utterance for file in files for utterance in utterances_of(file)])
    TalkTimeSharing().transform(corpus)


def utterances_of(file: Path) -> Iterator[Utterance]:
    segments = json.loads(file.read_bytes())["segments"]
    groups: dict[str, str] = {}
    first = f"{file.stem}-0"
    for number, segment in enumerate(segments):
        group = groups.setdefault(segment["speaker"], ("groupA", "groupB")[len(groups) % 2])
        yield Utterance(
            id=f"{file.stem}-{number}",
            speaker=Speaker(id=segment["speaker"]),
            conversation_id=first,
            reply_to=f"{file.stem}-{number - 1}" if number else None,
            timestamp=segment["start"],
            text=segment["text"],
            meta={"start": segment["start"], "stop": segment["end"], "utt_group": group},
        )


def main() -> None:
    process, wall = process_time(), perf_counter()
    with redirect_stderr(StringIO()):  # its progress bars
        talk_time(sorted(Path(sys.argv[1]).glob("*.json")))
    print(json.dumps({"process": process_time() - process, "wall": perf_counter() - wall}))


if __name__ == "__main__":
    main()
