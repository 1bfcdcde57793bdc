"""Bodies of the smaller routes, closed: what is not named here is refused."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from kanbandesk.protocol import MOST_FILES

Word = Annotated[str, Field(min_length=1, max_length=128)]
Short = Annotated[str, Field(max_length=200)]
Secret = Annotated[str, Field(max_length=1024)]


class Shape(BaseModel):
    """The ground of all bodies."""

    model_config = ConfigDict(extra="forbid", strict=True)


class VacancyBody(Shape):
    """A board would be taken, of so many bytes at most."""

    longest: int


class HeldFilesBody(Shape):
    """Contents that a desk has."""

    sha256: Annotated[list[Annotated[str, Field(pattern="^[0-9a-f]{64}$")]], Field(max_length=MOST_FILES)]


class WantedFilesBody(Shape):
    """Which of them the server misses, and how many bytes a file may have."""

    longest: int
    sha256: list[str]


class LoginBody(Shape):
    """By which login an agent comes in."""

    agent_id: str
    login: str
    has_account: bool
    has_code: bool


class LoginsBody(Shape):
    """Everybody who has an account or an open invitation."""

    people: list[LoginBody]


class TakenBody(Shape):
    """What became of a board that was brought: the session goes on as `agent_id`, the board's first person."""

    agent_id: str
    name: str
    workspace: str
    tickets: int
    messages: int
    events: int
    files: int
    missing: int


class SignInBody(Shape):
    """Signing in; `code` is of the second factor, once it is asked for."""

    login: Short
    password: Secret
    client_id: Word
    device: Short = ""
    code: Annotated[str, Field(max_length=16)] = ""


class SignedInBody(Shape):
    """What a desk keeps; the token is told only here. Moments are UTC ms."""

    token: str
    session_id: str
    agent_id: str
    name: str
    workspace: str
    ends_at: int


class DeviceBody(Shape):
    """A desk that is signed in."""

    id: str
    agent_id: str
    client_id: str
    device: str
    created_at: int
    seen_at: int
    ends_at: int
    is_current: bool


class DevicesBody(Shape):
    """Where an agent is signed in."""

    sessions: list[DeviceBody]


class PasswordBody(Shape):
    """A password said once more."""

    password: Secret


class ChangePasswordBody(Shape):
    """The old password and the new one."""

    old: Secret
    new: Secret


class CodeBody(Shape):
    """Six digits from an authenticator."""

    code: Annotated[str, Field(max_length=16)]


class SecretBody(Shape):
    """What an authenticator reads; told only here."""

    secret: str
    uri: str


class InviteBody(Shape):
    """Whom to invite, and by which login."""

    agent_id: Word
    login: Short


class InvitationBody(Shape):
    """A link's token, told only here; it stands until `ends_at` (UTC ms)."""

    token: str
    ends_at: int


class AcceptedBody(Shape):
    """Who may sign in now."""

    agent_id: str
    login: str
    name: str
    workspace: str


class PresenceBody(Shape):
    """What a desk's person does now; no ticket: empty."""

    ticket_id: Annotated[str, Field(max_length=128)] = ""
    is_typing: bool = False


class PersonBody(Shape):
    """Somebody who is here."""

    agent_id: str
    ticket_id: str
    is_typing: bool


class PeopleBody(Shape):
    """Everybody who is here."""

    people: list[PersonBody]


class FoundBody(Shape):
    """A ticket that the search found; it is pulled whole when it is opened."""

    id: str
    number: int | None
    title: str
    status_id: str
    client_id: str
    board_id: str
    created_at: int
    closed_at: int | None


class ArchiveBody(Shape):
    """Found tickets, best first."""

    tickets: list[FoundBody]


class HealthBody(Shape):
    """That all is well."""

    status: str
