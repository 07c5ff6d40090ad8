"""Reads a SecureString at run time, without a version, and keeps it for as long as it was told to."""

import json
import os
import time

import boto3

from outside_world import connect


def handler_for(system, variable, field=None, cache_seconds=0):
    """`cache_seconds`: 0 reads each time, None keeps the first answer for the life of the sandbox."""
    client = boto3.client("ssm")
    kept = {}

    def read():
        if "value" not in kept or (cache_seconds is not None and time.monotonic() - kept["at"] >= cache_seconds):
            text = client.get_parameter(Name=os.environ[variable], WithDecryption=True)["Parameter"]["Value"]
            kept.update(value=json.loads(text)[field] if field else text, at=time.monotonic())
        return kept["value"]

    def handler(event, context):
        return {**connect(system, read()), "version": context.function_version}

    return handler
