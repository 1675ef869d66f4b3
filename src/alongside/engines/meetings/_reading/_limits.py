from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read before a file is refused.

    Attributes:
        max_bytes: size of the file.
        max_cues: cues, segments or paragraphs in it.
        max_line: characters in one line of text, or in the words of one cue.
        max_uncompressed_bytes: size of the text inside a Word document once it is unpacked.
    """

    max_bytes: int = 64_000_000
    max_cues: int = 100_000
    max_line: int = 100_000
    max_uncompressed_bytes: int = 32_000_000
