"""What a writer meets: the page on the site; and files in, a report out, for the terminal, for CI and for an editor.

The judgement is `alongside.engines.writing`; here is what reads, lays out and mends. Nothing is kept, in no table.
"""
