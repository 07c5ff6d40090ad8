"""Signing in from within the console: a session that has ended, the page and the code, a device's code."""

import json

import pytest
from conftest import BINARY
from played_aws import FAR, PlayedAWS
from terminal import Terminal

PAST = "2020-01-01T00:00:00Z"
SSO = """
[default]
region = eu-west-1
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Admin
[sso-session corp]
sso_start_url = https://corp.example/start
sso_region = eu-west-1
"""
ROLE = """
[default]
region = eu-west-1
role_arn = arn:aws:iam::111122223333:role/Deploy
source_profile = base
mfa_serial = arn:aws:iam::111122223333:mfa/ann
[profile base]
aws_access_key_id = AKIABASE
aws_secret_access_key = played-secret
"""


@pytest.fixture
def played():
    aws = PlayedAWS()
    yield aws
    aws.close()


def console(home, aws, config, *arguments):
    (home / ".aws").mkdir()
    (home / ".aws/config").write_text(config)
    environment = {
        "HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC", "AWS_ENDPOINT_URL": aws.url,
        "AWS_MAX_ATTEMPTS": "1", "AWS_EC2_METADATA_DISABLED": "true", "CURTAIN_STATE_DIR": str(home / "state"),
    }
    return Terminal([str(BINARY), *arguments], environment)


def test_the_session_is_renewed_where_one_is(tmp_path, played):
    with console(tmp_path, played, SSO) as terminal:
        terminal.wait("The session has ended")
        terminal.press("Tab", "Enter")
        terminal.wait("PLAY-CODE")
        assert f"{played.url}/page?user_code=PLAY-CODE" in terminal.screen
        played.confirmed.set()
        terminal.wait("signed in by sso-session corp")
        terminal.wait("111122223333")
        assert "SESSION ENDED" not in terminal.screen
    token = json.loads(next((tmp_path / ".aws/sso/cache").iterdir()).read_text())
    assert token["accessToken"] == "played-access" and token["expiresAt"] < FAR


def test_given_up_and_brought_back(tmp_path, played):
    with console(tmp_path, played, SSO) as terminal:
        terminal.wait("The session has ended")
        terminal.press("Escape")
        terminal.wait("SESSION ENDED")
        terminal.command("login")
        terminal.wait("The session has ended")
        terminal.press("Tab", "Enter")
        terminal.wait("PLAY-CODE")
        terminal.press("Escape")
        terminal.wait("the sign-in was given up")
        assert "PLAY-CODE" not in terminal.screen


def test_the_code_of_a_device(tmp_path, played):
    with console(tmp_path, played, ROLE) as terminal:
        terminal.wait("mfa/ann")
        terminal.type("424242")
        assert "424242" not in terminal.screen
        terminal.press("Enter", "Enter")
        terminal.wait("111122223333")
    asked = [dict(details) for what, details in played.asked if what == "AssumeRole"]
    assert asked and asked[0]["TokenCode"] == "424242"
    assert asked[0]["SerialNumber"] == "arn:aws:iam::111122223333:mfa/ann"


def test_no_code_is_an_answer_too(tmp_path, played):
    with console(tmp_path, played, ROLE) as terminal:
        terminal.wait("mfa/ann")
        terminal.press("Escape")
        terminal.wait("no MFA code was entered")
