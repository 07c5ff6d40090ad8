"""Records each management call, and refusals too, after ministack has answered it."""

import json
import re
import time
import uuid
from contextvars import ContextVar

from emulator import clock
from emulator.trail import store
from emulator.trail.decryption import decryptions
from emulator.trail.event_name import event_name
from emulator.trail.identity import user_identity
from emulator.trail.request import parameters, resources

SOURCE_HEADER = "x-stand-in-source"
_READS = re.compile("^(Get|List|Describe|BatchGet|Lookup|Head|Decrypt|Encrypt|GenerateDataKey|Simulate|Search)")
_source = ContextVar("source", default="127.0.0.1")


def follow(headers):
    """Take the source address of a request from its headers (lower-case names)."""
    _source.set(headers.get(SOURCE_HEADER, "127.0.0.1"))


def install():
    """Wrap ministack's dispatch, and switch its own recorder off."""
    from ministack import app

    dispatch = app._dispatch_service_request

    async def recorded(method, path, headers, body, query, request_id):
        answer = await dispatch(method, path, headers, body, query, request_id)
        parameters_for_routing = app._routing_params(method, path, headers, body, query)
        service = app.detect_service(method, path, headers, parameters_for_routing)
        name = event_name(service, method, path, headers, body, parameters_for_routing)
        if name:
            record(service, name, headers, parameters(service, path, body, query), request_id, answer)
        return answer

    app._dispatch_service_request = recorded
    app._maybe_record_cloudtrail = lambda *_: None


def record(service, name, headers, named, request_id, answer):
    from ministack.core.router import extract_access_key_id

    status, _, body = answer
    identity, user = user_identity(extract_access_key_id(headers) or "")
    common = {"userIdentity": identity, "sourceIPAddress": _source.get(), "userAgent": headers.get("user-agent", "")}
    touched = resources(service, named)
    event = _event(service, name, named, request_id, touched, common)
    if status >= 400:
        event.update(_refusal(body))
    store.append(service, event, user, touched)
    if status < 400:
        for decrypted in decryptions(service, name, body):
            by = f"{service}.amazonaws.com"
            inner = {"userIdentity": {**identity, "invokedBy": by}, "sourceIPAddress": by, "userAgent": by}
            touched = [("AWS::KMS::Key", decrypted.key)]
            event = _event("kms", "Decrypt", decrypted.parameters, str(uuid.uuid4()), touched, inner)
            store.append("kms", event, user, touched)


def _event(service, name, named, request_id, touched, common):
    from ministack.core.responses import get_account_id, get_region

    account = get_account_id()
    return {
        "eventVersion": "1.11",
        **common,
        "eventTime": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(clock.now())),
        "eventSource": f"{service}.amazonaws.com",
        "eventName": name,
        "awsRegion": get_region(),
        "requestParameters": named,
        "responseElements": None,
        "requestID": request_id,
        "eventID": str(uuid.uuid4()),
        "readOnly": bool(_READS.match(name)),
        "eventType": "AwsApiCall",
        "managementEvent": True,
        "eventCategory": "Management",
        "recipientAccountId": account,
        "resources": [
            {"accountId": account, "type": kind, "ARN": arn} for kind, arn in touched if arn.startswith("arn:")
        ],
    }


def _refusal(body):
    text = body.decode("utf-8", "replace") if isinstance(body, bytes) else ""
    try:
        answer = json.loads(text)
        return {
            "errorCode": str(answer.get("__type") or answer.get("Code") or "ServiceException").rsplit("#", 1)[-1],
            "errorMessage": str(answer.get("message") or answer.get("Message") or ""),
        }
    except ValueError:
        code, message = re.search("<Code>(.*?)</Code>", text), re.search("<Message>(.*?)</Message>", text)
        return {"errorCode": code[1] if code else "ServiceException", "errorMessage": message[1] if message else ""}
