"""Two minutes a day: something to learn, which ends in one thing to do and comes back before it is forgotten."""
