"""HTTP as the way to the server. The only place that knows `requests`.

Certificates are judged by the system's own trust store, or by one pinned authority where the team has its own; there
is no way to ignore them. A redirect is never followed: the token goes to the server that was named, and nowhere else.
An answer that is not in our server's words (a hotel's sign-in page, a proxy's regrets) counts as none at all.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import quote, urlsplit

import requests
import truststore
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from requests.utils import select_proxy
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, ProtocolError
from urllib3.exceptions import SSLError as UntrustedError

import kanbandesk
from kanbandesk.protocol import TOO_LARGE, Problem, PullAnswer, PullRequest, PushAnswer, PushRequest
from kanbandesk.sync.reach import (
    CERTIFICATE,
    FOREIGN,
    NETWORK,
    NOT_ENCRYPTED,
    SignedIn,
    Unreachable,
    WantedFiles,
)
from kanbandesk.wire import (
    from_json,
    problem_from_json,
    pull_answer_from_json,
    pull_request_to_json,
    push_answer_from_json,
    push_request_to_json,
    to_json,
)
from kanbandesk.workflow.team import Presence

CONNECT_WITHIN: Final = 10.0  # seconds, of the whole greeting with the server
ANSWER_WITHIN: Final = 30.0  # seconds of silence, beside what a pull may wait
LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_CHUNK: Final = 1 << 16
_JSON: Final = {"Content-Type": "application/json"}


def server_url(told: str) -> str:
    """Return the address of a server as somebody typed it: https, unless another way is named or it is this computer.

    ValueError when it is none.
    """
    text = told.strip().rstrip("/")
    if "://" not in text:
        host = urlsplit(f"//{text}").hostname or ""
        text = f"{'http' if host in LOOPBACK else 'https'}://{text}"
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.query:
        raise ValueError(told)
    _ = parts.port  # ValueError for one that is no number
    return f"{parts.scheme}://{parts.netloc}{parts.path}"


def is_plain(url: str) -> bool:
    """Tell whether what is said to this server can be read on its way: the person is warned then."""
    parts = urlsplit(url)
    return parts.scheme == "http" and parts.hostname not in LOOPBACK


class HttpTransport:
    """A session for each thread that asks; `token` is empty until somebody has signed in."""

    def __init__(self, url: str, token: str = "", ca_file: Path | None = None) -> None:
        self.url = server_url(url)
        self._token = token
        self._context = _context(ca_file)
        self._own = threading.local()
        self._lines: list[_Line] = []
        self._lock = threading.Lock()
        self._is_closed = False
        self._is_interrupted = False
        self._waiting: _Line | None = None

    @property
    def warning(self) -> str:
        """Say when everybody on the way can read along."""
        return NOT_ENCRYPTED if is_plain(self.url) else ""

    # -- the ledger ---------------------------------------------------------------------------------------------

    def push(self, request: PushRequest) -> PushAnswer:
        """Bring mutations to the ledger."""
        answer = self._ask("POST", "/v1/sync/push", push_request_to_json(request))
        with in_our_words():
            return push_answer_from_json(answer.content)

    def pull(self, request: PullRequest) -> PullAnswer | None:
        """Ask for what is new; None when there was nothing, or when `interrupt` ended the waiting."""
        line = self._line()
        with self._lock:
            self._waiting = line if request.wait else None
            if request.wait and self._is_interrupted:
                return None
        try:
            body = pull_request_to_json(request)
            answer = self._ask("POST", "/v1/sync/pull", body, patience=ANSWER_WITHIN + request.wait)
        except Unreachable:
            if request.wait and self._is_interrupted and not self._is_closed:
                return None
            raise
        finally:
            with self._lock:
                self._waiting = None
        if answer.status_code == requests.codes.no_content:
            return None
        with in_our_words():
            return pull_answer_from_json(answer.content)

    def rearm(self) -> None:
        """Let the next pull wait again after an `interrupt`."""
        with self._lock:
            self._is_interrupted = False

    def interrupt(self) -> None:
        """End the pull that waits, from another thread; one that has not begun to wait does not."""
        with self._lock:
            self._is_interrupted = True
            if self._waiting is not None:
                self._waiting.hang_up()

    # -- beside the ledger --------------------------------------------------------------------------------------

    def presence(self, ticket_id: str, *, is_typing: bool) -> tuple[Presence, ...]:
        """Say which ticket this person looks at; return everybody who is here."""
        body = to_json({"ticket_id": ticket_id, "is_typing": is_typing})
        answer = self._plain("POST", "/v1/presence", body)
        with in_our_words():
            return tuple(Presence(**one) for one in answer["people"])

    def put_file(self, path: Path, sha256: str) -> None:
        """Bring an attachment's content."""
        with path.open("rb") as file:
            self._ask("PUT", f"/v1/files/{sha256}", file)

    def wanted_files(self, here: tuple[str, ...]) -> WantedFiles:
        """Ask which of these contents, 200 at most, the server misses."""
        answer = self._plain("POST", "/v1/files", to_json({"sha256": list(here)}))
        with in_our_words():
            return WantedFiles(longest=int(answer["longest"]), sha256=tuple(map(str, answer["sha256"])))

    def get_file(self, sha256: str, target: Path) -> None:
        """Fetch an attachment's content into a new file; who calls looks whether it is what was asked for."""
        answer = self._ask("GET", f"/v1/files/{sha256}", is_stream=True)
        with answer, self._told(), target.open("wb") as file:
            for chunk in answer.iter_content(_CHUNK):
                file.write(chunk)

    def archive(self, text: str, limit: int) -> tuple[str, ...]:
        """Return the ids of tickets that hold the words, best first, also of those that no desk keeps."""
        answer = self._plain("GET", f"/v1/archive?text={quote(text, safe='')}&limit={limit}")
        with in_our_words():
            return tuple(str(one["id"]) for one in answer["tickets"])

    # -- sessions -----------------------------------------------------------------------------------------------

    def sign_in(self, *, login: str, password: str, code: str = "", client_id: str, device: str) -> SignedIn:
        """Begin a session, which the transport uses from now on."""
        told = {"login": login, "password": password, "client_id": client_id, "device": device}
        answer = self._plain("POST", "/v1/session", to_json(told | ({"code": code} if code else {})))
        with in_our_words():
            session = SignedIn(**{name: str(answer[name]) for name in SignedIn.__slots__})
        self._token = session.token
        return session

    def accept_invitation(self, token: str, password: str) -> str:
        """Set the password of an invited person; return the login to sign in with."""
        path = f"/v1/invitations/{quote(token, safe='')}/accept"
        answer = self._plain("POST", path, to_json({"password": password}))
        with in_our_words():
            return str(answer["login"])

    def sign_out(self) -> None:
        """End the session."""
        self._ask("DELETE", "/v1/session")
        self._token = ""

    def close(self) -> None:
        """End every request under way with Unreachable, from another thread; nothing is asked any more."""
        with self._lock:
            self._is_closed = True
            for line in self._lines:
                line.hang_up()

    # -- asking -------------------------------------------------------------------------------------------------

    def _plain(self, method: str, path: str, body: bytes | None = None) -> Any:
        answer = self._ask(method, path, body)
        with in_our_words():
            return from_json(answer.content)

    def _ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        patience: float = ANSWER_WITHIN,
        is_stream: bool = False,
    ) -> Any:
        """Send one request and return the server's answer when it is a yes."""
        line, url, timeout = self._line(), self.url + path, (CONNECT_WITHIN, patience)
        send: Callable[[], requests.Response | _Reply] = partial(
            line.send,
            method,
            url,
            data=body,
            headers=_JSON if isinstance(body, bytes) else None,
            auth=_Bearer(self._token),
            timeout=timeout,
            allow_redirects=False,
            stream=is_stream,
        )
        if method == "POST" and isinstance(body, bytes) and line.is_direct:
            send = partial(line.post, url, body, self._token, timeout)
        with self._told():
            answer = send()
            if answer.status_code not in (
                requests.codes.ok,
                requests.codes.created,
                requests.codes.no_content,
            ):
                raise _refusal(answer)
        return answer

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the network does into Unreachable."""
        try:
            yield
        except (requests.exceptions.SSLError, UntrustedError) as error:
            raise Unreachable(str(error), CERTIFICATE) from error
        except (requests.RequestException, HTTPError, OSError) as error:
            raise Unreachable(str(error), NETWORK) from error

    def _line(self) -> _Line:
        """Return this thread's own connection; Unreachable once the transport is closed."""
        line: _Line | None = getattr(self._own, "line", None)
        with self._lock:
            if self._is_closed:
                raise Unreachable("The desk is closed.")
            if line is None:
                line = self._own.line = _Line(self.url, self._context, self._may_connect)
                self._lines.append(line)
        return line

    def _may_connect(self, line: _Line) -> bool:
        """Tell whether a connection that has just been made is still wanted."""
        return not self._is_closed and not (self._is_interrupted and self._waiting is line)


class _Reply(NamedTuple):
    """What a server answered, read to its end."""

    status_code: int
    reason: str | None
    content: bytes


class _Line:
    """One thread's session, and its sockets, which another thread can hang up."""

    def __init__(self, url: str, context: ssl.SSLContext, may_connect: Callable[[_Line], bool]) -> None:
        self._sockets: list[socket.socket] = []
        self._made = 0
        self._may_connect = may_connect
        self._session = requests.Session()
        self._session.headers["User-Agent"] = f"KanbanDesk/{kanbandesk.__version__}"
        self._headers = {name: str(value) for name, value in self._session.headers.items()}
        # A server on this computer is reached directly, whatever proxy the system names.
        self._session.trust_env = urlsplit(url).hostname not in LOOPBACK
        self._adapter = _Adapter(context, self._connected)
        self._session.mount(url, self._adapter)
        self._url = url
        self._pool: HTTPConnectionPool | None = None

    @property
    def is_direct(self) -> bool:
        """Tell whether no proxy is between, as the system names them; asked anew when a request has failed."""
        if self._pool is None:
            settings = self._session.merge_environment_settings(self._url, {}, False, True, None)
            if select_proxy(self._url, settings["proxies"]) is None:
                self._pool = self._adapter.pool(self._url)
        return self._pool is not None

    def post(self, url: str, body: bytes, token: str, timeout: tuple[float, float]) -> _Reply:
        """Send a small request and read its answer, as `send` does with several times the work.

        Both lie on the way from one desk's drop to the other's picture.
        """
        made = self._made
        try:
            return self._post(url, body, token, timeout)
        except (ProtocolError, OSError):
            if self._made > made or not self._may_connect(self):
                raise
        return self._post(url, body, token, timeout)

    def _post(self, url: str, body: bytes, token: str, timeout: tuple[float, float]) -> _Reply:
        pool, self._pool = self._pool, None  # until it has turned out that this way leads there
        if pool is None:
            pool = self._adapter.pool(self._url)
        answer = pool.urlopen(
            "POST",
            urlsplit(url).path,
            body=body,
            headers={**self._headers, **_JSON, **({"Authorization": f"Bearer {token}"} if token else {})},
            timeout=Timeout(*timeout),
            retries=False,
            redirect=False,
        )
        self._pool = pool
        return _Reply(answer.status, answer.reason, answer.data)

    def send(self, method: str, url: str, **told: Any) -> requests.Response:
        """Send a request; once more when the connection kept from the last one turns out to be dead."""
        made = self._made
        try:
            return self._session.request(method, url, **told)
        except requests.ConnectionError:
            if self._made > made or not self._may_connect(self) or not isinstance(told["data"], bytes | None):
                raise
        return self._session.request(method, url, **told)

    def hang_up(self) -> None:
        """End what this line waits for."""
        for one in tuple(self._sockets):
            with suppress(OSError):  # it has ended by itself
                # Not SSLSocket's own: that one takes the session away under the thread that reads.
                socket.socket.shutdown(one, socket.SHUT_RDWR)

    def _connected(self, new: socket.socket) -> None:
        """Take note of a connection before anything is said over it."""
        self._made += 1
        self._sockets = [*(one for one in self._sockets if one.fileno() >= 0), new]
        if not self._may_connect(self):
            self.hang_up()


class _Adapter(HTTPAdapter):
    """Connections that are trusted by one context and watched from their beginning."""

    def __init__(self, context: ssl.SSLContext, connected: Callable[[socket.socket], None]) -> None:
        self._context = context
        self._pools = {
            "http": _watched(HTTPConnectionPool, HTTPConnection, connected),
            "https": _watched(HTTPSConnectionPool, HTTPSConnection, connected),
        }
        super().__init__(max_retries=0)

    def pool(self, url: str) -> HTTPConnectionPool:
        """Return the pool of direct connections to a server."""
        pool = self.get_connection_with_tls_context(requests.Request("POST", url).prepare(), True)
        assert isinstance(pool, HTTPConnectionPool)
        return pool

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Make the manager of direct connections."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        """Return the manager of connections by way of a proxy."""
        manager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager

    def build_connection_pool_key_attributes(
        self, request: requests.PreparedRequest, verify: object, cert: Any = None
    ) -> tuple[Any, Any]:
        """Say how a server is trusted: by our context, whatever the environment names."""
        del verify
        host, _ = super().build_connection_pool_key_attributes(request, True, cert)
        return host, {"ssl_context": self._context, "cert_reqs": "CERT_REQUIRED"}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Leave the pool as `build_connection_pool_key_attributes` made it."""


def _watched(pool: type[Any], connection: type[Any], connected: Callable[[socket.socket], None]) -> type[Any]:
    """Return a kind of pool whose connections tell of their sockets once they are made."""

    class Watched(connection):  # type: ignore[misc]
        """A connection that tells of itself."""

        def connect(self) -> None:
            super().connect()
            connected(self.sock)

    return type("WatchedPool", (pool,), {"ConnectionCls": Watched})


class _Bearer(AuthBase):
    """The token, if any; its being there also keeps a netrc file out of it."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def _context(ca_file: Path | None) -> ssl.SSLContext:
    if ca_file is not None:
        return ssl.create_default_context(cafile=ca_file)  # that authority and no other
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _refusal(answer: requests.Response | _Reply) -> Problem | Unreachable:
    """Return what the server said instead of a yes; only its own words count, but for a proxy's that it is too much."""
    try:
        problem = problem_from_json(answer.content)
    except Problem:
        if answer.status_code == requests.codes.request_entity_too_large:
            return Problem(TOO_LARGE)
        return Unreachable(f"The answer was {answer.status_code} {answer.reason}.", FOREIGN)
    return problem


@contextmanager
def in_our_words() -> Iterator[None]:
    """Take an answer that cannot be read for somebody else's."""
    try:
        yield
    except (Problem, TypeError, KeyError, ValueError) as error:
        raise Unreachable("The answer is not KanbanDesk's.", FOREIGN) from error
