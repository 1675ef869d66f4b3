"""Today: one act, why it is here, and the words to use."""
