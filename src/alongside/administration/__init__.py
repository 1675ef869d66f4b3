"""Setting the organisation up and keeping it: its law, its people and units, its records of who did what."""
