"""boto3_rotation.py THREADS OLD NEW: a careful script that gives every function with a literal a new one.

The same work and the same checks: read, merge one key, write under the revision that was read, wait, compare with the version
that the alias serves, publish what was read, wait, a tenth of the traffic, then all. Prints the seconds that the changes took.
"""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

threads, old, new = int(sys.argv[1]), sys.argv[2], sys.argv[3]
client = boto3.client("lambda", config=Config(max_pool_connections=threads, retries={"mode": "standard"}))


def configuration(name, qualifier=None):
    return client.get_function(FunctionName=name, **({"Qualifier": qualifier} if qualifier else {}))["Configuration"]


def settled(name, qualifier=None):
    while True:
        found = configuration(name, qualifier)
        if found["LastUpdateStatus"] == "Successful" and found["State"] == "Active":
            return found
        time.sleep(0.05)


def comparable(found):
    left_out = {"RevisionId", "Version", "FunctionArn", "Description", "Environment", "LastModified", "LastUpdateStatus"}
    variables = {k: v for k, v in found["Environment"]["Variables"].items() if k != "API_KEY"}
    return {**{k: v for k, v in found.items() if k not in left_out}, "variables": variables}


def rotate(name):
    found = configuration(name)
    variables = {**found["Environment"]["Variables"], "API_KEY": new}
    client.update_function_configuration(
        FunctionName=name, Environment={"Variables": variables}, RevisionId=found["RevisionId"])
    latest = settled(name)
    alias = client.get_alias(FunctionName=name, Name="live")
    live = configuration(name, alias["FunctionVersion"])
    assert comparable(latest) == comparable(live) and not alias["RoutingConfig"]["AdditionalVersionWeights"]
    version = client.publish_version(
        FunctionName=name, CodeSha256=latest["CodeSha256"], RevisionId=latest["RevisionId"])["Version"]
    settled(name, version)
    weighed = client.update_alias(
        FunctionName=name, Name="live", FunctionVersion=alias["FunctionVersion"], RevisionId=alias["RevisionId"],
        RoutingConfig={"AdditionalVersionWeights": {version: 0.1}})
    client.update_alias(
        FunctionName=name, Name="live", FunctionVersion=version, RevisionId=weighed["RevisionId"],
        RoutingConfig={"AdditionalVersionWeights": {}})


pages = client.get_paginator("list_functions").paginate()
names = [f["FunctionName"] for p in pages for f in p["Functions"] if old in f["Environment"]["Variables"].values()]
began = time.monotonic()
with ThreadPoolExecutor(threads) as pool:
    list(pool.map(rotate, names))
print(json.dumps({"functions": len(names), "seconds": time.monotonic() - began}))
