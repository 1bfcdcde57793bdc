"""The waiting room: every ticket that waits for its client, by the length of the silence."""
