"""Cells for files that somebody will open in a spreadsheet."""

# What makes a spreadsheet take a cell for a formula, and run it; the wide forms are those of East Asian keyboards.
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(text: str) -> str:
    """The text, with an apostrophe before it if a spreadsheet would run it (OWASP, CSV injection)."""
    return f"'{text}" if text.lstrip(" ").startswith(_STARTS) else text
