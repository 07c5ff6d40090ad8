"""The secrets in Secrets Manager, with the versions that they have had."""

import json

from harbourlight import moment
from harbourlight.account import REGION, SECOND_REGION
from harbourlight.values import api_key, password, pin
from harbourlight.world import SecretVersion


def make(world):
    """All secrets, and what the outside world accepts of them."""
    _orders_database(world)
    _card_module(world)
    _stripe(world)
    _simple(world)
    _others(world)


def _create(world, name, days, value, region=REGION, field=None, **more):
    with moment.ago(days):
        made = world.client("secretsmanager", region).create_secret(
            Name=name, SecretString=value, Tags=[{"Key": "team", "Value": name.split("/")[1]}], **more
        )
    world.arns[f"secret:{name}"] = made["ARN"]
    _remember(world, name, made["VersionId"], value, field)


def put(world, name, days, value, region=REGION, field=None, stages=("AWSCURRENT",)):
    with moment.ago(days):
        made = world.client("secretsmanager", region).put_secret_value(
            SecretId=name, SecretString=value, VersionStages=list(stages)
        )
    if "AWSCURRENT" in stages:
        _remember(world, name, made["VersionId"], value, field)
    return made["VersionId"]


def _remember(world, name, version, value, field):
    kept = json.loads(value)[field] if field else value
    world.versions.setdefault(name, []).append(SecretVersion(version, kept))
    world.values.keep(f"secret:{name}@{version}" + (f"#/{field}" if field else ""), kept)


def _orders_database(world):
    """Rotated twice. The database accepts the current and the previous password (dual passwords), not the oldest."""

    def database():
        return json.dumps(
            {
                "username": "orders_app",
                "password": password(),
                "host": "orders.cluster-c9x1.eu-west-1.rds.amazonaws.com",
                "port": 5432,
            }
        )

    _create(
        world,
        "prod/orders/db",
        205,
        database(),
        field="password",
        KmsKeyId="alias/harbourlight/orders",
        Description="Orders database, application user",
    )
    put(world, "prod/orders/db", 120, database(), field="password")
    put(world, "prod/orders/db", 23, database(), field="password")
    world.outside.accepts("orders-db", *(each.value for each in world.versions["prod/orders/db"][1:]))


def _card_module(world):
    """Rotation every 30 days stopped 75 days ago; 14 days ago it left a pending version. The module takes both PINs."""
    name, rotator = "prod/cards/hsm-pin", f"arn:aws:lambda:{REGION}:{world.number}:function:payments-hsm-pin-rotation"
    _create(world, name, 240, pin(), Description="PIN of the card module. PCI DSS: rotate every 30 days")
    with moment.ago(75):
        world.client("secretsmanager").rotate_secret(
            SecretId=name, RotationLambdaARN=rotator, RotationRules={"AutomaticallyAfterDays": 30}
        )
    put(world, name, 75, pin())
    stuck = pin()
    version = put(world, name, 14, stuck, stages=["AWSPENDING"])
    world.values.keep(f"secret:{name}@{version}", stuck)
    world.outside.accepts("card-module", world.current(name).value, stuck)
    world.description.add(
        "rotation",
        ref=f"secret:{name}",
        function="fn:payments-hsm-pin-rotation",
        everyDays=30,
        lastDays=75,
        pendingVersion=version,
        pendingDays=14,
        pendingIsLive=True,
        cause="the role of the rotation function lacks secretsmanager:UpdateSecretVersionStage",
    )


def _stripe(world):
    """The first value goes into two functions by dynamic reference; see stacks.py for how it moves on."""
    _create(world, "prod/payments/stripe", 160, stripe(), field="apiKey", Description="Stripe, restricted key")


def stripe():
    return json.dumps({"apiKey": api_key("rk_live_", 40), "webhookSecret": api_key("whsec_")})


def _simple(world):
    """Secrets of one value that is read at run time."""
    for name, days, value, system, region in (
        ("prod/payments/paypal", 88, api_key("EP", 60), "paypal", REGION),
        ("prod/mail/smtp", 133, password(), "mail-relay", REGION),
        ("prod/shipping/carrier-dhl", 41, api_key("dhl_"), "carrier-dhl", REGION),
        ("prod/catalogue/search-admin", 302, api_key("", 48), "search-cluster", REGION),
        ("prod/platform/slack", 77, api_key("xoxb-", 48), "slack", REGION),
        ("prod/edge/signing-key", 59, api_key("", 64), "edge", SECOND_REGION),
    ):
        _create(world, name, days, value, region)
        world.outside.accepts(system, value)
    world.client("secretsmanager").replicate_secret_to_regions(
        SecretId="prod/shipping/carrier-dhl", AddReplicaRegions=[{"Region": SECOND_REGION}]
    )


def _others(world):
    """What nothing reads, what is binary, and what is about to be gone."""
    for name, days in (("staging/orders/db", 180), ("dev/orders/db", 180), ("staging/payments/stripe", 90)):
        _create(world, name, days, json.dumps({"username": "orders_app", "password": password()}), field="password")
    client = world.client("secretsmanager")
    with moment.ago(140):
        made = client.create_secret(
            Name="prod/platform/client-certificate", SecretBinary=bytes(range(256)), Description="PKCS#12, binary"
        )
    world.arns["secret:prod/platform/client-certificate"] = made["ARN"]
    _create(world, "prod/retired/erp", 390, password(), Description="Old ERP")
    with moment.ago(2):
        client.delete_secret(SecretId="prod/retired/erp", RecoveryWindowInDays=30)
