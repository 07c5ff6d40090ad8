"""The name of an operation as CloudTrail writes it, or None where CloudTrail's event history has no such event.

Lambda's names carry the version of its API. Data events (Invoke, objects, items, log lines) are not in the history.
Source: "Logging Lambda API calls using CloudTrail" and "Logging data events" in AWS's documentation.
"""

import re

from ministack.core.iam_actions import extract_iam_action

_SECOND_EDITION = {
    "AddPermission",
    "GetFunction",
    "GetFunctionConfiguration",
    "GetPolicy",
    "RemovePermission",
    "UpdateFunctionCode",
    "UpdateFunctionConfiguration",
}
_OBJECTS = re.compile(
    r"(Get|Put|Delete|Head|Copy|Restore|Select)Object|MultipartUpload|UploadPart|ListBucket|ListObjects"
)
_ITEMS = re.compile(r"Item$|^Query$|^Scan$|^Transact|^PartiQL|Statement$")
_DATA = {
    "s3": _OBJECTS,
    "dynamodb": _ITEMS,
    "lambda": re.compile("^Invoke"),
    "sqs": re.compile("Message"),
    "logs": re.compile("^(PutLogEvents|FilterLogEvents|GetLogEvents)$"),
    "sns": re.compile("^Publish"),
}


def event_name(service, method, path, headers, body, parameters):
    action = extract_iam_action(service, method, path, headers, body, parameters)
    if not action:
        return None
    name = action.split(":", 1)[1]
    if service in _DATA and _DATA[service].search(name):
        return None
    return _lambda_name(name, path) if service == "lambda" else name


def _lambda_name(name, path):
    edition = re.match(r"/(\d{4})-(\d{2})-(\d{2})/", path)
    if not edition or int(edition[1]) > 2018:
        return name
    return name + "".join(edition.groups()) + ("v2" if name in _SECOND_EDITION else "")
