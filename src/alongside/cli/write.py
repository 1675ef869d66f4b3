"""`alongside write`: what it takes and what it promises; the work is in `_writing`.

Read by the standard library: this command runs for every file that is saved, and click takes longer than the check.
"""

import argparse
import sys
from collections.abc import Sequence

_ABOUT = """Check FILE for words that leave people out, and show better ones.

Markdown, HTML, reStructuredText, plain text, comments in code, Word, OpenDocument
and PDF files. A folder stands for the prose in it. "-" reads standard input.
Nothing is kept, and nothing leaves this machine.

You decide: a finding is a suggestion, with the reason beside it.
"""
_CODES = """Exit codes:
  0    nothing found (or nothing of the strength that --fail-at names)
  1    something found
  2    a file could not be read (the others are done), or an option or the
       configuration was not understood
  3    Alongside made a mistake
  130  stopped with Ctrl-C

All of it is in docs/use/writing.md.
"""
_MISTAKE, _STOPPED, _PIPE_CLOSED = 3, 130, 141
_WIDTH = 100
FORMATS = ("text", "json", "sarif", "github", "markdown")
STRENGTHS = ("avoid", "consider", "context")


def main(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    try:
        asked = parser().parse_args(arguments)
        from alongside.cli._writing import write  # noqa: PLC0415 - help and usage errors need no engine

        return write(asked)
    except SystemExit as end:
        return int(end.code or 0)
    except KeyboardInterrupt:
        return _STOPPED
    except BrokenPipeError:
        # Whoever read the report has seen enough. Python would complain when it closes the stream.
        sys.stdout = None
        return _PIPE_CLOSED
    except Exception as fault:  # noqa: BLE001 - the edge of the process
        said = f"Alongside made a mistake and stopped ({type(fault).__name__}: {fault}). This is not your fault."
        sys.stderr.write(f"{said}\n")
        return _MISTAKE


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help of a fixed width. To ask the terminal imports more than all of argparse, for each argument, help or not."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_WIDTH)


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(
        prog="alongside write",
        description=_ABOUT,
        epilog=_CODES,
        formatter_class=_Help,
        allow_abbrev=False,
    )
    add = made.add_argument
    add("files", metavar="FILE", nargs="+", help='files or folders; "-" is standard input')
    add("--format", choices=FORMATS, default="text", help="how to show it (text)")
    add("--output", metavar="PATH", help="write the report to PATH, not to the terminal")
    add("--fix", action="store_true", help="put right what has only one better word, in the files themselves")
    add("--advert", action="store_true", help="the files are job adverts: look at them as such, too")
    add(
        "--readability", action="store_true", help="in folders, too, show what is hard to read (else in up to 20 files)"
    )
    add("--people", metavar="FILE", help="your colleagues' names and pronouns, as CSV or TOML")
    add("--fail-at", choices=STRENGTHS, help="exit with 1 only from this strength on (context, that is any)")
    add("--locale", choices=("en-GB", "en-US"), help="the English that you write (en-GB)")
    add("--markup", metavar="NAME", help="read the files as markdown, html, rst, text, json, yaml or code:LANGUAGE")
    add("--stdin-name", metavar="NAME", default="", help="the name of what standard input holds, such as a.html")
    add("--config", metavar="FILE", help="use this file, and look for no other")
    add("--no-config", action="store_true", help="look for no configuration")
    add("--pack", metavar="PATH", action="append", default=[], help="rules of woke, alex or Vale: a file or a folder")
    add("--jobs", metavar="N", type=_number, default=1, help="files to work on at once (1)")
    return made


def _number(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"expected a number from 1 on, found {text!r}")
    return int(text)
