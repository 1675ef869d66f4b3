"""The same things that the pages show, for programs."""
