"""What only the window of a team shows: how it stands with the server, what came back, who is here."""
