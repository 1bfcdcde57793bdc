"""Slows down whoever guesses: the wait doubles with each failure. Shared by all processes through the database.

A try counts as failed before it is judged, so that many at once gain nothing; success takes it back. Nobody is ever
locked out by others: what they do to an account from elsewhere costs its owner half a minute at most.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, bindparam, delete, select, update

from kanbandesk.models.base import table_of
from kanbandesk.models.statements import upsert
from kanbandesk.models.team import Throttle as ThrottleRow
from kanbandesk.protocol import THROTTLED, Problem
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND

_TABLE = table_of(ThrottleRow)
_FIND = select(_TABLE).where(_TABLE.c.key.in_(bindparam("keys", expanding=True)))
_FORGET = delete(_TABLE).where(_TABLE.c.key.in_(bindparam("gone", expanding=True)))
_SWEEP = delete(_TABLE).where(_TABLE.c.until < bindparam("before"))
_TAKE_BACK = update(_TABLE).where(_TABLE.c.key == bindparam("of_key"), _TABLE.c.failures > 0)
_OLDEST: Final = DAY
"""Lines that nothing happened to for so long are swept away."""


@dataclass(frozen=True, slots=True)
class _Limit:
    """`free` failures cost nothing; the next costs a second, then twice as much each, up to `longest` ms.

    One failure is forgotten for each `fading` ms: an office behind one address makes mistakes all day long.
    """

    free: int
    longest: int
    fading: int

    def wait(self, failures: int) -> int:
        over = failures - self.free
        return 0 if over <= 0 else min(SECOND << min(over - 1, 30), self.longest)

    def left(self, failures: int, since: int) -> int:
        return max(0, failures - since // self.fading)


_PAIR: Final = _Limit(free=5, longest=15 * MINUTE, fading=HOUR)
_ACCOUNT: Final = _Limit(free=50, longest=30 * SECOND, fading=HOUR)
_ADDRESS: Final = _Limit(free=30, longest=15 * MINUTE, fading=MINUTE)


def place_of(address: str) -> str:
    """Return the network that one person may command: an address, of IPv6 its first 64 bits."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address[:64]
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped is None:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


@dataclass(frozen=True, slots=True)
class Try:
    """One try, by whom and from where; `login` is empty where there is none (an invitation's link)."""

    login: str
    address: str

    def limits(self) -> dict[str, _Limit]:
        """Return what is counted, by its key."""
        place = place_of(self.address)
        keys = {f"address:{place}": _ADDRESS}
        if self.login:
            keys[f"account:{self.login}"] = _ACCOUNT
            keys[f"pair:{self.login}:{place}"] = _PAIR
        return keys


def admit(connection: Connection, tried: Try, now: int) -> None:
    """Count a try as failed; Problem("throttled", after=seconds) when it is too soon for another one."""
    limits = tried.limits()
    rows = {row.key: row for row in connection.execute(_FIND, {"keys": list(limits)})}
    until = max((row.until for row in rows.values()), default=0)
    if until > now:
        raise Problem(THROTTLED, after=-(-(until - now) // SECOND))
    counted = []
    for key, limit in limits.items():
        before = rows.get(key)
        failures = 1 + (0 if before is None else limit.left(before.failures, now - before.until))
        counted.append({"key": key, "failures": failures, "until": now + limit.wait(failures)})
    connection.execute(upsert(_TABLE, connection.dialect.name), counted)


def forgive(connection: Connection, tried: Try, now: int) -> None:
    """Take the try back, as it went well: the account's failures are forgotten, the address's only one less."""
    keys = tried.limits()
    address = next(iter(keys))
    connection.execute(_FORGET, {"gone": [key for key in keys if key != address]})
    connection.execute(_TAKE_BACK.values(failures=_TABLE.c.failures - 1, until=now), {"of_key": address})
    connection.execute(_SWEEP, {"before": now - _OLDEST})
