"""Reveal from the command line: exact bytes, reason first, every store."""

import subprocess

from botocore.exceptions import ClientError

NOTE = ("--note", "an end-to-end test")


def is_kept(ministack, ref):
    """Secrets Manager drops a version that has lost its last label."""
    if not ref.startswith("secret:"):
        return True
    name, version = ref.removeprefix("secret:").split("#")[0].split("@")
    try:
        ministack.client("secretsmanager").get_secret_value(SecretId=name, VersionId=version)
    except ClientError:
        return False
    return True


def test_every_planted_value_is_revealed_exactly(curtain, ministack):
    wanted = {}
    for ref, value in ministack.planted.items():
        # Old versions of secrets by their id, fields, variables of published versions: all are references. What stands
        # behind a ciphertext has none, and fields have one in secrets only.
        if ("#" not in ref or ref.startswith("secret:")) and is_kept(ministack, ref):
            wanted.setdefault(ref.split(":")[0], []).append((ref, value))
    for ref, value in [each for store in ("env", "param", "secret") for each in wanted[store][:4]]:
        done = curtain.run("reveal", ref, *NOTE)
        assert done.returncode == 0, (ref, done.stderr.decode())
        assert done.stdout.decode() == value, ref


def test_the_order_of_the_records_and_the_check_without_curtain(curtain):
    done = curtain.run("reveal", "secret:prod/orders/db#/password", *NOTE)
    assert done.returncode == 0
    assert [each["event"] for each in curtain.events()] == [
        "session.started",
        "reveal.requested",
        "reveal.shown",
        "reveal.masked",
        "session.ended",
    ]
    assert done.stdout not in (curtain.state / "audit.jsonl").read_bytes()
    assert curtain.run("audit", "verify").returncode == 0
    # Each line carries the hash of the line before: sha256sum and jq are enough.
    script = """
        previous=$(printf '0%.0s' $(seq 64))
        while IFS= read -r line; do
            [ "$(printf '%s' "$line" | jq -r .prev)" = "$previous" ] || exit 1
            previous=$(printf '%s' "$line" | sha256sum | cut -d' ' -f1)
        done < "$1"
    """
    subprocess.run(["bash", "-c", script, "check", str(curtain.state / "audit.jsonl")], check=True, timeout=20)


def test_read_only_and_share_mode_refuse_and_send_nothing(curtain):
    for mode in ("--read-only", "--share"):
        done = curtain.run("reveal", "secret:prod/orders/db", mode, "-v", *NOTE)
        assert done.returncode == 77 and not done.stdout
        assert b"GetSecretValue" not in done.stderr
    assert not curtain.events()
