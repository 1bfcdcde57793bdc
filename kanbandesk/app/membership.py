"""What makes a folder the home of a team's desk: team.json says which server it belongs to, and whose it is.

The session's token is not in it: that lies in the system's keyring, under the desk's own id.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from kanbandesk.models.faults import Damaged, Fault
from kanbandesk.models.files import sync_folder

TEAM, REPLICA = "team.json", "replica.db"


class OfTeam(Fault):
    """The home is one desk of a team: the board itself lies on the server."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.args = (f"{path} is one desk of a team; the team's board is on its server. Do this there.",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """The server of a team's desk, and its person there; `desk` tells this folder's sessions from others'."""

    server: str
    workspace: str
    agent_id: str
    login: str
    desk: str
    ca_file: str = ""

    @staticmethod
    def exists(home: Path) -> bool:
        """Tell whether a home is a team's."""
        return (home / TEAM).is_file()

    @classmethod
    def read(cls, home: Path) -> Membership:
        """Return what a home says of itself; Damaged when it cannot be read."""
        try:
            return cls(**json.loads((home / TEAM).read_text(encoding="utf-8")))
        except (ValueError, TypeError) as error:
            raise Damaged(home / TEAM) from error

    def write(self, home: Path) -> None:
        """Keep it in a home, down to the disk: whole, or as it was before."""
        unfinished = home / f".{TEAM}.part"
        with unfinished.open("w", encoding="utf-8") as file:
            json.dump(asdict(self), file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(home / TEAM)
        sync_folder(home)
