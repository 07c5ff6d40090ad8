"""KMS: ciphertexts and where they are kept, an envelope, a key that is due and one that is disabled."""

import base64
from datetime import datetime, timezone

import pytest
from botocore.exceptions import ClientError


def key(demo, name):
    return demo.client("kms").describe_key(KeyId=f"alias/harbourlight/{name}")["KeyMetadata"]


def decrypt(demo, ciphertext):
    return demo.client("kms").decrypt(CiphertextBlob=ciphertext)


def test_a_ciphertext_in_a_variable(demo):
    answer = decrypt(demo, base64.b64decode(demo.variables("payments-fraud-score")["FRAUD_API_KEY_CIPHERTEXT"]))
    assert answer["KeyId"] == key(demo, "payments")["Arn"]
    assert answer["Plaintext"].decode() == demo.planted["env:payments-fraud-score/FRAUD_API_KEY_CIPHERTEXT#plain"]


def test_an_envelope_pair(demo):
    answer = decrypt(demo, base64.b64decode(demo.variables("platform-session-store")["SESSION_DATA_KEY"]))
    assert len(answer["Plaintext"]) == 32 and answer["KeyId"] == key(demo, "sessions")["Arn"]


def test_a_ciphertext_in_a_table_and_one_in_a_bucket(demo):
    table, item = demo.variables("shipping-label")["LABEL_KEY_ITEM"].split("/")
    kept = demo.client("dynamodb").get_item(TableName=table, Key={"id": {"S": item}})["Item"]["ciphertext"]["B"]
    bucket, name = demo.variables("catalogue-image-resize")["CDN_KEY_OBJECT"].removeprefix("s3://").split("/")
    stored = demo.client("s3").get_object(Bucket=bucket, Key=name)["Body"].read()
    assert decrypt(demo, kept)["KeyId"] == decrypt(demo, stored)["KeyId"] == key(demo, "carriers")["Arn"]


def test_a_key_is_due_for_rotation(demo):
    orders = key(demo, "orders")
    assert (datetime.now(timezone.utc) - orders["CreationDate"]).days == 430
    assert not demo.client("kms").get_key_rotation_status(KeyId=orders["KeyId"])["KeyRotationEnabled"]
    assert demo.client("kms").list_resource_tags(KeyId=orders["KeyId"])["Tags"] == [
        {"TagKey": "rotate-every", "TagValue": "365d"}
    ]


def test_a_disabled_key_is_needed_by_an_environment(demo):
    archive = key(demo, "archive")
    function = demo.client("lambda").get_function_configuration(FunctionName="mail-feedback")
    assert archive["KeyState"] == "Disabled" and function["KMSKeyArn"] == archive["Arn"]
    with pytest.raises(ClientError, match="Disabled"):
        decrypt(demo, base64.b64decode(function["Environment"]["Variables"]["FEEDBACK_PASSWORD_CIPHERTEXT"]))
