"""What is sent to people: by mail, and on their own page."""
