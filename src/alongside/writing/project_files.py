"""Small files that a project is configured by."""

from pathlib import Path

from alongside.engines.writing import UnusableConfiguration

_MOST_BYTES = 4_000_000


def text_of(file: Path) -> str:
    """The text of a small file that a project is configured by.

    Raises:
        UnusableConfiguration: it cannot be read.
    """
    try:
        with file.open("rb") as stream:
            content = stream.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise UnusableConfiguration(f"{file}: it is larger than {_MOST_BYTES // 1_000_000} MB. Divide it.")
        return content.decode("utf-8-sig")
    except OSError as fault:
        raise UnusableConfiguration(f"{file}: it cannot be read. {fault.strerror}.") from None
    except UnicodeDecodeError:
        raise UnusableConfiguration(f"{file}: it is not UTF-8 text. Save it as UTF-8.") from None
