"""Composition of the desktop program."""
