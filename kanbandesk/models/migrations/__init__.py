"""The schema's history: one module a step in `versions`, run by `runner`."""
