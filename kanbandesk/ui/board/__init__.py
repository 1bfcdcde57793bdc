"""The board: one canvas that paints what is visible."""
