"""Where a board comes from: the demo, a new one, a file of another program, a team."""
