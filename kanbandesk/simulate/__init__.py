"""The seeded simulator: real desks and a real server in one process, on a network, clocks and disks that go wrong."""
