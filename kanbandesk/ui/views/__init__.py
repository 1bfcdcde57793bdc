"""Filters and saved views: what of the board is shown, and that something is hidden."""
