"""Values moved to where they belong and back, with functions that read them there and answer with a fingerprint."""

import hashlib
import io
import json
import time
import zipfile

import pytest
from conftest import demo_account
from world import World

NOTE = "a test of move"

READ = {
    "variable": "os.environ[NAME]",
    "parameter": 'boto3.client("ssm").get_parameter(Name=os.environ[NAME], WithDecryption=True)["Parameter"]["Value"]',
    "secret": 'boto3.client("secretsmanager").get_secret_value(SecretId=os.environ[NAME])["SecretString"]',
    "kms": (
        'boto3.client("kms").decrypt(CiphertextBlob=base64.b64decode(os.environ[NAME]), '
        'EncryptionContext={"LambdaFunctionName": os.environ["AWS_LAMBDA_FUNCTION_NAME"]})["Plaintext"].decode()'),
}

HANDLER = '''
import base64, hashlib, json, os
import boto3

NAME, FIELD = {name!r}, {field!r}

def handler(event, context):
    value = {read}
    if FIELD:
        value = json.loads(value)[FIELD]
    return {{"fingerprint": hashlib.sha256(value.encode()).hexdigest()[:16]}}
'''

TRUST = json.dumps({"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]})


def package(way, name, field=None):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as output:
        output.writestr("app.py", HANDLER.format(name=name, field=field, read=READ[way]))
    return content.getvalue()


def fingerprint(value):
    return hashlib.sha256(value.encode()).hexdigest()[:16]


class Function:
    """A function with an alias, whose code can be deployed anew."""

    def __init__(self, world, name, way, variable, variables):
        self.world, self.name, self.client = world, name, world.client("lambda")
        iam = world.client("iam")
        self.role = f"{name}-role"
        arn = iam.create_role(RoleName=self.role, AssumeRolePolicyDocument=TRUST)["Role"]["Arn"]
        self.client.create_function(
            FunctionName=name, Runtime="python3.13", Handler="app.handler", Role=arn, Timeout=20,
            Code={"ZipFile": package(way, variable)}, Environment={"Variables": variables})
        self.settle()
        version = self.client.publish_version(FunctionName=name)["Version"]
        self.client.create_alias(FunctionName=name, Name="live", FunctionVersion=version)

    def settle(self):
        for _ in range(100):
            told = self.client.get_function_configuration(FunctionName=self.name)
            if told.get("LastUpdateStatus") == "Successful" and told.get("State", "Active") == "Active":
                return
            time.sleep(0.1)

    def allow(self, action, resource="*"):
        self.world.client("iam").put_role_policy(
            RoleName=self.role, PolicyName="own", PolicyDocument=json.dumps({
                "Version": "2012-10-17",
                "Statement": [{"Effect": "Allow", "Action": action, "Resource": resource}]}))

    def deploy(self, way, variable, field=None):
        """What a team does: new code, a version, the alias on it."""
        self.client.update_function_code(FunctionName=self.name, ZipFile=package(way, variable, field))
        self.settle()
        version = self.client.publish_version(FunctionName=self.name)["Version"]
        self.client.update_alias(FunctionName=self.name, Name="live", FunctionVersion=version)

    @property
    def variables(self):
        told = self.client.get_function_configuration(FunctionName=self.name, Qualifier="live")
        return {key: text for key, text in told["Environment"]["Variables"].items() if key != "CURTAIN_PLAN"}

    @property
    def policies(self):
        return self.world.client("iam").list_role_policies(RoleName=self.role)["PolicyNames"]

    def answer(self):
        told = self.client.invoke(FunctionName=self.name, Qualifier="live")
        payload = json.loads(told["Payload"].read())
        assert "fingerprint" in payload, payload
        return payload["fingerprint"]


@pytest.fixture(scope="module")
def ministack(tmp_path_factory):
    """An account of this file's own: it does not look the same afterwards."""
    yield from demo_account(tmp_path_factory)


@pytest.fixture
def world(tmp_path, ministack):
    return World(tmp_path, ministack)


def plan(world, *arguments):
    made = world.curtain("plan", "move", *arguments, "-o", "json")
    assert made.status == 0, made.error
    return made.json


def run(world, verb, made, *options, status=0):
    done = world.curtain(verb, made["id"], "--yes", "--note", NOTE, *options, "-o", "json")
    assert done.status == status, done.error
    assert b"c4nary" not in done.output and "c4nary" not in done.error
    return done


def status(world, made):
    return world.curtain("status", made["id"], "-o", "json").json


def to_the_wait(world, made):
    """Applied until the code must change."""
    run(world, "apply", made, status=4)
    told = status(world, made)
    assert told["state"] == "waiting" and told["step"].startswith("awaitCode"), told
    assert "--done" in told["needsPerson"][0]["why"]


def to_the_end(world, made, name):
    """From the new code to the removal, each gate on its own."""
    told = run(world, "resume", made, "--done", "--unseen", status=4)
    assert status(world, made)["step"].startswith("confirmRemoval"), told.error
    run(world, "resume", made, "--remove", name + "x", status=4)
    assert status(world, made)["state"] == "waiting"
    run(world, "resume", made, "--remove", name)
    assert status(world, made)["state"] == "done"
    no_value_is_left(world)


def no_value_is_left(world):
    for path in world.home.rglob("*"):
        if path.is_file():
            assert b"c4nary" not in path.read_bytes(), path
    assert world.curtain("audit", "verify").status == 0


def parameter(world, name):
    return world.client("ssm").get_parameter(Name=name, WithDecryption=True)["Parameter"]


def secret(world, name):
    return world.client("secretsmanager").get_secret_value(SecretId=name)["SecretString"]


def test_a_variable_to_parameter_store_and_back(world):
    value = "c4nary-parameter"
    function = Function(world, "move-a", "variable", "API_KEY", {"API_KEY": value, "LOG_LEVEL": "INFO"})
    made = plan(world, "env:move-a/API_KEY", "--to", "parameter", "--name", "/move/a/key")
    assert [step["action"] for step in made["steps"]][:2] == ["createParameter", "grantAccess"]
    assert made["move"]["monthlyBefore"] == 0 and made["move"]["monthlyAfter"] == 0
    to_the_wait(world, made)
    # A time in which both exist: the old code works, the new place is there.
    assert function.answer() == fingerprint(value)
    assert function.variables == {"API_KEY": value, "LOG_LEVEL": "INFO", "API_KEY_PARAMETER": "/move/a/key"}
    assert parameter(world, "/move/a/key")["Value"] == value
    assert parameter(world, "/move/a/key")["Type"] == "SecureString"
    shown = world.curtain("plan", "code", made["id"]).output.decode()
    assert 'parameters.get_parameter(environ["API_KEY_PARAMETER"]' in shown and "--- grant" in shown
    function.deploy("parameter", "API_KEY_PARAMETER")
    assert function.answer() == fingerprint(value)
    to_the_end(world, made, "API_KEY")
    assert function.variables == {"LOG_LEVEL": "INFO", "API_KEY_PARAMETER": "/move/a/key"}
    assert function.answer() == fingerprint(value)

    back = plan(world, "param:/move/a/key", "--to", "environment", "--variable", "API_KEY")
    to_the_wait(world, back)
    function.deploy("variable", "API_KEY")
    to_the_end(world, back, "/move/a/key")
    assert function.variables == {"API_KEY": value, "LOG_LEVEL": "INFO"}
    assert function.answer() == fingerprint(value)
    with pytest.raises(world.client("ssm").exceptions.ParameterNotFound):
        parameter(world, "/move/a/key")


def test_a_variable_to_secrets_manager_and_back(world):
    value = "c4nary-secret"
    function = Function(world, "move-b", "variable", "DB_PASSWORD", {"DB_PASSWORD": value})
    key = world.client("kms").create_key()["KeyMetadata"]["Arn"]
    made = plan(world, "env:move-b/DB_PASSWORD", "--to", "secret", "--name", "move/b", "--key", key)
    assert made["move"]["monthlyAfter"] == 0.4
    document = json.loads(made["move"]["grants"][0]["document"])
    assert [each["Action"] for each in document["Statement"]] == ["secretsmanager:GetSecretValue", "kms:Decrypt"]
    assert document["Statement"][0]["Resource"].endswith(":secret:move/b-??????")
    to_the_wait(world, made)
    function.deploy("secret", "DB_PASSWORD_SECRET")
    assert function.answer() == fingerprint(value)
    to_the_end(world, made, "DB_PASSWORD")
    assert function.variables == {"DB_PASSWORD_SECRET": "move/b"} and secret(world, "move/b") == value
    assert world.client("secretsmanager").describe_secret(SecretId="move/b")["KmsKeyId"] == key

    back = plan(world, "secret:move/b", "--to", "environment", "--variable", "DB_PASSWORD")
    to_the_wait(world, back)
    function.deploy("variable", "DB_PASSWORD")
    to_the_end(world, back, "move/b")
    assert function.variables == {"DB_PASSWORD": value} and function.answer() == fingerprint(value)
    assert "DeletedDate" in world.client("secretsmanager").describe_secret(SecretId="move/b")


def test_a_variable_to_a_ciphertext_and_back(world):
    value = "c4nary-kms"
    function = Function(world, "move-c", "variable", "PIN", {"PIN": value})
    key = world.client("kms").create_key()["KeyMetadata"]["Arn"]
    assert world.curtain("plan", "move", "env:move-c/PIN", "--to", "kms").status == 64
    made = plan(world, "env:move-c/PIN", "--to", "kms", "--key", key)
    to_the_wait(world, made)
    assert set(function.variables) == {"PIN", "PIN_CIPHERTEXT"} and value not in function.variables["PIN_CIPHERTEXT"]
    document = json.loads(made["move"]["grants"][0]["document"])
    assert document["Statement"][0]["Condition"] == {
        "StringEquals": {"kms:EncryptionContext:LambdaFunctionName": "move-c"}}
    # The stand-in knows no encryption context when it decides.
    function.allow("kms:Decrypt", key)
    function.deploy("kms", "PIN_CIPHERTEXT")
    assert function.answer() == fingerprint(value)
    to_the_end(world, made, "PIN")
    assert set(function.variables) == {"PIN_CIPHERTEXT"} and function.answer() == fingerprint(value)

    back = plan(world, "env:move-c/PIN_CIPHERTEXT", "--to", "environment")
    to_the_wait(world, back)
    assert function.variables["PIN"] == value
    function.deploy("variable", "PIN")
    to_the_end(world, back, "PIN_CIPHERTEXT")
    assert function.variables == {"PIN": value} and function.answer() == fingerprint(value)


def test_a_string_to_a_secure_string_under_a_new_name(world):
    value = "c4nary-string"
    world.client("ssm").put_parameter(Name="/move/d/key", Value=value, Type="String")
    function = Function(world, "move-d", "parameter", "KEY_PARAM", {"KEY_PARAM": "/move/d/key"})
    function.allow("ssm:GetParameter")
    made = plan(world, "param:/move/d/key", "--to", "parameter")
    to_the_wait(world, made)
    assert function.answer() == fingerprint(value)
    assert parameter(world, "/move/d/key.secure")["Type"] == "SecureString"
    function.deploy("parameter", "KEY_PARAMETER")
    to_the_end(world, made, "/move/d/key")
    assert function.variables == {"KEY_PARAMETER": "/move/d/key.secure"} and function.answer() == fingerprint(value)
    again = world.curtain("plan", "move", "param:/move/d/key.secure", "--to", "parameter")
    assert again.status == 64 and "already" in again.error


def test_a_parameter_to_a_secret_and_back(world):
    value = "c4nary-both"
    world.client("ssm").put_parameter(Name="/move/e/key", Value=value, Type="SecureString")
    function = Function(world, "move-e", "parameter", "KEY_PARAM", {"KEY_PARAM": "/move/e/key"})
    function.allow(["ssm:GetParameter"])
    made = plan(world, "param:/move/e/key", "--to", "secret", "--variable", "KEY_SECRET")
    to_the_wait(world, made)
    function.deploy("secret", "KEY_SECRET")
    to_the_end(world, made, "/move/e/key")
    assert function.variables == {"KEY_SECRET": "move/e/key"} and function.answer() == fingerprint(value)

    back = plan(world, "secret:move/e/key", "--to", "parameter", "--name", "/move/e/again", "--variable", "KEY_PARAM")
    to_the_wait(world, back)
    function.deploy("parameter", "KEY_PARAM")
    to_the_end(world, back, "move/e/key")
    assert function.variables == {"KEY_PARAM": "/move/e/again"} and function.answer() == fingerprint(value)


def test_the_replicas_of_a_secret_go_before_it(world):
    """Planned only: the stand-in does not take replicas away."""
    manager = world.client("secretsmanager")
    manager.create_secret(Name="move/r", SecretString="c4nary-replica")
    manager.replicate_secret_to_regions(SecretId="move/r", AddReplicaRegions=[{"Region": "us-east-1"}])
    function = Function(world, "move-r", "secret", "KEY_SECRET", {"KEY_SECRET": "move/r"})
    function.allow("secretsmanager:GetSecretValue")
    made = plan(world, "secret:move/r", "--to", "parameter", "--name", "/move/r", "--variable", "KEY_PARAM")
    assert [step["action"] for step in made["steps"]][-2:] == ["changeReplicas", "deleteSecret"]
    assert any("us-east-1" in words and "not looked at" in words for words in made["warnings"])


def test_several_variables_to_one_json_secret(world):
    function = Function(
        world, "move-f", "variable", "DB_PASSWORD", {"DB_PASSWORD": "c4nary-pw\"\\", "DB_USER": "c4nary-user"})
    made = plan(world, "env:move-f/DB_PASSWORD", "env:move-f/DB_USER", "--to", "secret", "--name", "move/f")
    to_the_wait(world, made)
    assert json.loads(secret(world, "move/f")) == {"DB_PASSWORD": "c4nary-pw\"\\", "DB_USER": "c4nary-user"}
    function.deploy("secret", "SECRETS_SECRET" if "SECRETS_SECRET" in function.variables else "SECRETS", "DB_PASSWORD")
    assert function.answer() == fingerprint("c4nary-pw\"\\")
    to_the_end(world, made, "DB_PASSWORD")
    assert "DB_USER" not in function.variables and "DB_PASSWORD" not in function.variables

    back = plan(
        world, "secret:move/f", "--to", "environment", "--variable", "DB_PASSWORD=/DB_PASSWORD", "--variable",
        "DB_USER=/DB_USER")
    to_the_wait(world, back)
    function.deploy("variable", "DB_PASSWORD")
    assert function.variables["DB_USER"] == "c4nary-user" and function.answer() == fingerprint("c4nary-pw\"\\")
    run(world, "resume", back, "--done", "--unseen", status=4)
    run(world, "resume", back, "--remove", "move/f")
    assert set(function.variables) == {"DB_PASSWORD", "DB_USER"}


def test_taken_back_before_the_code_and_after_the_end(world):
    value = "c4nary-back"
    function = Function(world, "move-g", "variable", "API_KEY", {"API_KEY": value})
    made = plan(world, "env:move-g/API_KEY", "--to", "parameter", "--name", "/move/g/key")
    to_the_wait(world, made)
    assert function.policies
    run(world, "rollback", made)
    assert function.variables == {"API_KEY": value} and function.policies == []
    with pytest.raises(world.client("ssm").exceptions.ParameterNotFound):
        parameter(world, "/move/g/key")
    assert function.answer() == fingerprint(value)


def test_a_grant_that_is_handed_over(world):
    value = "c4nary-grant"
    function = Function(world, "move-h", "variable", "API_KEY", {"API_KEY": value})
    made = plan(world, "env:move-h/API_KEY", "--to", "parameter", "--name", "/move/h/key", "--grant", "hand-over")
    assert "grantAccess" not in [step["action"] for step in made["steps"]]
    to_the_wait(world, made)
    assert function.policies == []
    forms = {form: world.curtain("plan", "code", made["id"], "--grant", form).output.decode()
             for form in ("json", "sam", "cdk", "terraform")}
    assert all("ssm:GetParameter" in text and "parameter/move/h/key" in text for text in forms.values())
    document = forms["json"].splitlines()[1]
    world.client("iam").put_role_policy(RoleName=function.role, PolicyName="ours", PolicyDocument=document)
    function.deploy("parameter", "API_KEY_PARAMETER")
    assert function.answer() == fingerprint(value)
    to_the_end(world, made, "API_KEY")


def test_a_value_that_changed_on_the_way_is_not_removed(world):
    function = Function(world, "move-i", "variable", "API_KEY", {"API_KEY": "c4nary-1"})
    made = plan(world, "env:move-i/API_KEY", "--to", "parameter", "--name", "/move/i/key")
    to_the_wait(world, made)
    held = function.client.get_function_configuration(FunctionName="move-i")["Environment"]["Variables"]
    function.client.update_function_configuration(
        FunctionName="move-i", Environment={"Variables": {**held, "API_KEY": "c4nary-2"}})
    function.settle()
    run(world, "resume", made, "--done", "--unseen", status=4)
    told = status(world, made)
    assert told["step"].startswith("checkUnread") and "another value" in told["needsPerson"][0]["why"]


def test_an_envelopes_key_comes_into_the_variable(world):
    function = Function(world, "move-k", "variable", "LEVEL", {"LEVEL": "1"})
    key = world.client("kms").create_key()["KeyMetadata"]["Arn"]
    (world.home / "cert.pem").write_text("c4nary" * 2_000)
    sealed = world.curtain("envelope", "seal", "cert.pem", "--key", key)
    assert sealed.status == 0, sealed.error
    (world.home / "cert.pem").unlink()
    made = world.curtain(
        "plan", "envelope", "cert.pem.envelope", "--function", "move-k", "--variable", "CERT_KEY", "--key", key,
        "--place", "s3://bucket/cert", "-o", "json")
    assert made.status == 0, made.error
    document = json.loads(made.json["move"]["grants"][0]["document"])
    assert document["Statement"] == [{
        "Action": "kms:Decrypt", "Effect": "Allow", "Resource": key,
        "Condition": {"StringEquals": {"kms:EncryptionContext:envelope": "cert.pem"}}}]
    to_the_wait(world, made.json)
    assert function.variables["CERT_KEY"] == (world.home / "cert.pem.envelope-key").read_text().strip()
    assert "s3://bucket/cert" in status(world, made.json)["needsPerson"][0]["why"]
    assert b"s3://bucket/cert" in world.curtain("plan", "code", made.json["id"]).output
    opened = world.curtain(
        "envelope", "open", "cert.pem.envelope", "--encrypted-key", "env:move-k/CERT_KEY", "--note", NOTE)
    assert opened.output.decode() == "c4nary" * 2_000, opened.error
    run(world, "resume", made.json, "--done")
    run(world, "rollback", made.json)
    assert function.variables == {"LEVEL": "1"} and function.policies == []
    no_value_is_left(world)


def test_what_leads_nowhere_is_refused(world):
    Function(world, "move-j", "variable", "API_KEY", {"API_KEY": "c4nary", "OTHER": "/move/none"})
    for arguments, words in (
        (("env:move-j/API_KEY", "--to", "environment"), "in a variable already"),
        (("env:move-j/NONE", "--to", "secret"), "no variable NONE"),
        (("env:move-j/api_key", "--to", "secret"), "names that differ only in case"),
        (("env:move-j/API_KEY", "--to", "parameter", "--variable", "OTHER"), "has a variable OTHER already"),
        (("param:/move/none", "--to", "secret"), "no parameter"),
        (("fn:move-j", "--to", "secret"), "no value that can be moved"),
        (("env:move-j/API_KEY", "--to", "secret", "--tier", "Advanced"), "--tier is a parameter's"),
    ):
        refused = world.curtain("plan", "move", *arguments)
        assert refused.status in (64, 66) and words in refused.error, refused.error
