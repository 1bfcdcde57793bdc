"""The settings window: what a team sets up, each thing on a page of its own, refused with the reason when it is bad."""
