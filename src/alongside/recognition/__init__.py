"""Recognition: what colleagues say, once a quarter, of somebody who stood by them. It exists only from others.

It is given from the giver's own menu and never asked for. Who gave it nobody can tell, this server neither: it comes in
sealed ballots. It is shown to nobody but the person it is about, as a band, if at least 5 others in at least 2 units
gave it. Of fewer, nothing is written at all: docs/use/recognition.md.
"""
