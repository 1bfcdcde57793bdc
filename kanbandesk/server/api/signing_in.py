"""Signing in and out, one's own sessions and password, the second factor, invitations."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from kanbandesk.protocol import FORBIDDEN, Problem
from kanbandesk.server.api.access import Admitted, address_of, is_administrator
from kanbandesk.server.api.answers import SIGNED_IN, told
from kanbandesk.server.api.services import Services
from kanbandesk.server.api.shapes import (
    AcceptedBody,
    ChangePasswordBody,
    CodeBody,
    DeviceBody,
    DevicesBody,
    InvitationBody,
    InviteBody,
    LoginBody,
    LoginsBody,
    PasswordBody,
    SecretBody,
    SignedInBody,
    SignInBody,
)
from kanbandesk.server.people.accounts import SignIn

NOTHING = Response(status_code=204)


class SigningIn:
    """The routes about who may come in."""

    def __init__(self, services: Services) -> None:
        self._run = services.run
        self._people = services.people

    async def sign_in(self, body: SignInBody, request: Request) -> SignedInBody:
        """Begin a session. With `code_wanted`, send all again with the code of the second factor."""
        tried = SignIn(**body.model_dump(), address=address_of(request))
        signed_in = await self._run(self._people.accounts.sign_in, tried)
        return SignedInBody(**asdict(signed_in))

    async def sign_out(self, caller: Admitted) -> Response:
        """End this session; the desk keeps what it has until somebody signs in again."""
        await self._run(self._people.sign_out, caller.session_id, by=caller.agent_id)
        return NOTHING

    async def sessions(self, caller: Admitted, agent_id: str = "") -> DevicesBody:
        """Tell where one is signed in; with `agent_id`, for administrators, where another agent is."""
        if agent_id not in {"", caller.agent_id} and not is_administrator(caller):
            raise Problem(FORBIDDEN, action="sessions")
        devices = await self._run(self._people.devices, agent_id or caller.agent_id)
        return DevicesBody(
            sessions=[
                DeviceBody(**asdict(device), is_current=device.id == caller.session_id) for device in devices
            ]
        )

    async def revoke(self, session_id: str, caller: Admitted) -> Response:
        """Let a desk of one's own forget everything; administrators, anybody's."""
        may_others = is_administrator(caller)
        await self._run(self._people.revoke, session_id, by=caller.agent_id, may_others=may_others)
        return NOTHING

    async def change_password(self, body: ChangePasswordBody, request: Request, caller: Admitted) -> Response:
        """Set another password; all other desks have to sign in anew."""
        accounts = self._people.accounts
        await self._run(accounts.change_password, caller, body.old, body.new, address_of(request))
        return NOTHING

    async def prepare_code(self, body: PasswordBody, request: Request, caller: Admitted) -> SecretBody:
        """Draw a secret for an authenticator; it counts once a code has confirmed it."""
        prepare = self._people.accounts.prepare_code
        secret, uri = await self._run(prepare, caller, body.password, address_of(request))
        return SecretBody(secret=secret, uri=uri)

    async def confirm_code(self, body: CodeBody, caller: Admitted) -> Response:
        """Ask for a code at each sign-in from now on."""
        await self._run(self._people.accounts.confirm_code, caller, body.code)
        return NOTHING

    async def drop_code(self, body: PasswordBody, request: Request, caller: Admitted) -> Response:
        """Ask for no code any more."""
        await self._run(self._people.accounts.drop_code, caller, body.password, address_of(request))
        return NOTHING

    async def logins(self) -> LoginsBody:
        """Tell by which logins people come in."""
        logins = await self._run(self._people.accounts.logins)
        return LoginsBody(people=[LoginBody(**asdict(one)) for one in logins])

    async def invite(self, body: InviteBody, caller: Admitted) -> InvitationBody:
        """Make a link by which an agent sets a password; it works once, for seven days."""
        invite = self._people.invitations.invite
        token, ends_at = await self._run(invite, body.agent_id, body.login, by=caller.agent_id)
        return InvitationBody(token=token, ends_at=ends_at)

    async def accept(self, token: str, body: PasswordBody, request: Request) -> AcceptedBody:
        """Set the password of whoever was invited by this link."""
        accepted = await self._run(self._people.invitations.accept, token, body.password, address_of(request))
        return AcceptedBody(**asdict(accepted))


def add_routes(app: FastAPI, services: Services) -> None:
    """Add the routes about who may come in."""
    routes = SigningIn(services)

    def add(path: str, function: object, method: str, *statuses: int, is_empty: bool = False) -> None:
        app.add_api_route(
            path,
            function,  # type: ignore[arg-type]
            methods=[method],
            tags=["people"],
            status_code=204 if is_empty else 200,
            responses=told(*statuses),
        )

    add("/v1/session", routes.sign_in, "POST", 401, 429)
    add("/v1/session", routes.sign_out, "DELETE", *SIGNED_IN, is_empty=True)
    add("/v1/sessions", routes.sessions, "GET", *SIGNED_IN)
    add("/v1/sessions/{session_id}", routes.revoke, "DELETE", *SIGNED_IN, 404, is_empty=True)
    add("/v1/password", routes.change_password, "POST", *SIGNED_IN, 404, 429, is_empty=True)
    add("/v1/code", routes.prepare_code, "POST", *SIGNED_IN, 404, 429)
    add("/v1/code/confirm", routes.confirm_code, "POST", *SIGNED_IN, 404, is_empty=True)
    add("/v1/code/drop", routes.drop_code, "POST", *SIGNED_IN, 404, 429, is_empty=True)
    add("/v1/people", routes.logins, "GET", *SIGNED_IN)
    add("/v1/invitations", routes.invite, "POST", *SIGNED_IN, 404, 409)
    add("/v1/invitations/{token}/accept", routes.accept, "POST", 404, 409, 429)
