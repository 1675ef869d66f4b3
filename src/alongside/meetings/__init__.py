"""Meetings as a feature of the product: what a look-back looks like. The engine knows; this shows."""
