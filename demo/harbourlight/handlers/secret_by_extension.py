"""Reads its secret through the AWS Parameters and Secrets extension: a server on localhost, with a cache of its own."""

import json
import os
import urllib.parse
import urllib.request

from outside_world import connect


def handler_for(system, variable, field):
    def read():
        port = os.environ.get("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", "2773")
        name = urllib.parse.quote(os.environ[variable], safe="")
        request = urllib.request.Request(
            f"http://localhost:{port}/secretsmanager/get?secretId={name}",
            headers={"X-Aws-Parameters-Secrets-Token": os.environ["AWS_SESSION_TOKEN"]},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(json.load(answer)["SecretString"])[field]

    def handler(event, context):
        return {**connect(system, read()), "version": context.function_version}

    return handler
