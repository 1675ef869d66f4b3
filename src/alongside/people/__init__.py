"""People, their units and roles, and what each of them says about themself."""
