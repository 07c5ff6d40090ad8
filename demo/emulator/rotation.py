"""RotateSecret as AWS carries it out, where ministack has a stub.

With a rotation function that exists here, a rotation makes an empty pending version, runs the function's four steps
beside the answer, and leaves the pending version where it stands when a step fails; it is refused while someone's
pending version is about, and `RotateImmediately=false` only configures. DescribeSecret tells the last and the next
rotation. Source: RotateSecret and DescribeSecret in the Secrets Manager API reference.
"""

import contextvars
import json
import threading

from emulator import clock

STEPS = ["createSecret", "setSecret", "testSecret", "finishSecret"]
DAY = 24 * 3600


def install():
    from ministack.services import secretsmanager

    rotate, describe = secretsmanager._rotate_secret, secretsmanager._describe_secret
    secretsmanager._rotate_secret = lambda request: _rotate(secretsmanager, rotate, request)
    secretsmanager._describe_secret = lambda request: _describe(secretsmanager, describe, request)


def _rotate(service, stub, request):
    _, secret = service._resolve(request.get("SecretId"))
    if not secret or secret.get("DeletedDate"):
        return stub(request)
    function = _function(request.get("RotationLambdaARN") or secret.get("RotationLambdaARN"))
    immediately = request.get("RotateImmediately", True)
    if immediately and not function:
        secret["_LastRotated"] = int(clock.now())
        return stub(request)
    if immediately and _has_pending(secret):
        return service.error_response_json(
            "InvalidRequestException", "A previous rotation isn't complete. That rotation will be reattempted.", 400
        )
    secret["RotationLambdaARN"] = request.get("RotationLambdaARN") or secret.get("RotationLambdaARN")
    secret["RotationRules"] = request.get("RotationRules") or secret.get("RotationRules")
    secret["RotationEnabled"] = True
    answer = {"ARN": secret["ARN"], "Name": secret["Name"]}
    if immediately:
        token = answer["VersionId"] = request.get("ClientRequestToken") or service.new_uuid()
        secret["Versions"][token] = {
            "SecretString": None,
            "SecretBinary": None,
            "CreatedDate": int(clock.now()),
            "Stages": ["AWSPENDING"],
        }
        run = contextvars.copy_context().run
        threading.Thread(target=run, args=(_run_steps, secret, function, token), daemon=True).start()
    return service.json_response(answer)


def _has_pending(secret):
    return any(
        "AWSPENDING" in version["Stages"] and "AWSCURRENT" not in version["Stages"]
        for version in secret["Versions"].values()
    )


def _function(arn):
    from ministack.services import lambda_svc

    name = (arn or "").rsplit(":", 1)[-1]
    return lambda_svc._functions.get(name) if name else None


def _run_steps(secret, function, token):
    from ministack.services import lambda_svc

    record = lambda_svc._execution_record_for_config(function, function["config"])
    for step in STEPS:
        event = {"Step": step, "SecretId": secret["ARN"], "ClientRequestToken": token}
        if lambda_svc._execute_function_with_config_scope(record, event).get("error"):
            return
    if "AWSCURRENT" in secret["Versions"].get(token, {}).get("Stages", []):
        secret["_LastRotated"] = int(clock.now())


def _describe(service, describe, request):
    status, headers, body = describe(request)
    _, secret = service._resolve(request.get("SecretId"))
    if status != 200 or not secret.get("RotationEnabled"):
        return status, headers, body
    answer = json.loads(body)
    last = secret.get("_LastRotated")
    days = (secret.get("RotationRules") or {}).get("AutomaticallyAfterDays")
    if last:
        answer["LastRotatedDate"] = last
    if days:
        due = (last or secret["LastChangedDate"]) + days * DAY
        answer["NextRotationDate"] = due - due % DAY + DAY - 1
    return service.json_response(answer)
