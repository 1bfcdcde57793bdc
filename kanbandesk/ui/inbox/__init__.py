"""The inbox: tickets to take, what came back, tasks, and everything one was told."""
