"""Files of every kind that people write in, as pieces of text that can be checked."""

from alongside.writing.documents._names import is_prose, markup_of
from alongside.writing.documents._piece import Limits, Piece, UnreadableFile
from alongside.writing.documents._read import pieces

__all__ = ["Limits", "Piece", "UnreadableFile", "is_prose", "markup_of", "pieces"]
