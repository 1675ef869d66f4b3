"""Moments to rehearse: scenes from the chair of somebody who is there. Nothing is kept."""
