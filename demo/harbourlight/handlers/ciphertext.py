"""Decrypts a KMS ciphertext that stands in a variable, or in a table or bucket that a variable points to."""

import base64
import os

import boto3

from outside_world import connect


def from_variable(variable):
    return base64.b64decode(os.environ[variable])


def from_table(variable):
    """The variable reads `table/key`; the item's attribute `ciphertext` is what is wanted."""
    table, key = os.environ[variable].split("/", 1)
    item = boto3.client("dynamodb").get_item(TableName=table, Key={"id": {"S": key}})["Item"]
    return item["ciphertext"]["B"]


def from_bucket(variable):
    """The variable reads `s3://bucket/key`."""
    bucket, key = os.environ[variable].removeprefix("s3://").split("/", 1)
    return boto3.client("s3").get_object(Bucket=bucket, Key=key)["Body"].read()


def handler_for(system, variable, kept="variable"):
    fetch = {"variable": from_variable, "table": from_table, "bucket": from_bucket}[kept]
    client = boto3.client("kms")

    def handler(event, context):
        plain = client.decrypt(CiphertextBlob=fetch(variable))["Plaintext"]
        return {**connect(system, plain.decode()), "version": context.function_version}

    return handler
