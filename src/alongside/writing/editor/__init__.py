"""What an editor shows while somebody writes, by the Language Server Protocol. No command but `lsp` imports it."""

from alongside.writing.editor._answers import serve

__all__ = ["serve"]
