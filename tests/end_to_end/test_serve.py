"""`kanbandesk serve` and `kanbandesk admin` as processes of their own."""

import io
import json
import os
import re
import shutil
import signal
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from kanbandesk import wire
from kanbandesk.cli import main
from kanbandesk.protocol import PullRequest

PASSWORD = "a green house by the lake"
PATIENCE = 60
STOPPED_WHEN_TOLD = """
import signal, sys
from kanbandesk import cli, cli_server

def say(text):
    if " at http://" in text:
        print("told")
        signal.raise_signal(signal.SIGTERM)

cli_server.say = say
sys.exit(cli.main(sys.argv[1:]))
"""


class Serving:
    """A server's process: what it said, and where it serves."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.said: list[str] = []
        self.logged: list[str] = []
        assert process.stdout is not None
        for line in process.stdout:
            self.said.append(line)
            if found := re.search(r" at (https?://\S+)$", line):
                self.url = found[1]
                break
        else:
            raise AssertionError(f"it did not serve: {self.said} {process.communicate()[1]}")
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        self.logged.extend(self.process.stderr)

    def stop(self) -> int:
        """Tell it to stop; return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return code


def kanbandesk(*words: str, answer: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kanbandesk", *words],
        input=answer,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )


@contextmanager
def serving(home: Path, *words: str) -> Iterator[Serving]:
    process = subprocess.Popen(
        [sys.executable, "-m", "kanbandesk", "serve", "--home", str(home), "--port", "0", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield Serving(process)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        for pipe in (process.stdout, process.stderr):
            if pipe is not None:
                pipe.close()


def test_a_server_from_the_first_start_to_the_last_answer(tmp_path: Path) -> None:
    home = tmp_path / "server"
    with serving(home) as server:
        assert f'kanbandesk admin --home "{home}" create-administrator' in "".join(server.said)
        words = (
            "create-administrator",
            "--name",
            "Ann",
            "--login",
            "ann@example.org",
            "--address",
            server.url,
        )
        made = kanbandesk("admin", "--home", str(home), *words)
        assert made.stdout.startswith(f"{server.url}/join/"), made.stderr
        token = made.stdout.strip().rpartition("/")[2]
        with httpx.Client(base_url=server.url, timeout=PATIENCE, trust_env=False) as client:
            client.post(f"/v1/invitations/{token}/accept", json={"password": PASSWORD}).raise_for_status()
            body = {"login": "ann@example.org", "password": PASSWORD, "client_id": "desk"}
            session = client.post("/v1/session", json=body).raise_for_status().json()
            client.headers["Authorization"] = f"Bearer {session['token']}"
            asked = wire.pull_request_to_json(PullRequest(client_id="desk"))
            first = wire.pull_answer_from_json(client.post("/v1/sync/pull", content=asked).content)
            assert {put.kind for put in first.puts} == {
                "agent",
                "board",
                "event",
                "line",
                "process",
                "workflow",
            }
            assert kanbandesk("serve", "--home", str(home)).returncode == 1  # one process a SQLite file
            code, answer = stop_while_a_desk_waits(server, client, first.cursor, first.groups)
    assert (code, answer.status_code) == (0, 204)
    for secret in (session["token"], token, PASSWORD):
        assert secret not in "".join(server.logged)
    assert all("level" in json.loads(line) for line in server.logged)
    assert kanbandesk("admin", "--home", str(home), "audit", "verify").stdout.startswith("4 lines, unbroken")
    with serving(home) as server:
        assert len(server.said) == 1  # the workspace is there
        assert server.stop() == 0


def test_a_stop_right_after_the_address_was_told_is_heard(tmp_path: Path) -> None:
    """The framework does not listen to signals yet then: such a server once served for ever."""
    words = [sys.executable, "-c", STOPPED_WHEN_TOLD, "serve", "--home", str(tmp_path), "--port", "0"]
    served = subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert (served.returncode, served.stdout) == (0, "told\n")
    assert json.loads(served.stderr.splitlines()[-1])["text"] == "stopped"


def stop_while_a_desk_waits(
    server: Serving, client: httpx.Client, cursor: object, groups: tuple[str, ...]
) -> tuple[int, httpx.Response]:
    asked = PullRequest(client_id="desk", cursor=cursor, groups=groups, wait=25)  # type: ignore[arg-type]
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(client.post, "/v1/sync/pull", content=wire.pull_request_to_json(asked))
        while "kanbandesk_waiting_desks 1.0" not in client.get("/metrics").text:
            assert not waiting.done()
        return server.stop(), waiting.result(PATIENCE)


def test_people_are_looked_after_beside_the_running_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def admin(*words: str, expected: int = 0) -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))
        assert main(["admin", "--home", str(tmp_path), *words]) == expected
        told = capsys.readouterr()
        return told.err if expected else told.out

    with serving(tmp_path) as server:
        admin("create-administrator", "--name", "Ann", "--login", "ann", "--password")
        admin("invite", "--name", "Ben", "--login", "ben", "--roles", "agent,lead", "--password")
        admin("roles", "--login", "ben", "--roles", "agent", "--lines", "first")
        assert admin("people").splitlines() == [
            "Ann  ann  agent,administrator  all lines",
            "Ben  ben  agent  first",
        ]
        body = {"login": "ben", "password": PASSWORD, "client_id": "desk", "device": "Ben's laptop"}
        with httpx.Client(base_url=server.url, timeout=PATIENCE, trust_env=False) as client:
            token = client.post("/v1/session", json=body).json()["token"]
            assert "Ben's laptop" in admin("sessions", "--login", "ben")
            assert admin("revoke", "--login", "ben").startswith("1 revoked")
            headers = {"Authorization": f"Bearer {token}"}
            assert client.get("/v1/sessions", headers=headers).json()["code"] == "wipe"
    assert "administrator" in admin("roles", "--login", "ann", "--roles", "agent", expected=1)
    assert "the roles are" in admin("roles", "--login", "ann", "--roles", "boss", expected=2)
    assert "nobody signs in as x" in admin("reset-code", "--login", "x", expected=2)


def test_it_is_served_over_tls(tmp_path: Path) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl to make a certificate")
    certificate, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True,
        capture_output=True,
    )  # fmt: skip
    words = ("--certfile", str(certificate), "--keyfile", str(key))
    with serving(tmp_path / "server", *words) as server:
        assert server.url.startswith("https://")
        trusted = ssl.create_default_context(cafile=str(certificate))
        assert httpx.get(f"{server.url}/health/ready", verify=trusted, trust_env=False).json() == {
            "status": "ok"
        }
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"{server.url}/health/ready", trust_env=False)
        assert server.stop() == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("serve", "--host", "0.0.0.0"), "plain HTTP would send passwords"),
        (("serve", "--database", "mysql://x/y"), "no URL of PostgreSQL"),
        (("admin", "people"), "There is no team's server in"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    done = kanbandesk(words[0], "--home", str(tmp_path / "server"), *words[1:])
    assert done.returncode in {1, 2}
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_the_board_of_one_desk_is_not_served(tmp_path: Path) -> None:
    (tmp_path / "board.db").touch()
    done = kanbandesk("serve", "--home", str(tmp_path))
    assert done.returncode == 1
    assert "kanbandesk share" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["board.db"]
