"""Alongside: allyship as a daily practice."""

__version__ = "0.1.0"
