"""A week of a support desk on a virtual clock: the real rulebook, ledger and timers, and people drawn by a seed."""
