"""The rulebook: tickets, statuses, commands, rules, ageing, calendars and rights.

Standard library only. The desk and the server run the same code (see docs/architecture.md).
"""
