"""The hooks of docs/hooks.md, run from that very page: the one for PostgreSQL with a psql that keeps what it is given, the one
for an HTTP API with curl and a provider on this machine."""

import http.server
import json
import os
import pathlib
import subprocess
import threading

import pytest

PAGE = pathlib.Path(__file__).parents[2] / "docs" / "hooks.md"
# What a shell, SQL or JSON could trip over.
NEW, OLD = "n3w'; DROP TABLE x; -- \"$(id)\\", "0ld'value"


def script(title):
    """The block that stands below a heading, without its margin."""
    lines = PAGE.read_text().split(f"## {title}")[1].split("##")[0].splitlines()
    return "\n".join(line[4:] for line in lines if line.startswith("    ")) + "\n"


def run(path, step, value, former=None, **environment):
    """As curtain calls a hook: the value on standard input, the one before it on descriptor 3."""
    read, write = os.pipe()
    os.write(write, (former or "").encode())
    os.close(write)
    try:
        return subprocess.run(
            ["bash", "-c", f"exec 3<&{read} {read}<&-; exec {path} {step}"], input=value.encode(), pass_fds=[read],
            capture_output=True, timeout=30, env={"PATH": os.environ["PATH"], "HOME": str(path.parent), **environment})
    finally:
        os.close(read)


@pytest.fixture
def postgres(tmp_path):
    """The hook, and a psql that writes down its arguments, its input and its password."""
    hook = tmp_path / "hook"
    hook.write_text(script("PostgreSQL, one password (cutover)"))
    hook.chmod(0o755)
    tools = tmp_path / "bin"
    tools.mkdir()
    psql = tools / "psql"
    psql.write_text(
        "#!/bin/sh\nprintf '%s\\n' \"$*\" >>\"$HOME/arguments\"\nprintf '%s' \"${PGPASSWORD-}\" >\"$HOME/password\"\n"
        "case \"$*\" in *'-f -'*) cat >\"$HOME/statement\" ;; esac\nexit ${PSQL_STATUS-0}\n")
    psql.chmod(0o755)

    def call(step, value, former=None, status=0):
        secret = [json.dumps({"username": "or\"ders", "password": text}) if text else None for text in (value, former)]
        return run(hook, step, secret[0], secret[1], PATH=f"{tools}:{os.environ['PATH']}", PSQL_STATUS=str(status))

    call.folder = tmp_path
    return call


def test_the_password_of_a_role_is_set_and_taken_back_without_being_an_argument(postgres):
    for step, value in (("set", NEW), ("undo", OLD)):
        done = postgres(step, NEW, OLD)
        assert done.returncode == 0, done.stderr
        quoted = value.replace("'", "''")
        assert (postgres.folder / "statement").read_text() == f"ALTER ROLE \"or\"\"ders\" PASSWORD '{quoted}';\n"
        assert done.stdout == b"" and value.encode() not in done.stderr
    assert NEW not in (postgres.folder / "arguments").read_text()


def test_a_password_is_tried_as_the_role_itself(postgres):
    assert postgres("test", NEW).returncode == 0
    assert (postgres.folder / "password").read_text() == NEW
    assert "-U or\"ders" in (postgres.folder / "arguments").read_text()
    assert postgres("test", NEW, status=2).returncode != 0
    assert postgres("finish", NEW).returncode == 0


def test_a_statement_that_the_server_refuses_is_no_success(postgres):
    assert postgres("set", NEW, OLD, status=3).returncode != 0


class Provider(http.server.BaseHTTPRequestHandler):
    """Keeps keys; only an administrator adds and takes them."""

    def do_POST(self):
        key = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["key"]
        allowed = self.headers["Authorization"] == "Bearer admin"
        if allowed:
            getattr(self.server.keys, "discard" if self.path == "/keys/revoke" else "add")(key)
        self.answer(allowed)

    def do_GET(self):
        self.answer(self.headers["Authorization"] in {f"Bearer {key}" for key in self.server.keys})

    def answer(self, allowed):
        self.send_response(200 if allowed else 401)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture
def provider():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    server.keys = {"sk-old"}
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join(timeout=10)
    server.server_close()


def test_a_provider_takes_a_second_key_tries_it_and_gives_it_up(provider, tmp_path):
    hook = tmp_path / "hook"
    hook.write_text(script("An HTTP API with two keys (overlap)").replace(
        "https://api.example.com", f"http://127.0.0.1:{provider.server_port}"))
    hook.chmod(0o755)
    administrator = tmp_path / ".config" / "provider" / "admin.curlrc"
    administrator.parent.mkdir(parents=True)
    administrator.write_text('header = "Authorization: Bearer admin"\n')

    def call(step, value="sk-new"):
        done = run(hook, step, value, "sk-old")
        assert value.encode() not in done.stdout + done.stderr
        return done.returncode

    assert call("test") != 0
    # Twice: a hook may be called again after a lost answer.
    assert [call("set"), call("set"), call("test"), call("test", "sk-old")] == [0, 0, 0, 0]
    assert provider.keys == {"sk-old", "sk-new"}
    assert call("finish") == 0
    assert [call("undo"), call("undo")] == [0, 0]
    assert provider.keys == {"sk-old"}
    assert call("test") != 0 and call("test", "sk-old") == 0
