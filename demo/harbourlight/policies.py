"""What the roles may do. Each function's role may read what the function reads, and write its log."""

import json

from harbourlight.handlers.outside_world import REGION, TABLE

LAMBDA_TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}],
}
_ACTIONS = {
    "secret": ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
    "param": ["ssm:GetParameter", "ssm:GetParameters"],
    "key": ["kms:Decrypt"],
    "table": ["dynamodb:GetItem"],
    "bucket": ["s3:GetObject"],
}


def account_trust(number):
    """Whoever the account lets assume it."""
    return {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{number}:root"}, "Action": "sts:AssumeRole"}
        ],
    }


def allow(actions, resources):
    return {"Effect": "Allow", "Action": actions, "Resource": resources}


def document(statements):
    return json.dumps({"Version": "2012-10-17", "Statement": statements})


def for_function(function, world):
    here = f"{function.region}:{world.number}"
    statements = [
        allow(
            ["logs:CreateLogStream", "logs:PutLogEvents"],
            f"arn:aws:logs:{here}:log-group:/aws/lambda/{function.name}:*",
        ),
        allow(["dynamodb:GetItem"], f"arn:aws:dynamodb:{REGION}:{world.number}:table/{TABLE}"),
    ]
    for ref in function.reads:
        kind, name = ref.split(":", 1)
        statements.append(allow(_ACTIONS[kind], _arn(kind, name, here, world)))
    return document(statements + function.statements)


def _arn(kind, name, here, world):
    if kind == "param":
        return f"arn:aws:ssm:{here}:parameter{name}"
    if kind == "table":
        return f"arn:aws:dynamodb:{here}:table/{name}"
    if kind == "bucket":
        return f"arn:aws:s3:::{name}/*"
    return world.arns[f"{kind}:{name}"]
