"""Reads its secret from Secrets Manager at run time, by the name or ARN in a variable, or by a name in the code."""

import json
import os
import time

import boto3

from outside_world import connect


def handler_for(system, variable=None, secret=None, field=None, cache_seconds=0):
    """A handler that keeps what it read for `cache_seconds` in its sandbox; 0 reads each time."""
    client = boto3.client("secretsmanager")
    kept = {}

    def read():
        if "value" not in kept or time.monotonic() - kept["at"] >= cache_seconds:
            name = os.environ[variable] if variable else secret
            text = client.get_secret_value(SecretId=name)["SecretString"]
            kept.update(value=json.loads(text)[field] if field else text, at=time.monotonic())
        return kept["value"]

    def handler(event, context):
        return {**connect(system, read()), "version": context.function_version}

    return handler
