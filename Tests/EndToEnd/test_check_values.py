"""check with a note: what only the stored values tell, in an account of this file's own, as reading changes it."""

import json

import pytest

from conftest import Installation, start

NOTE = ("--note", "how full are they")


@pytest.fixture(scope="module")
def account(tmp_path_factory):
    for stand_in in start(tmp_path_factory.mktemp("moto"), "--kind", "moto"):
        ssm, secrets = stand_in.client("ssm"), stand_in.client("secretsmanager")
        ssm.put_parameter(Name="/full/key", Value="k" * 3700, Type="SecureString")
        ssm.put_parameter(Name="/full/advanced", Value="a" * 7400, Type="SecureString", Tier="Advanced")
        ssm.put_parameter(Name="/room/standard", Value="s" * 3600, Type="SecureString")
        ssm.put_parameter(Name="/room/advanced", Value="t" * 3700, Type="SecureString", Tier="Advanced")
        secrets.create_secret(Name="full/secret", SecretString="f" * 60000)
        secrets.create_secret(Name="room/secret", SecretString="r" * 50000)
        yield stand_in


@pytest.fixture
def curtain(tmp_path, account):
    return Installation(tmp_path, account)


def full(curtain, *arguments):
    done = curtain.run("check", "--rule", "value-full", "-o", "json", *arguments)
    assert done.returncode in (0, 3, 4), done.stderr.decode()
    return done, {row["ref"]: row for row in json.loads(done.stdout)}


def test_values_that_are_nearly_full_are_told_without_their_length(curtain):
    done, rows = full(curtain, *NOTE)
    assert set(rows) == {"param:/full/key", "param:/full/advanced", "secret:full/secret"}
    assert "90 % or more of the 4 KB of a standard parameter" in rows["param:/full/key"]["evidence"]
    assert "plan set param:/full/key --tier Advanced" in rows["param:/full/key"]["fix"]
    assert "8 KB of an advanced" in rows["param:/full/advanced"]["evidence"]
    assert "64 KB of a secret" in rows["secret:full/secret"]["evidence"]
    for length in (b"3700", b"7400", b"60000"):
        assert length not in done.stdout + done.stderr
    assert b"6 stored values are read, each on record" in done.stderr
    events = [each["event"] for each in curtain.events()]
    assert events.count("compare.requested") == events.count("compare.done") == 6


def test_without_a_note_nothing_is_read_and_nothing_said(curtain):
    assert full(curtain)[1] == {}
    assert not curtain.events()
