"""A function for each command, by subject."""
