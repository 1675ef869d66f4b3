"""Alongside: allyship as a daily practice."""
