"""The ticket panel."""
