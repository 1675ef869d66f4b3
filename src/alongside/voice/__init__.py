"""Listening rounds: all are asked the same, nobody can tell who said what, and leaders answer for what they heard."""
