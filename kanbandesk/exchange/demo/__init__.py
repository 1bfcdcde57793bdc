"""A demo board of our own writing: the support desk of Lapwing, a maker of telephones and dispatch boards.

The words lie in the .toml files; `tell_story` turns them into commands, each with its own moment and doer, so that
what the rulebook makes of them (clocks, dues, history) is what it would have made of a real desk's three weeks.
"""

from __future__ import annotations

from kanbandesk.exchange.demo.cast import MY_NAME, WORKPLACE
from kanbandesk.exchange.demo.story import BEGAN_AGO, Act, Story, tell_story

__all__ = ["BEGAN_AGO", "MY_NAME", "WORKPLACE", "Act", "Story", "tell_story"]
