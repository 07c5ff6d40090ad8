"""Anchors of the audit trail: signed by KMS, checked by curtain and by nothing but openssl, held against forged trails."""

import hashlib
import json
import re
import subprocess

import pytest
from conftest import ROOT
from world import World

NOTE = "a test of anchors"


@pytest.fixture
def world(moto, tmp_path):
    return World(tmp_path, moto)


def state(world):
    return world.home / ".local/state/curtain"


def lines(world):
    return (state(world) / "audit.jsonl").read_bytes().splitlines()


def signing_key(world, spec="ECC_NIST_P256", alias="alias/anchors"):
    kms = world.client("kms")
    arn = kms.create_key(KeyUsage="SIGN_VERIFY", KeySpec=spec)["KeyMetadata"]["Arn"]
    known = [each["AliasName"] for page in kms.get_paginator("list_aliases").paginate() for each in page["Aliases"]]
    (kms.update_alias if alias in known else kms.create_alias)(AliasName=alias, TargetKeyId=arn)
    (world.home / "key.der").write_bytes(kms.get_public_key(KeyId=arn)["PublicKey"])
    return arn


def anchored(world, spec="ECC_NIST_P256"):
    """A trail with records and an anchor over them."""
    arn = signing_key(world, spec)
    world.client("ssm").put_parameter(Name="/a", Value="fake-value", Type="SecureString", Overwrite=True)
    for _ in range(2):
        assert world.curtain("reveal", "/a", "--note", NOTE).status == 0
    made = world.curtain("audit", "anchor", "--key", "key:alias/anchors")
    assert made.status == 0, made.error
    anchor = json.loads(made.output)
    assert anchor["keyArn"] == arn
    (world.home / "copy.jsonl").write_bytes(made.output)
    return anchor


@pytest.mark.parametrize("spec, algorithm", [("ECC_NIST_P256", "ECDSA_SHA_256"), ("RSA_2048", "RSASSA_PSS_SHA_256")])
def test_signed_and_checked(world, spec, algorithm):
    anchor = anchored(world, spec)
    assert anchor["algorithm"] == algorithm
    last = world.audit[anchor["count"] - 1]
    assert anchor["hash"] == hashlib.sha256(lines(world)[anchor["count"] - 1]).hexdigest()
    assert last["seq"] == anchor["count"]
    told = world.audit[-1]
    assert (told["event"], told["outcome"], told["version"], told["ref"]) == (
        "audit.anchored", "done", str(anchor["count"]), "key:alias/anchors")
    for how in ([], ["--public-key", "key.der"]):
        checked = world.curtain("audit", "verify", "--anchors", "copy.jsonl", *how, "-o", "json")
        assert checked.status == 0, checked.error
        assert (checked.json["state"], checked.json["signedAnchors"]) == ("intact", 1)


def test_pem_and_the_documented_check_with_openssl(world):
    anchored(world)
    subprocess.run(["openssl", "pkey", "-pubin", "-inform", "DER", "-in", "key.der", "-out", "key.pem"], cwd=world.home, check=True)
    assert world.curtain("audit", "verify", "--anchors", "copy.jsonl", "--public-key", "key.pem").status == 0
    page = (ROOT / "docs/audit.md").read_text()
    script = re.search(r"<!-- anchor -->\n```sh\n(.*?)```", page, re.S).group(1)
    done = subprocess.run(["sh", "-c", script], cwd=world.home, capture_output=True, text=True)
    assert "Verified OK" in done.stdout, done.stderr


def test_a_forged_trail_with_a_head_of_its_own(world):
    anchored(world)
    forged, previous = [], "0" * 64
    for line in lines(world):
        record = json.loads(line)
        record["note"], record["prev"] = "invented", previous
        forged.append(json.dumps(record, separators=(",", ":"), ensure_ascii=False).encode())
        previous = hashlib.sha256(forged[-1]).hexdigest()
    (state(world) / "audit.jsonl").write_bytes(b"\n".join(forged) + b"\n")
    (state(world) / "audit.head").write_text(json.dumps({"format": 1, "count": len(forged), "hash": previous}) + "\n")
    (state(world) / "audit.anchors.jsonl").unlink()
    assert world.curtain("audit", "verify").status == 0, "the chain alone cannot tell"
    found = world.curtain("audit", "verify", "--anchors", "copy.jsonl", "-o", "json")
    assert (found.status, found.json["state"], found.json["fault"]) == (3, "tampered", "anchor")


def test_a_forged_anchor(world):
    anchor = anchored(world)
    anchor["count"] -= 1
    (world.home / "forged.jsonl").write_text(json.dumps(anchor) + "\n")
    refused = world.curtain("audit", "verify", "--anchors", "forged.jsonl")
    assert refused.status == 3
    assert "the signature is not that of" in refused.error


def test_what_cannot_sign(world):
    kms = world.client("kms")
    symmetric = kms.create_key()["KeyMetadata"]["KeyId"]
    world.client("ssm").put_parameter(Name="/a", Value="fake-value", Type="SecureString", Overwrite=True)
    nothing = world.curtain("audit", "anchor", "--key", f"key:{symmetric}")
    assert nothing.status == 66
    assert world.curtain("reveal", "/a", "--note", NOTE).status == 0
    refused = world.curtain("audit", "anchor", "--key", f"key:{symmetric}")
    assert refused.status != 0 and len(refused.error.splitlines()) == 1
    assert not (state(world) / "audit.anchors.jsonl").exists()
