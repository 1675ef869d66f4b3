"""Rules that teams already have: packs of woke, alex and Vale, read into our own records.

What cannot be carried over is never dropped in silence: each pack says it, in words.
"""

from alongside.engines.writing._packs._expressions import PatternsNeedRe2, findings
from alongside.engines.writing._packs._pack import Pack, UnusablePack
from alongside.engines.writing._packs._read import read_pack

__all__ = ["Pack", "PatternsNeedRe2", "UnusablePack", "findings", "read_pack"]
