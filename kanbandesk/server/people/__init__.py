"""Who may come in: accounts, passwords, sessions, invitations, second factors, and the trail of it all. No web."""
