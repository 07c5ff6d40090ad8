"""The Decrypt events behind a read: with the caller's rights, and a context that says what was read."""

import json
from dataclasses import dataclass

from ministack.core.responses import get_account_id, get_region


@dataclass
class Decryption:
    key: str
    context: dict

    @property
    def parameters(self):
        return {"encryptionContext": self.context, "encryptionAlgorithm": "SYMMETRIC_DEFAULT"}


def decryptions(service, name, body):
    """What was decrypted to answer this call; `body` is the answer."""
    if service == "secretsmanager" and name in ("GetSecretValue", "BatchGetSecretValue"):
        answer = json.loads(body)
        return [_secret(read) for read in answer.get("SecretValues", [answer])]
    if service == "ssm" and name in ("GetParameter", "GetParameters", "GetParametersByPath", "GetParameterHistory"):
        answer = json.loads(body)
        read = answer.get("Parameters") or ([answer["Parameter"]] if "Parameter" in answer else [])
        return [_parameter(each) for each in read if each.get("Type") == "SecureString" and _is_plain(each)]
    return []


def _is_plain(parameter):
    return not str(parameter.get("Value", "")).startswith("ENCRYPTED:")


def _secret(read):
    from ministack.services import secretsmanager

    _, secret = secretsmanager._resolve(read["ARN"])
    key = (secret or {}).get("KmsKeyId") or "alias/aws/secretsmanager"
    return Decryption(_arn(key), {"SecretARN": read["ARN"], "SecretVersionId": read["VersionId"]})


def _parameter(read):
    from ministack.services import ssm

    _, kept = ssm._lookup_parameter(read["Name"], allow_arn_region=True, flexible_name=True)
    key = (kept or {}).get("KeyId") or "alias/aws/ssm"
    return Decryption(_arn(key), {"PARAMETER_ARN": read["ARN"]})


def _arn(key):
    from ministack.services import kms

    found = kms._resolve_key(key)
    if found:
        return found["Arn"]
    kind = key if key.startswith("alias/") else f"key/{key}"
    return key if key.startswith("arn:") else f"arn:aws:kms:{get_region()}:{get_account_id()}:{kind}"
