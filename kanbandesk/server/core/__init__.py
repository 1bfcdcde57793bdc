"""Applying commands exactly once, strictly one after another. No web framework."""
