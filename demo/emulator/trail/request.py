"""What a call was about: the parameters and the resources that CloudTrail names, and never a value.

Parameters are taken by an allow list of identifiers, so that no secret, template, policy or code is ever recorded.
"""

import json
import re
from urllib.parse import parse_qs, unquote

from ministack.core.responses import get_account_id, get_region

_RECORDED = {
    "accessKeyId",
    "aliasName",
    "clientRequestToken",
    "encryptionContext",
    "forceDeleteWithoutRecovery",
    "functionName",
    "functionVersion",
    "includeDeprecated",
    "keyId",
    "labels",
    "layerName",
    "moveToVersionId",
    "name",
    "names",
    "overwrite",
    "parameterVersion",
    "path",
    "policyArn",
    "policyName",
    "qualifier",
    "recoveryWindowInDays",
    "recursive",
    "removeFromVersionId",
    "reservedConcurrentExecutions",
    "roleArn",
    "roleName",
    "roleSessionName",
    "rotateImmediately",
    "secretId",
    "secretIdList",
    "stackName",
    "status",
    "targetKeyId",
    "type",
    "userName",
    "versionId",
    "versionStage",
    "versionStages",
    "withDecryption",
}


def parameters(service, path, body, query):
    """`requestParameters`: identifiers only, first letter in lower case as CloudTrail has it."""
    given = {name: values[0] for name, values in query.items() if values}
    given.update(_from_body(body))
    named = {name[:1].lower() + name[1:]: value for name, value in given.items()}
    if service == "lambda":
        named.update(_from_lambda_path(path))
    return {name: value for name, value in named.items() if name in _RECORDED} or None


def _from_body(body):
    text = body.decode("utf-8", "replace")
    try:
        decoded = json.loads(text)
        return decoded if isinstance(decoded, dict) else {}
    except ValueError:
        return {name: values[0] for name, values in parse_qs(text).items()} if "=" in text else {}


def _from_lambda_path(path):
    found = re.match(r"/[^/]+/functions/([^/]+)", path)
    return {"functionName": unquote(found[1])} if found else {}


def resources(service, named):
    """Pairs of type and name under which LookupEvents finds the event by resource.

    Secrets Manager's events carry none: its readers are found by event name. IAM's and Lambda's carry names, KMS's
    and Parameter Store's carry ARNs.
    """
    named = named or {}
    here = f"{get_region()}:{get_account_id()}"
    if service == "lambda" and "functionName" in named:
        return [("AWS::Lambda::Function", named["functionName"])]
    if service == "ssm":
        names = named.get("names") or ([named["name"]] if "name" in named else [])
        return [
            ("AWS::SSM::Parameter", f"arn:aws:ssm:{here}:parameter/{name.split(':')[0].lstrip('/')}") for name in names
        ]
    if service == "kms" and str(named.get("keyId", "")).startswith("arn:"):
        return [("AWS::KMS::Key", named["keyId"])]
    if service == "kms" and "keyId" in named:
        return [("AWS::KMS::Key", f"arn:aws:kms:{here}:{_key_path(named['keyId'])}")]
    kinds = {
        "userName": "AWS::IAM::User",
        "roleName": "AWS::IAM::Role",
        "accessKeyId": "AWS::IAM::AccessKey",
        "roleArn": "AWS::IAM::Role",
        "stackName": "AWS::CloudFormation::Stack",
    }
    return [(kind, named[name]) for name, kind in kinds.items() if name in named]


def _key_path(key):
    return key if key.startswith("alias/") else f"key/{key}"
