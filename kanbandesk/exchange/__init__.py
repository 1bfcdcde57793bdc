"""Import and export of other programs' data."""
