"""A rotation function in the four steps of Secrets Manager, for the PIN of the card module.

Its last step needs secretsmanager:UpdateSecretVersionStage, which its role was never given: each rotation stops with
the new PIN set in the module and the version still pending.
"""

import secrets

import boto3

from outside_world import REGION, TABLE, connect, fingerprint

SYSTEM = "card-module"


def handler(event, context):
    client = boto3.client("secretsmanager")
    secret, token = event["SecretId"], event["ClientRequestToken"]
    return {"createSecret": create, "setSecret": put_into_module, "testSecret": test, "finishSecret": finish}[
        event["Step"]
    ](client, secret, token)


def create(client, secret, token):
    pin = "".join(secrets.choice("0123456789") for _ in range(12))
    client.put_secret_value(SecretId=secret, ClientRequestToken=token, SecretString=pin, VersionStages=["AWSPENDING"])


def pending(client, secret, token):
    return client.get_secret_value(SecretId=secret, VersionId=token, VersionStage="AWSPENDING")["SecretString"]


def put_into_module(client, secret, token):
    salt = secrets.token_hex(8)
    accepted = f"{salt}${fingerprint(salt, pending(client, secret, token))}"
    boto3.client("dynamodb", region_name=REGION).update_item(
        TableName=TABLE,
        Key={"system": {"S": SYSTEM}},
        UpdateExpression="SET accepted = list_append(accepted, :new)",
        ExpressionAttributeValues={":new": {"L": [{"S": accepted}]}},
    )


def test(client, secret, token):
    connect(SYSTEM, pending(client, secret, token))


def finish(client, secret, token):
    versions = client.describe_secret(SecretId=secret)["VersionIdsToStages"]
    current = next(version for version, stages in versions.items() if "AWSCURRENT" in stages)
    if current != token:
        client.update_secret_version_stage(
            SecretId=secret, VersionStage="AWSCURRENT", MoveToVersionId=token, RemoveFromVersionId=current
        )
