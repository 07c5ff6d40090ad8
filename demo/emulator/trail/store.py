"""Where events are kept: ministack's own ring of them, a region each, global services in us-east-1."""

import json

from ministack.services import cloudtrail

from emulator import clock

# ministack keeps few: a day's work in the console would push the account's two weeks out.
KEPT = 50_000
GLOBAL = {"iam": "us-east-1", "organizations": "us-east-1", "route53": "us-east-1", "cloudfront": "us-east-1"}


def append(service, event, user, touched):
    if not cloudtrail._recording_enabled:
        return
    event["awsRegion"] = GLOBAL.get(service, event["awsRegion"])
    ring(event["recipientAccountId"], event["awsRegion"]).append(
        {
            "EventId": event["eventID"],
            "EventName": event["eventName"],
            "EventSource": event["eventSource"],
            "EventTime": int(clock.now()),
            "Username": user,
            "AccessKeyId": event["userIdentity"].get("accessKeyId", ""),
            "ReadOnly": "true" if event["readOnly"] else "false",
            "Resources": [{"ResourceType": kind, "ResourceName": name} for kind, name in touched],
            "CloudTrailEvent": json.dumps(event),
        }
    )


def ring(account, region):
    events = cloudtrail._events.get_scoped(account, region, "events")
    if events is None:
        events = cloudtrail.collections.deque(maxlen=KEPT)
        cloudtrail._events.set_scoped(account, region, "events", events)
    return events
