"""Envelopes there and back, and opened without curtain: by the function in docs/envelope.md and by the AWS Encryption SDK."""

import base64
import os
import re

import boto3
import pytest
from conftest import ROOT
from world import World

CHUNK = 65536
SIZES = [0, 1, 4096, 4097, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 1_000_003]
NOTE = "a test of envelopes"


def documented(name):
    """The function that docs/envelope.md shows, as it stands there."""
    page = (ROOT / "docs/envelope.md").read_text()
    source = re.search(rf"<!-- python: {re.escape(name)} -->\n```python\n(.*?)```", page, re.S).group(1)
    assert len(source.splitlines()) <= 20
    space = {}
    exec(compile(source, name, "exec"), space)
    return next(value for key, value in space.items() if key.startswith("open_"))


@pytest.fixture(params=["ministack", "moto"])
def world(request, tmp_path):
    return World(tmp_path, request.getfixturevalue(request.param))


@pytest.fixture
def moto_world(moto, tmp_path):
    return World(tmp_path, moto)


def key(world, alias="alias/envelopes"):
    kms = world.client("kms")
    known = {each["AliasName"]: each for page in kms.get_paginator("list_aliases").paginate() for each in page["Aliases"]}
    if alias not in known:
        kms.create_alias(AliasName=alias, TargetKeyId=kms.create_key()["KeyMetadata"]["KeyId"])
    return kms.describe_key(KeyId=alias)["KeyMetadata"]["Arn"]


def seal(world, content, *options, name="cert.pem"):
    arn = key(world)
    (world.home / name).write_bytes(content)
    sealed = world.curtain("envelope", "seal", name, "--key", "key:alias/envelopes", "-o", "json", *options)
    assert sealed.status == 0, sealed.error
    assert sealed.json["key"] == arn
    return sealed.json


@pytest.mark.parametrize("size", SIZES)
def test_there_and_back_and_by_the_documented_function(world, size):
    content = os.urandom(size)
    told = seal(world, content, "--context", "stage=prod")
    assert told["context"] == {"envelope": "cert.pem", "stage": "prod"}
    payload = (world.home / told["payload"]).read_bytes()
    encrypted = (world.home / told["encryptedKey"]).read_text()
    assert documented("curtain")(payload, encrypted, world.client("kms")) == content
    opened = world.curtain("envelope", "open", told["payload"], "--note", NOTE)
    assert (opened.status, opened.output) == (0, content), opened.error
    for name in (told["payload"], told["encryptedKey"]):
        assert (world.home / name).stat().st_mode & 0o777 == 0o600
    if size >= 16:
        assert content not in payload and content[:16] not in payload


@pytest.mark.parametrize("size", SIZES)
def test_the_aws_encryption_sdk_opens_its_format(world, size, monkeypatch):
    content = os.urandom(size)
    told = seal(world, content, "--format", "aws-encryption-sdk")
    assert told["encryptedKey"] is None
    message = (world.home / told["payload"]).read_bytes()
    for name, value in world.environment.items():
        if name.startswith("AWS_"):
            monkeypatch.setenv(name, value)
    assert documented("aws-encryption-sdk")(message, told["key"]) == content
    opened = world.curtain("envelope", "open", told["payload"], "--note", NOTE)
    assert (opened.status, opened.output) == (0, content), opened.error


@pytest.mark.parametrize("size", SIZES)
def test_a_message_that_the_sdk_made_is_opened_and_renewed(world, size, monkeypatch):
    import aws_encryption_sdk
    from aws_encryption_sdk.identifiers import Algorithm

    for name, value in world.environment.items():
        if name.startswith("AWS_"):
            monkeypatch.setenv(name, value)
    content, arn = os.urandom(size), key(world)
    keys = aws_encryption_sdk.StrictAwsKmsMasterKeyProvider(key_ids=[arn])
    message, _ = aws_encryption_sdk.EncryptionSDKClient().encrypt(
        source=content,
        key_provider=keys,
        algorithm=Algorithm.AES_256_GCM_HKDF_SHA512_COMMIT_KEY,
        encryption_context={"b": "2", "a": "1", "ä": "é"},
        frame_length=4096,
    )
    (world.home / "foreign").write_bytes(message)
    opened = world.curtain("envelope", "open", "foreign", "--note", NOTE)
    assert (opened.status, opened.output) == (0, content), opened.error
    renewed = world.curtain("envelope", "renew", "foreign", "--to", "own", "--note", NOTE)
    assert renewed.status == 0, renewed.error
    assert documented("aws-encryption-sdk")((world.home / "own").read_bytes(), arn) == content


def test_rewrapping_leaves_the_payload_alone(moto_world):
    world, content = moto_world, os.urandom(5000)
    told = seal(world, content)
    new = key(world, "alias/new")
    payload, old = ((world.home / told[name]).read_bytes() for name in ("payload", "encryptedKey"))
    done = world.curtain("envelope", "rewrap", told["payload"], "--key", "alias/new", "-o", "json")
    assert done.status == 0, done.error
    assert done.json["key"] == new
    assert (world.home / told["payload"]).read_bytes() == payload
    wrapped = (world.home / told["encryptedKey"]).read_bytes()
    assert wrapped != old
    answer = world.client("kms").decrypt(CiphertextBlob=base64.b64decode(wrapped), EncryptionContext=told["context"])
    assert answer["KeyId"] == new
    opened = world.curtain("envelope", "open", told["payload"], "--note", NOTE)
    assert (opened.status, opened.output) == (0, content), opened.error


def test_a_message_is_not_rewrapped(world):
    told = seal(world, b"x", "--format", "aws-encryption-sdk")
    (world.home / "key").write_text("AAAA")
    refused = world.curtain("envelope", "rewrap", told["payload"], "--key", "alias/envelopes", "--encrypted-key", "key")
    assert refused.status == 64 and "renew" in refused.error
    assert world.curtain("envelope", "rewrap", told["payload"], "--key", "alias/envelopes").status == 66


def test_renewing_makes_another_pair_and_keeps_the_old_one(world):
    content = os.urandom(70000)
    told = seal(world, content)
    renewed = world.curtain("envelope", "renew", told["payload"], "--to", "new.envelope", "--note", NOTE, "-o", "json")
    assert renewed.status == 0, renewed.error
    new = renewed.json
    assert new["id"] != told["id"] and new["context"] == told["context"]
    for name in (told["payload"], new["payload"]):
        assert world.curtain("envelope", "open", name, "--note", NOTE).output == content
    crossed = world.curtain(
        "envelope", "open", told["payload"], "--encrypted-key", new["encryptedKey"], "--note", NOTE)
    assert crossed.status == 65 and crossed.output == b""


def test_the_encrypted_key_in_a_parameter(world):
    content = b"in a parameter\n"
    told = seal(world, content)
    (world.home / told["encryptedKey"]).rename(world.home / "elsewhere")
    wrapped = (world.home / "elsewhere").read_text().strip()
    world.client("ssm").put_parameter(Name="/envelope/key", Value=wrapped, Type="String", Overwrite=True)
    assert world.curtain("envelope", "open", told["payload"], "--note", NOTE).status == 64
    opened = world.curtain("envelope", "open", told["payload"], "--encrypted-key", "param:/envelope/key", "--note", NOTE)
    assert (opened.status, opened.output) == (0, content), opened.error


@pytest.mark.parametrize("format", ["curtain", "aws-encryption-sdk"])
def test_what_was_changed_or_cut_is_refused_before_the_first_byte(world, format):
    content = os.urandom(2 * CHUNK + 5)
    told = seal(world, content, "--format", format)
    whole = (world.home / told["payload"]).read_bytes()
    if told["encryptedKey"]:
        (world.home / told["encryptedKey"]).rename(world.home / "damaged-key")
    places = [0, 5, 13, 40, 60, 90, len(whole) // 2, len(whole) - CHUNK, len(whole) - 1]
    damaged = [whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :] for place in places]
    damaged += [whole[:length] for length in (0, 5, 11, 30, 200, len(whole) - 21, len(whole) - 1, len(whole) - CHUNK)]
    damaged += [whole + b"x", b"no envelope at all"]
    for bytes_ in damaged:
        (world.home / "damaged").write_bytes(bytes_)
        opened = world.curtain("envelope", "open", "damaged", "--note", NOTE)
        assert opened.status in (64, 65), (opened.status, opened.error)
        assert opened.output == b"" and len(opened.error.splitlines()) == 1


def test_refusals(world):
    arn = key(world)
    told = seal(world, b"canary-in-an-envelope")
    for options, environment in [
        (["--note", ""], {}), (["--note", NOTE, "--read-only"], {}), (["--note", NOTE], {"CURTAIN_SHARE": "1"})
    ]:
        refused = world.curtain("envelope", "open", told["payload"], *options, **environment)
        assert refused.status == 77 and refused.output == b""
    before = len(world.audit)
    assert world.curtain("envelope", "seal", "cert.pem", "--key", arn).status == 64, "there already"
    assert world.curtain("envelope", "seal", "nothing", "--key", arn).status == 66
    assert world.curtain("envelope", "seal", "cert.pem", "--key", "secret:x", "--to", "y").status == 64
    assert world.curtain("envelope", "seal", "-", "--key", arn).status == 64
    assert len(world.audit) == before
    gone = world.curtain("envelope", "seal", "cert.pem", "--key", "alias/gone", "--to", "y")
    assert gone.status == 66, gone.error
    assert sorted(path.name for path in world.home.iterdir() if path.name != ".local") == [
        "cert.pem", told["payload"], told["encryptedKey"]
    ]


def test_the_trail_tells_it(world):
    told = seal(world, b"canary-in-an-envelope", "--note", "the certificate")
    world.curtain("envelope", "open", told["payload"], "--note", NOTE)
    lines = [line for line in world.audit if line["ref"]]
    assert [(line["event"], line["outcome"]) for line in lines] == [
        ("envelope.requested", "pending"), ("envelope.sealed", "done"),
        ("reveal.requested", "pending"), ("reveal.shown", "done"), ("reveal.masked", "printed"),
    ]
    assert {line["ref"] for line in lines} == {"envelope:cert.pem"}
    assert [line["note"] for line in lines] == ["the certificate", None, NOTE, None, None]
    assert lines[3]["version"] == told["id"]
    assert "canary" not in (world.home / ".local/state/curtain/audit.jsonl").read_text()
    assert world.curtain("audit", "verify").status == 0
