"""The way to the server over HTTP, against a real socket on this machine."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from kanbandesk.protocol import Problem, PullAnswer, PullRequest, PushAnswer, PushRequest
from kanbandesk.sync.reach import CERTIFICATE, FOREIGN, NETWORK, SignedIn, Unreachable
from kanbandesk.sync.transport import HttpTransport, is_plain, server_url
from kanbandesk.wire import problem_to_json, pull_answer_to_json, push_answer_to_json
from kanbandesk.workflow.team import Presence

PATIENCE = 20  # seconds: a wait that long has failed
PULL = PullRequest(client_id="desk")
ANSWER = PullAnswer(columns={}, puts=(), deletes=(), now=1)


class Script:
    """What a server says, request by request, and what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, dict[str, str], bytes]] = []
        self.answers: list[tuple[int, bytes, dict[str, str]]] = []
        self.is_asked = threading.Event()
        self.may_answer = threading.Event()
        self.may_answer.set()
        self.closes_after_answer = False
        self.connections = 0
        self.url = ""

    def will_say(self, body: bytes | Problem = b"", status: int = 200, **headers: str) -> None:
        if isinstance(body, Problem):
            body = problem_to_json(body)
        self.answers.append((status, body, headers))


def handler(script: Script) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def setup(self) -> None:
            script.connections += 1
            super().setup()

        def answer(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = self.rfile.read(length)
            script.asked.append((self.command, self.path, dict(self.headers), body))
            status, said, headers = script.answers.pop(0)
            script.is_asked.set()
            script.may_answer.wait(PATIENCE)
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(said))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(said)
            self.close_connection = script.closes_after_answer

        do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815 - the names that the library calls

        def log_message(self, *_: Any) -> None: ...

    return Handler


class QuietServer(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None: ...


Start = Callable[..., Script]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts servers that follow a script."""
    servers: list[tuple[ThreadingHTTPServer, threading.Thread, Script]] = []

    def started(context: ssl.SSLContext | None = None) -> Script:
        script = Script()
        server = QuietServer(("127.0.0.1", 0), handler(script))
        if context is not None:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        script.url = f"{'https' if context else 'http'}://localhost:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        servers.append((server, thread, script))
        return script

    yield started
    for server, thread, script in servers:
        script.may_answer.set()
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def script(start: Start) -> Script:
    return start()


@pytest.fixture
def transport(script: Script) -> Iterator[HttpTransport]:
    made = HttpTransport(script.url, "secret")
    yield made
    made.close()


# -- what is said ---------------------------------------------------------------------------------------------


def test_a_pull_brings_the_page_and_shows_the_token(script: Script, transport: HttpTransport) -> None:
    script.will_say(pull_answer_to_json(ANSWER))
    assert transport.pull(PULL) == ANSWER
    method, path, headers, body = script.asked[0]
    assert (method, path) == ("POST", "/v1/sync/pull")
    assert headers["Authorization"] == "Bearer secret"
    assert json.loads(body)["client_id"] == "desk"


def test_a_pull_with_nothing_new_brings_none(script: Script, transport: HttpTransport) -> None:
    script.will_say(status=204)
    assert transport.pull(PULL) is None


def test_a_push_brings_what_became_of_it(script: Script, transport: HttpTransport) -> None:
    answer = PushAnswer(last_mid=3, head=7, results=())
    script.will_say(push_answer_to_json(answer))
    assert transport.push(PushRequest(client_id="desk", mutations=())) == answer


def test_signing_in_brings_a_session_whose_token_is_used_from_then_on(script: Script) -> None:
    transport = HttpTransport(script.url)
    told = {"token": "new", "agent_id": "a", "name": "Ada", "workspace": "Support"}
    script.will_say(json.dumps(told).encode())
    script.will_say(status=204)
    session = transport.sign_in(login="ada", password="pass", client_id="desk", device="laptop")
    assert session == SignedIn(**told)
    transport.pull(PULL)
    assert "Authorization" not in script.asked[0][2]
    assert script.asked[1][2]["Authorization"] == "Bearer new"
    transport.close()


def test_presence_tells_who_is_here(script: Script, transport: HttpTransport) -> None:
    one = {"agent_id": "a", "ticket_id": "t", "is_typing": True}
    script.will_say(json.dumps({"people": [one]}).encode())
    assert transport.presence("t", is_typing=True) == (Presence(agent_id="a", ticket_id="t", is_typing=True),)


def test_a_file_goes_there_and_comes_back(script: Script, transport: HttpTransport, tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(b"\0" * 300_000)
    script.will_say(status=204)
    transport.put_file(source, "ab" * 32)
    assert script.asked[0][:2] == ("PUT", f"/v1/files/{'ab' * 32}")
    assert script.asked[0][3] == source.read_bytes()
    script.will_say(source.read_bytes())
    transport.get_file("ab" * 32, target)
    assert target.read_bytes() == source.read_bytes()


# -- what is said instead ---------------------------------------------------------------------------------------


def test_what_the_server_refuses_comes_with_its_code_and_parameters(
    script: Script, transport: HttpTransport
) -> None:
    script.will_say(Problem("gap", expect=4), status=409)
    with pytest.raises(Problem) as caught:
        transport.push(PushRequest(client_id="desk", mutations=()))
    assert (caught.value.code, caught.value.params) == ("gap", {"expect": 4})


@pytest.mark.parametrize(
    ("status", "body"), [(403, b"<html>Sign in to the hotel"), (502, b""), (401, b"{}"), (200, b"<html>")]
)
def test_an_answer_in_other_words_counts_as_none(
    script: Script, transport: HttpTransport, status: int, body: bytes
) -> None:
    script.will_say(body, status=status)
    with pytest.raises(Unreachable) as caught:
        transport.pull(PULL)
    assert caught.value.code == FOREIGN


def test_a_redirect_is_not_followed(start: Start, script: Script, transport: HttpTransport) -> None:
    elsewhere = start()
    script.will_say(status=307, Location=f"{elsewhere.url}/v1/sync/pull")
    with pytest.raises(Unreachable):
        transport.pull(PULL)
    assert elsewhere.asked == []


def test_a_server_that_does_not_answer_is_unreachable(script: Script) -> None:
    host, _, port = script.url.rpartition(":")
    transport = HttpTransport(f"{host}:1")
    with pytest.raises(Unreachable) as caught:
        transport.pull(PULL)
    assert caught.value.code == NETWORK
    transport.close()
    assert port


@pytest.fixture
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.usefixtures("no_proxy")
def test_a_proxy_is_used_also_when_the_system_names_it_later(
    script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    transport = HttpTransport("http://127.0.0.2:9/desk", "secret")
    with pytest.raises(Unreachable):
        transport.pull(PULL)
    monkeypatch.setenv("http_proxy", script.url)
    script.will_say(pull_answer_to_json(ANSWER))
    assert transport.pull(PULL) == ANSWER
    ((method, path, headers, _),) = script.asked
    assert (method, path) == ("POST", "http://127.0.0.2:9/desk/v1/sync/pull")
    assert headers["Authorization"] == "Bearer secret"
    transport.close()


def test_a_server_below_a_path_is_asked_there(script: Script) -> None:
    transport = HttpTransport(f"{script.url}/desk", "secret")
    script.will_say(pull_answer_to_json(ANSWER))
    assert transport.pull(PULL) == ANSWER
    assert script.asked[0][1] == "/desk/v1/sync/pull"
    transport.close()


def test_a_connection_that_died_between_two_requests_is_made_anew(
    script: Script, transport: HttpTransport
) -> None:
    script.closes_after_answer = True
    for _ in range(3):
        script.will_say(status=204)
        assert transport.pull(PULL) is None
    assert script.connections == 3


def test_a_connection_serves_many_requests(script: Script, transport: HttpTransport) -> None:
    for _ in range(3):
        script.will_say(status=204)
        transport.pull(PULL)
    assert script.connections == 1


# -- ending what waits ------------------------------------------------------------------------------------------


def waiting(
    transport: HttpTransport, script: Script, request: PullRequest
) -> tuple[threading.Thread, list[Any]]:
    """Start a pull on a thread of its own that the server lets wait."""
    came: list[Any] = []

    def pull() -> None:
        try:
            came.append(transport.pull(request))
        except Unreachable as error:
            came.append(error)

    script.may_answer.clear()
    script.will_say(status=204)
    thread = threading.Thread(target=pull)
    thread.start()
    assert script.is_asked.wait(PATIENCE)
    return thread, came


def test_a_pull_that_waits_is_interrupted_and_can_be_asked_again(
    script: Script, transport: HttpTransport
) -> None:
    thread, came = waiting(transport, script, PullRequest(client_id="desk", wait=25))
    transport.interrupt()
    thread.join(PATIENCE)
    assert came == [None]
    script.may_answer.set()
    assert transport.pull(PullRequest(client_id="desk", wait=25)) is None  # not rearmed: comes at once
    transport.rearm()
    script.will_say(pull_answer_to_json(ANSWER))
    assert transport.pull(PullRequest(client_id="desk", wait=25)) == ANSWER


def test_a_pull_that_does_not_wait_is_not_interrupted(script: Script, transport: HttpTransport) -> None:
    thread, came = waiting(transport, script, PULL)
    transport.interrupt()
    script.may_answer.set()
    thread.join(PATIENCE)
    assert came == [None]
    assert script.connections == 1


def test_closing_ends_what_waits_and_asks_nothing_more(script: Script, transport: HttpTransport) -> None:
    thread, came = waiting(transport, script, PullRequest(client_id="desk", wait=25))
    transport.close()
    thread.join(PATIENCE)
    assert isinstance(came[0], Unreachable)
    with pytest.raises(Unreachable):
        transport.pull(PULL)


# -- whom to trust ------------------------------------------------------------------------------------------------


@pytest.fixture
def authority(tmp_path: Path) -> Path:
    """An authority of one's own, and beside it a certificate for localhost that it signed."""
    make_certificates(tmp_path)
    return tmp_path / "ca.pem"


def make_certificates(folder: Path) -> None:
    from datetime import UTC, datetime, timedelta

    x509 = pytest.importorskip("cryptography.x509")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    def name(text: str) -> Any:
        return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, text)])

    keys = {who: ec.generate_private_key(ec.SECP256R1()) for who in ("ca", "server")}
    now = datetime.now(UTC)
    for who, subject in (("ca", "Our authority"), ("server", "localhost")):
        builder = x509.CertificateBuilder().subject_name(name(subject)).issuer_name(name("Our authority"))
        builder = builder.public_key(keys[who].public_key()).serial_number(x509.random_serial_number())
        builder = builder.not_valid_before(now - timedelta(hours=1)).not_valid_after(now + timedelta(days=1))
        builder = builder.add_extension(
            x509.BasicConstraints(ca=who == "ca", path_length=None), critical=True
        )
        signer = x509.SubjectKeyIdentifier.from_public_key(keys["ca"].public_key())
        builder = builder.add_extension(
            x509.SubjectKeyIdentifier.from_public_key(keys[who].public_key()), critical=False
        )
        builder = builder.add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(signer), critical=False
        )
        if who == "server":
            names = x509.SubjectAlternativeName([x509.DNSName("localhost")])
            builder = builder.add_extension(names, critical=False)
        signed = builder.sign(keys["ca"], hashes.SHA256())
        (folder / f"{who}.pem").write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        keys["server"].private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )


@pytest.fixture
def secure(start: Start, authority: Path) -> Script:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority.with_name("server.pem"), authority.with_name("key.pem"))
    return start(context)


def test_a_server_of_the_pinned_authority_is_trusted(secure: Script, authority: Path) -> None:
    transport = HttpTransport(secure.url, ca_file=authority)
    secure.will_say(pull_answer_to_json(ANSWER))
    assert transport.pull(PULL) == ANSWER
    thread, came = waiting(transport, secure, PullRequest(client_id="desk", wait=25))
    transport.interrupt()
    thread.join(PATIENCE)
    assert came == [None]
    transport.close()


def test_a_server_that_the_system_does_not_trust_is_not_spoken_to(
    secure: Script, authority: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(authority))  # the environment has no say
    transport = HttpTransport(secure.url, "secret")
    with pytest.raises(Unreachable) as caught:
        transport.pull(PULL)
    assert caught.value.code == CERTIFICATE
    assert secure.asked == []
    transport.close()


def test_a_certificate_for_another_name_is_not_trusted(secure: Script, authority: Path) -> None:
    transport = HttpTransport(secure.url.replace("localhost", "127.0.0.1"), "secret", authority)
    with pytest.raises(Unreachable) as caught:
        transport.pull(PULL)
    assert caught.value.code == CERTIFICATE
    transport.close()


@pytest.mark.parametrize(
    ("told", "url"),
    [
        ("desk.example", "https://desk.example"),
        ("desk.example:8443/support/", "https://desk.example:8443/support"),
        ("http://desk.example", "http://desk.example"),
        ("localhost:8000", "http://localhost:8000"),
        ("127.0.0.1", "http://127.0.0.1"),
    ],
)
def test_an_address_means_https_unless_it_says_otherwise(told: str, url: str) -> None:
    assert server_url(told) == url


@pytest.mark.parametrize("told", ["", "ftp://desk.example", "https://ada:pw@desk.example", "https://desk:x"])
def test_what_is_no_address_is_refused(told: str) -> None:
    with pytest.raises(ValueError):
        server_url(told)


def test_only_plain_http_over_the_network_is_warned_of() -> None:
    assert is_plain("http://desk.example")
    assert not is_plain("http://localhost:8000")
    assert not is_plain("https://desk.example")
