"""What a board's past says: trials of settings on what has happened."""
