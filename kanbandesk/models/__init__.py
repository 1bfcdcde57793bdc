"""Tables, store and migrations."""
