"""Look back at a meeting: read a transcript, see who had the floor and what became of what people tried to say."""
