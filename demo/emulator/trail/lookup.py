"""LookupEvents as AWS answers it: newest first, 90 days, one attribute a call, pages with a token."""

import time

from ministack.core.responses import get_account_id, get_region
from ministack.services import cloudtrail

from emulator.trail import store

KEPT_SECONDS = 90 * 24 * 3600
PAGE = 50
_FIELDS = {
    "EventId": "EventId",
    "EventName": "EventName",
    "ReadOnly": "ReadOnly",
    "Username": "Username",
    "EventSource": "EventSource",
    "AccessKeyId": "AccessKeyId",
}


def install():
    cloudtrail._DISPATCH["LookupEvents"] = lookup_events


def lookup_events(request):
    wanted = request.get("LookupAttributes") or []
    if len(wanted) > 1:
        return cloudtrail._err("InvalidLookupAttributesException", "You can specify only one lookup attribute.")
    size = request.get("MaxResults") or PAGE
    if not 1 <= size <= PAGE:
        return cloudtrail._err("InvalidMaxResultsException", "MaxResults must be between 1 and 50.")
    begin = max(float(request.get("StartTime") or 0), time.time() - KEPT_SECONDS)
    end = float(request.get("EndTime") or time.time())
    found = [
        event
        for event in store.ring(get_account_id(), get_region())
        if begin <= event["EventTime"] <= end and all(_matches(event, attribute) for attribute in wanted)
    ]
    found.sort(key=lambda event: event["EventTime"], reverse=True)
    start = _start(found, request.get("NextToken"))
    if start is None:
        return cloudtrail._err("InvalidNextTokenException", "The token is not valid.")
    answer = {"Events": found[start : start + size]}
    if start + size < len(found):
        answer["NextToken"] = f"after-{answer['Events'][-1]['EventId']}"
    return cloudtrail._ok(answer)


def _matches(event, attribute):
    key, value = attribute["AttributeKey"], attribute["AttributeValue"]
    if key in ("ResourceName", "ResourceType"):
        return any(resource[key] == value for resource in event["Resources"])
    return event.get(_FIELDS.get(key)) == value


def _start(found, token):
    if not token:
        return 0
    for index, event in enumerate(found):
        if token == f"after-{event['EventId']}":
            return index + 1
    return None
