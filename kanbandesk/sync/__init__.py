"""The desk of a team: it guesses, the server decides, it replays (docs: one board for everybody, also offline)."""
