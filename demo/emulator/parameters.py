"""Parameter Store's policies in the shape that AWS answers, who changed a parameter last, and labels that are taken off.

ministack answers the policies as the string that was sent, which no SDK can read, loses them with the next version, and
names root as every parameter's last user; UnlabelParameterVersion it does not know. Source: DescribeParameters,
PutParameter and UnlabelParameterVersion in the Systems Manager API reference.
"""

import json
from contextvars import ContextVar

_access_key = ContextVar("access_key", default="")


def follow(headers):
    """Take the caller of a request from its headers (lower-case names)."""
    from ministack.core.router import extract_access_key_id

    _access_key.set(extract_access_key_id(headers) or "")


def install():
    from ministack.services import ssm

    put, describe, history = ssm._put_parameter, ssm._describe_parameters, ssm._get_parameter_history
    ssm._put_parameter = lambda request: _put(ssm, put, request)
    ssm._describe_parameters = lambda request: _described(ssm, describe(request))
    ssm._get_parameter_history = lambda request: _described(ssm, history(request))
    handle = ssm.handle_request

    async def handled(method, path, headers, body, query_params):
        if headers.get("x-amz-target", "").endswith(".UnlabelParameterVersion"):
            return _unlabelled(ssm, json.loads(body))
        return await handle(method, path, headers, body, query_params)

    ssm.handle_request = handled


def _put(ssm, put, request):
    before = ssm._parameters.get(request.get("Name")) or {}
    answer = put(request)
    if answer[0] == 200:
        record = ssm._parameters[request["Name"]]
        stated = request.get("Policies")
        record["Policies"] = _inline(stated) if stated else before.get("Policies", [])
        entry = ssm._parameter_history[request["Name"]][-1]
        entry["Policies"] = record["Policies"]
        entry["_user"] = _caller()
    return answer


def _unlabelled(ssm, request):
    """Labels that the version does not have are named, and are no error."""
    from ministack.core.responses import error_response_json, json_response

    entries = ssm._parameter_history.get(request["Name"], [])
    entry = next((each for each in entries if each["Version"] == request["ParameterVersion"]), None)
    if entry is None:
        return error_response_json("ParameterVersionNotFound", "there is no such version", 400)
    held = entry.get("Labels", [])
    removed = [label for label in request["Labels"] if label in held]
    entry["Labels"] = [label for label in held if label not in removed]
    return json_response(
        {"RemovedLabels": removed, "InvalidLabels": [label for label in request["Labels"] if label not in removed]}
    )


def _inline(stated):
    """ParameterInlinePolicy, from the JSON text that PutParameter takes."""
    return [
        {"PolicyText": json.dumps(each), "PolicyType": each["Type"], "PolicyStatus": "Pending"}
        for each in json.loads(stated)
    ]


def _described(ssm, answer):
    status, headers, body = answer
    if status != 200:
        return answer
    content = json.loads(body)
    for each in content["Parameters"]:
        entries = ssm._parameter_history.get(each["Name"], [])
        users = [entry.get("_user") for entry in entries if entry["Version"] == each["Version"]]
        each["LastModifiedUser"] = next(filter(None, users), each["LastModifiedUser"])
    return status, headers, json.dumps(content).encode()


def _caller():
    from ministack.core.iam_evaluator import resolve_caller_identity

    known = resolve_caller_identity(_access_key.get())
    return known["userArn"] if known else None
