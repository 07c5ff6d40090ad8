"""Plays the AWS Parameters and Secrets Lambda extension, which is closed and not to be had outside AWS.

A server on localhost answers `/secretsmanager/get` and `/systemsmanager/parameters/get` and caches for
SECRETS_MANAGER_TTL and SSM_PARAMETER_STORE_TTL seconds: 300 unless set, and 300 at most. Its port is a free one, told
in PARAMETERS_SECRETS_EXTENSION_HTTP_PORT, since all functions of a stand-in share one machine.
"""

import json
import os
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

import boto3

LONGEST_SECONDS = 300
_cache = {}


def _secret(query):
    given = {"secretId": "SecretId", "versionId": "VersionId", "versionStage": "VersionStage"}
    return boto3.client("secretsmanager").get_secret_value(**{given[name]: query[name] for name in query})


def _parameter(query):
    decrypt = query.get("withDecryption", "false") == "true"
    return boto3.client("ssm").get_parameter(Name=query["name"], WithDecryption=decrypt)


_READERS = {
    "/secretsmanager/get": (_secret, "SECRETS_MANAGER_TTL"),
    "/systemsmanager/parameters/get": (_parameter, "SSM_PARAMETER_STORE_TTL"),
}


class _Extension(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.headers.get("X-Aws-Parameters-Secrets-Token") != os.environ.get("AWS_SESSION_TOKEN"):
            return self._answer(400, b"not able to retrieve the token")
        address = urlsplit(self.path)
        reader, setting = _READERS.get(address.path, (None, None))
        if not reader:
            return self._answer(404, b"no such path")
        kept = _cache.get(self.path)
        if not kept or time.monotonic() >= kept[0]:
            lifetime = min(int(os.environ.get(setting, LONGEST_SECONDS)), LONGEST_SECONDS)
            try:
                read = reader(dict(parse_qsl(address.query)))
            except Exception as problem:
                return self._answer(400, type(problem).__name__.encode())
            read.pop("ResponseMetadata", None)
            kept = _cache[self.path] = (time.monotonic() + lifetime, json.dumps(read, default=str).encode())
        return self._answer(200, kept[1])

    def _answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def start():
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Extension)
    os.environ["PARAMETERS_SECRETS_EXTENSION_HTTP_PORT"] = str(server.server_address[1])
    threading.Thread(target=server.serve_forever, daemon=True).start()


start()
