"""Small parts without rules."""
