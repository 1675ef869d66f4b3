"""The plan of a quarter, and the changes that are looked at again. It is for its author alone."""
