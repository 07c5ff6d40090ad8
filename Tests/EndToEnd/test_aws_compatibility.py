"""The same environments and files through curtain and through boto3: who signs, where, and what is asked on the way.

Where the two differ on purpose, the case names a heading of docs/aws-compatibility.md, which says why.
"""

import hashlib
import json
import re
import subprocess
import sys

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from conftest import BINARY, ROOT
from played_aws import FAR, PlayedAWS

PAGE = ROOT / "docs/aws-compatibility.md"
KEYS = "aws_access_key_id = AKIA{0}\naws_secret_access_key = played-secret\n"
ENVIRONMENT_KEYS = {"AWS_ACCESS_KEY_ID": "AKIAENVIRONMENT", "AWS_SECRET_ACCESS_KEY": "played-secret"}
ROLE = "role_arn = arn:aws:iam::111122223333:role/{0}\n"
SSO = ("sso_account_id = 111122223333\nsso_role_name = Admin\n")
SESSION = "[sso-session corp]\nsso_start_url = https://corp.example/start\nsso_region = eu-central-1\n"


def token(name, expires=FAR):
    """A cached sign-in as `aws sso login` leaves it."""
    path = f".aws/sso/cache/{hashlib.sha1(name.encode()).hexdigest()}.json"
    return {path: json.dumps({"startUrl": "https://corp.example/start", "region": "eu-central-1", "accessToken": "played-access",
                              "expiresAt": expires})}


LOGIN_SESSION = "arn:aws:iam::111122223333:user/a"
LOGIN = f"[default]\nlogin_session = {LOGIN_SESSION}\n"


def login(expires):
    """A cached sign-in as `aws login` leaves it, with a key that nothing else is signed by."""
    key = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption())
    path = f".aws/login/cache/{hashlib.sha256(LOGIN_SESSION.encode()).hexdigest()}.json"
    text = json.dumps({"accessToken": {"accessKeyId": "ASIALOGIN", "secretAccessKey": "played-secret", "sessionToken": "t",
                                       "accountId": "111122223333", "expiresAt": expires},
                       "tokenType": "aws_sigv4", "clientId": "arn:aws:signin:::devtools/same-device",
                       "refreshToken": "played-refresh", "dpopKey": key.decode()})
    return {path: text.replace("{", "{{").replace("}", "}}")}


class Case:
    def __init__(self, environment=None, config="", credentials="", files=None, profile=None, differs=None, region="eu-west-1"):
        self.environment = {**({"AWS_DEFAULT_REGION": region} if region else {}), **(environment or {})}
        self.files = {".aws/config": config, ".aws/credentials": credentials, **(files or {})}
        self.profile, self.differs = profile, differs


CASES = {
    "environment": Case(ENVIRONMENT_KEYS),
    "environment with a token": Case({**ENVIRONMENT_KEYS, "AWS_SESSION_TOKEN": "t"}),
    "a blank token is no token": Case({**ENVIRONMENT_KEYS, "AWS_SESSION_TOKEN": ""}),
    "half a pair in the environment": Case({"AWS_ACCESS_KEY_ID": "AKIAHALF"}),
    "blank keys are unset": Case({"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}, credentials="[default]\n" + KEYS.format("FILE")),
    "environment before AWS_PROFILE": Case({**ENVIRONMENT_KEYS, "AWS_PROFILE": "p"}, config="[profile p]\n" + KEYS.format("P")),
    "a profile of the flag before the environment": Case(ENVIRONMENT_KEYS, config="[profile p]\n" + KEYS.format("P"), profile="p"),
    "AWS_DEFAULT_PROFILE before AWS_PROFILE": Case(
        {"AWS_PROFILE": "a", "AWS_DEFAULT_PROFILE": "b"}, credentials="[a]\n" + KEYS.format("A") + "[b]\n" + KEYS.format("B")),
    "a profile that is not there": Case({"AWS_PROFILE": "gone"}),
    "credentials file before config file": Case(config="[default]\n" + KEYS.format("CONFIG"), credentials="[default]\n" + KEYS.format("FILE")),
    "keys of the config file": Case(config="[default]\n" + KEYS.format("CONFIG")),
    "half a pair in a file": Case(credentials="[default]\naws_access_key_id = AKIAHALF\n"),
    "region of the profile": Case(config="[default]\nregion = eu-south-2\n" + KEYS.format("CONFIG"), region=None),
    "AWS_DEFAULT_REGION before the profile": Case(config="[default]\nregion = eu-south-2\n" + KEYS.format("CONFIG")),
    "AWS_REGION": Case({**ENVIRONMENT_KEYS, "AWS_REGION": "eu-north-1"}, differs="AWS_REGION"),
    "no region": Case(ENVIRONMENT_KEYS, region=None, differs="No region, but an endpoint of one's own"),
    "spaces in a section's brackets": Case(config="[ default ]\n" + KEYS.format("SPACES"), differs="Spaces in a section's brackets"),
    "odd case and spaces": Case(config="[default]\n  AWS_Access_Key_ID  :  AKIAODD \nAWS_SECRET_ACCESS_KEY=played-secret\n"),
    "a quoted profile": Case({"AWS_PROFILE": "with space"}, config='[profile "with space"]\n' + KEYS.format("QUOTED")),
    "comments, continuation, nesting": Case(config="# one\n[default]\n; two\n" + KEYS.format("NESTED") + "s3 =\n  max_concurrent_requests = 1\n"),
    "a line that is nothing": Case(config="[default]\nnonsense\n"),
    "a section twice": Case(config="[default]\nregion = a\n[default]\nregion = b\n" + KEYS.format("TWICE")),
    "AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE": Case(
        {"AWS_CONFIG_FILE": "~/c", "AWS_SHARED_CREDENTIALS_FILE": "~/s"}, files={"c": "[default]\nregion = sa-east-1\n", "s": "[default]\n" + KEYS.format("ELSEWHERE")}, region=None),
    "assume role": Case(config="[default]\n" + ROLE.format("app") + "source_profile = base\n[profile base]\n" + KEYS.format("BASE")),
    "assume role with everything": Case(
        config="[default]\n" + ROLE.format("app") + "source_profile = base\nexternal_id = ext,1+/=\nduration_seconds = 1800\n"
        "role_session_name = a.session@b\n[profile base]\n" + KEYS.format("BASE")),
    "a chain of roles": Case(
        config="[default]\n" + ROLE.format("last") + "source_profile = middle\n[profile middle]\n" + ROLE.format("first")
        + "source_profile = base\n[profile base]\n" + KEYS.format("BASE")),
    "a role whose source is itself": Case(config="[default]\n" + ROLE.format("self") + "source_profile = default\n" + KEYS.format("SELF")),
    "roles in a circle": Case(
        config="[default]\n" + ROLE.format("a") + "source_profile = other\n[profile other]\n" + ROLE.format("b") + "source_profile = default\n"),
    "a source that is not there": Case(config="[default]\n" + ROLE.format("a") + "source_profile = gone\n"),
    "both kinds of source": Case(config="[default]\n" + ROLE.format("a") + "source_profile = default\ncredential_source = Environment\n"),
    "credential_source Environment": Case(
        {**ENVIRONMENT_KEYS}, config="[profile p]\n" + ROLE.format("env") + "credential_source = Environment\n", profile="p"),
    "credential_source EcsContainer": Case(
        {"AWS_CONTAINER_CREDENTIALS_FULL_URI": "{url}/container"},
        config="[default]\n" + ROLE.format("ecs") + "credential_source = EcsContainer\n"),
    "credential_source Ec2InstanceMetadata": Case(
        {"AWS_EC2_METADATA_DISABLED": "false"}, config="[default]\n" + ROLE.format("ec2") + "credential_source = Ec2InstanceMetadata\n"),
    "MFA where nobody can be asked": Case(
        config="[default]\n" + ROLE.format("mfa") + "source_profile = base\nmfa_serial = arn:aws:iam::111122223333:mfa/a\n[profile base]\n"
        + KEYS.format("BASE")),
    "web identity of the environment": Case(
        {"AWS_WEB_IDENTITY_TOKEN_FILE": "{home}/token", "AWS_ROLE_ARN": "arn:aws:iam::111122223333:role/web", "AWS_ROLE_SESSION_NAME": "a.session"},
        files={"token": "played.web.token"}),
    "web identity of a profile": Case(
        config="[default]\n" + ROLE.format("web") + "web_identity_token_file = {home}/token\n", files={"token": "played.web.token"}),
    "web identity without its file": Case(config="[default]\n" + ROLE.format("web") + "web_identity_token_file = {home}/gone\n"),
    "sign-in of the new kind": Case(config="[default]\nsso_session = corp\n" + SSO + SESSION, files=token("corp")),
    "sign-in of the old kind": Case(
        config="[default]\nsso_start_url = https://corp.example/start\nsso_region = eu-central-1\n" + SSO, files=token("https://corp.example/start")),
    "nobody has signed in": Case(config="[default]\nsso_session = corp\n" + SSO + SESSION),
    "a sign-in that has ended": Case(config="[default]\nsso_session = corp\n" + SSO + SESSION, files=token("corp", "2020-01-01T00:00:00Z")),
    "an sso-session that is not there": Case(config="[default]\nsso_session = gone\n" + SSO),
    "credential_process": Case(
        config='[default]\ncredential_process = /bin/echo \'{{"Version":1,"AccessKeyId":"AKIAPROCESS","SecretAccessKey":"s"}}\'\n'),
    "credential_process of another version": Case(
        config='[default]\ncredential_process = /bin/echo \'{{"Version":2,"AccessKeyId":"AKIAPROCESS","SecretAccessKey":"s"}}\'\n'),
    "credential_process that fails": Case(config="[default]\ncredential_process = /bin/false\n"),
    "credential_process with a pipe": Case(
        config='[default]\ncredential_process = echo \'{{"Version":1,"AccessKeyId":"akiapipe","SecretAccessKey":"s"}}\' | sed s/akiapipe/AKIAPIPE/\n',
        differs="credential_process"),
    "container": Case({"AWS_CONTAINER_CREDENTIALS_FULL_URI": "{url}/container", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "played-authorization"}),
    "container with a token file": Case(
        {"AWS_CONTAINER_CREDENTIALS_FULL_URI": "{url}/container", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "{home}/token"},
        files={"token": "played-authorization"}),
    "a container's host that must not be asked": Case({"AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://192.0.2.1/container"}),
    "instance": Case({"AWS_EC2_METADATA_DISABLED": "false"}),
    "instance, its region": Case({"AWS_EC2_METADATA_DISABLED": "false"}, region=None, differs="Region of an instance"),
    "instance, disabled": Case({"AWS_EC2_METADATA_DISABLED": "TRUE"}),
    "endpoint of the service": Case({**ENVIRONMENT_KEYS, "AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_ENDPOINT_URL_STS": "{url}"}),
    "endpoint of a services section": Case(
        {"AWS_ENDPOINT_URL": ""}, config="[default]\nservices = mine\n" + KEYS.format("SERVICES") + "[services mine]\nsts =\n  endpoint_url = {url}\n"),
    "endpoint of the profile": Case({"AWS_ENDPOINT_URL": ""}, config="[default]\nendpoint_url = {url}\n" + KEYS.format("PROFILE")),
    "a wrong retry mode": Case({**ENVIRONMENT_KEYS, "AWS_RETRY_MODE": "sometimes"}),
    "attempts that are no number": Case({**ENVIRONMENT_KEYS, "AWS_MAX_ATTEMPTS": "many"}),
    "a wrong metadata mode": Case({"AWS_EC2_METADATA_DISABLED": "false", "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "ipv5", "AWS_EC2_METADATA_SERVICE_ENDPOINT": ""}),
    "aws login, before anybody signed in": Case(config=LOGIN),
    "aws login": Case(config=LOGIN, files=login(FAR)),
    "aws login, renewed": Case(config=LOGIN, files=login("2020-01-01T00:00:00Z")),
    "aws login before keys of the config file": Case(config=LOGIN + KEYS.format("CONFIG"), files=login(FAR)),
    "credentials file before aws login": Case(config=LOGIN, credentials="[default]\n" + KEYS.format("FILE"), files=login(FAR)),
}


@pytest.fixture
def played():
    aws = PlayedAWS()
    yield aws
    aws.close()


def run(command, case, aws, home):
    """What the program says, and what it asked."""
    def filled(text):
        return text.replace("{url}", aws.url).replace("{home}", str(home)).replace("{{", "{").replace("}}", "}")

    for path, text in case.files.items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text(filled(text))
    environment = {
        "HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "AWS_ENDPOINT_URL": aws.url, "AWS_MAX_ATTEMPTS": "1",
        "AWS_EC2_METADATA_DISABLED": "true", "AWS_EC2_METADATA_SERVICE_ENDPOINT": aws.url,
        **{name: filled(value) for name, value in case.environment.items()},
    }
    aws.asked.clear()
    done = subprocess.run(command, env=environment, cwd=home, capture_output=True, text=True, timeout=60)
    return done, list(aws.asked)


def of_curtain(case, aws, home):
    options = ["--profile", case.profile] if case.profile else []
    done, asked = run([str(BINARY), "whoami", "-o", "json", *options], case, aws, home)
    if done.returncode != 0:
        assert done.returncode in (1, 69, 75, 77, 78), done.stderr
        assert len(done.stderr.splitlines()) == 1 and done.stderr.startswith("curtain: "), done.stderr
        return {"error": True}, asked
    answer = json.loads(done.stdout)
    return {"accessKeyId": answer["accessKeyId"], "region": answer["region"], "endpoint": answer["endpoint"].rstrip("/")}, asked


def of_boto3(case, aws, home):
    arguments = [case.profile] if case.profile else []
    done, asked = run([sys.executable, str(ROOT / "Tests/EndToEnd/boto3_whoami.py"), *arguments], case, aws, home)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    if "error" in answer:
        return {"error": True}, asked
    return {"accessKeyId": answer["accessKeyId"], "region": answer["region"], "endpoint": answer["endpoint"].rstrip("/")}, asked


@pytest.mark.parametrize("name", CASES)
def test_as_boto3(name, played, tmp_path):
    case = CASES[name]
    (tmp_path / "ours").mkdir()
    (tmp_path / "theirs").mkdir()
    ours, we_asked = of_curtain(case, played, tmp_path / "ours")
    theirs, they_asked = of_boto3(case, played, tmp_path / "theirs")
    if case.differs:
        assert ours != theirs, "no difference any more: take it out of the case and of the page"
    else:
        assert ours == theirs
        if "error" not in ours:
            assert we_asked == they_asked


@pytest.mark.parametrize(
    "answers",
    [[500, 200], [503, 502, 200], [500, 500, 500], ["Throttling", 200], ["ThrottlingException"] * 3,
     ["RequestTimeout", 200], ["hang up", 200], ["InvalidClientTokenId"], ["AccessDenied"], [400], ["SlowDown", 500, 200]],
    ids=lambda answers: " ".join(map(str, answers)))
def test_tries_as_boto3(answers, played, tmp_path):
    """As many tries, to the same end."""
    ours, theirs = tried(answers, played, tmp_path)
    assert ours == theirs


def test_a_status_of_throttling_alone(played, tmp_path):
    """The difference that the page calls "Status 429"."""
    ours, theirs = tried([429, 200], played, tmp_path)
    assert (ours[1], theirs[1]) == (2, 1)


def tried(answers, played, tmp_path):
    """(outcome, tries) of curtain and of boto3."""
    outcomes = []
    for name, program in (("ours", of_curtain), ("theirs", of_boto3)):
        (tmp_path / name).mkdir()
        played.answers, played.tries = list(answers), 0
        case = Case({**ENVIRONMENT_KEYS, "AWS_RETRY_MODE": "standard", "AWS_MAX_ATTEMPTS": "3"})
        outcome, _ = program(case, played, tmp_path / name)
        outcomes.append((outcome, played.tries))
    return outcomes


def test_every_difference_is_explained():
    headings = set(re.findall(r"^### (.+)$", PAGE.read_text(), re.MULTILINE))
    tested = {case.differs for case in CASES.values() if case.differs} | {"Status 429"}
    assert tested <= headings, tested - headings
