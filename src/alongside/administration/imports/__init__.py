"""People from a file: `reading` it, `plan`ning what changes, `writing` that, and the `services` that join the three."""
