"""boto3_peer.py KIND...: lists the kinds side by side with boto3, a thread each, and prints counts and a digest of names.

A careful program: the largest pages, one session, kept connections, no tags.
"""

import hashlib
import json
import sys
import threading
import time

import boto3
from botocore.config import Config

KINDS = {
    "functions": ("lambda", "list_functions", {"PaginationConfig": {"PageSize": 50}}, "Functions", "FunctionName"),
    "parameters": ("ssm", "describe_parameters", {"PaginationConfig": {"PageSize": 50}}, "Parameters", "Name"),
    "secrets": ("secretsmanager", "list_secrets", {"PaginationConfig": {"PageSize": 100}}, "SecretList", "Name"),
    "keys": ("kms", "list_keys", {"PaginationConfig": {"PageSize": 100}}, "Keys", "KeyId"),
}


def main():
    session, found, threads = boto3.Session(), {}, []
    config = Config(max_pool_connections=16, retries={"mode": "standard"})
    started = time.monotonic()

    def collect(kind):
        service, operation, arguments, member, name = KINDS[kind]
        pages = clients[service].get_paginator(operation).paginate(**arguments)
        found[kind] = sorted(row[name] for page in pages for row in page[member])

    clients = {KINDS[k][0]: session.client(KINDS[k][0], config=config) for k in sys.argv[1:]}
    for kind in sys.argv[1:]:
        threads.append(threading.Thread(target=collect, args=(kind,)))
        threads[-1].start()
    for thread in threads:
        thread.join()
    print(json.dumps({
        "seconds": time.monotonic() - started,
        "found": {k: [len(v), hashlib.sha256("\n".join(v).encode()).hexdigest()] for k, v in found.items()},
    }))


main()
