"""Looking back on oneself: notes that only their author can read, and drafts that put a mistake right."""
