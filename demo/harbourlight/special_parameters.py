"""The parameters that are there for a reason."""

import json
from datetime import datetime, timedelta, timezone

from harbourlight import moment
from harbourlight.values import api_key, password

PLAIN_SECRETS = [
    "/prod/mail/smtp/password",
    "/prod/catalogue/search/admin-token",
    "/prod/shipping/returns/api-key",
    "/staging/orders/db/password",
    "/dev/orders/db/password",
]
LEGACY = "/prod/legacy/db"
FLAGS = "/prod/platform/feature-flags"
EXPIRING = "/prod/shipping/carrier/certificate-password"
LABELLED = "/prod/catalogue/price/formula"
COPY = "/dev/platform/scratch/orders-db"


def make_special(world):
    """All of them; the answer is how many."""
    client = world.client("ssm")
    makers = [_legacy, _flags, _expiring, _labelled, _copy]
    for maker in makers:
        maker(world, client)
    for name in PLAIN_SECRETS:
        _secure_should_be(world, client, name)
    return len(makers) + len(PLAIN_SECRETS)


def _put(world, client, name, days, value, secret=True, **more):
    with moment.ago(days):
        client.put_parameter(Name=name, Value=value, **{"Type": "SecureString", **more})
    if secret:
        world.values.keep(f"param:{name}", value)
    world.parameters[name] = value


def _legacy(world, client):
    """User and password of the older database: no versions, no stages, five functions read it when they please."""
    for days in (350, 97):
        secret = password()
        value = json.dumps({"username": "legacy", "password": secret})
        _put(world, client, LEGACY, days, value, Overwrite=days != 350, Description="Older database, user and password")
        world.values.keep(f"param:{LEGACY}#/password", secret)
    world.outside.accepts("legacy-db", secret)


def _flags(world, client):
    """98 versions, the label on the first: two more writes are possible."""
    for number in range(1, 99):
        value = json.dumps({"newCheckout": number % 2 == 0, "revision": number})
        _put(world, client, FLAGS, 200 - 2 * number, value, secret=False, Type="String", Overwrite=number > 1)
    client.label_parameter_version(Name=FLAGS, ParameterVersion=1, Labels=["known-good"])
    world.description.add("parameters", ref=f"param:{FLAGS}", finding="98 versions, label on version 1", versions=98)


def _expiring(world, client):
    expires = (datetime.now(timezone.utc) + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    policies = [
        {"Type": "Expiration", "Version": "1.0", "Attributes": {"Timestamp": expires}},
        {"Type": "ExpirationNotification", "Version": "1.0", "Attributes": {"Before": "7", "Unit": "Days"}},
        {"Type": "NoChangeNotification", "Version": "1.0", "Attributes": {"After": "90", "Unit": "Days"}},
    ]
    _put(world, client, EXPIRING, 88, password(), Tier="Advanced", Policies=json.dumps(policies))
    world.description.add(
        "parameters", ref=f"param:{EXPIRING}", finding="advanced, expires in two days", expires=expires
    )


def _labelled(world, client):
    for days, label in ((130, "previous"), (70, "live"), (5, "candidate")):
        _put(
            world,
            client,
            LABELLED,
            days,
            f"margin * 1.{days}",
            secret=False,
            Type="String",
            Overwrite=label != "previous",
        )
        client.label_parameter_version(Name=LABELLED, Labels=[label])
    world.description.add(
        "parameters", ref=f"param:{LABELLED}", finding="labels", labels={"previous": 1, "live": 2, "candidate": 3}
    )


def _copy(world, client):
    """Someone tried something with the password of the orders database in June and forgot."""
    value = world.current("prod/orders/db").value
    _put(world, client, COPY, 19, value, Description="tmp, remove after test")
    world.description.add("sameValue", refs=["secret:prod/orders/db@AWSCURRENT#/password", f"param:{COPY}"])


def _secure_should_be(world, client, name):
    _put(world, client, name, 260, api_key("hl_") if "token" in name or "key" in name else password(), Type="String")
    world.description.add("parameters", ref=f"param:{name}", finding="String where it should be SecureString")
