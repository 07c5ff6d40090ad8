"""Shipping."""

from harbourlight import keys, stores
from harbourlight.function import Release
from harbourlight.readers import (
    ORDERS,
    ciphertext,
    copy,
    literal,
    parameter,
    secret_by_arn,
    secret_by_extension,
    settings,
)
from harbourlight.special_parameters import LEGACY
from harbourlight.values import api_key


def functions(world):
    orders = {"secret": ORDERS, "system": "orders-db", "field": "password"}
    return [
        secret_by_arn(world, "shipping-dispatch", **orders, variable="ORDERS_DB_SECRET_ARN"),
        secret_by_extension(world, "shipping-track", **orders, variable="ORDERS_DB_SECRET_ID"),
        secret_by_extension(world, "shipping-returns", **orders, variable="ORDERS_DB_SECRET_ID"),
        _manifest(world),
        parameter(world, "shipping-customs", LEGACY, "legacy-db", "LEGACY_DB_PARAMETER", "password", cache_seconds=60),
        _label(world),
        _eta(world),
        secret_by_arn(world, "shipping-rates", "prod/shipping/carrier-dhl", "carrier-dhl", "DHL_SECRET_ARN"),
        parameter(world, "shipping-pickup", "/prod/shipping/pickup/api-key", "shipping-pickup", "PICKUP_KEY_PARAMETER"),
        _carrier_webhook(world),
        settings("shipping-address-check", {"COUNTRIES": "NL,BE,DE,FR,IE"}),
        settings("shipping-locker", {"LOCKER_API": "https://lockers.harbourlight.example"}),
    ]


def _manifest(world):
    """A copy of the password before the last but one: the database refuses it, and nobody has noticed."""
    first = world.versions[ORDERS][0]
    copy(world, "shipping-manifest", "older", stale=True, drift=True)
    releases = [Release(201), Release(150)]
    return literal(world, "shipping-manifest", first.value, "orders-db", "DB_PASSWORD", works=False, releases=releases)


def _label(world):
    """A ciphertext in a table, pointed to by a variable."""
    key = world.values.keep("dynamodb:harbourlight-sealed/carrier-label#plain", api_key("lbl_"))
    world.outside.accepts("label-printer", key)
    stores.put_item(world, "carrier-label", keys.encrypt(world, "carriers", key))
    held, table = f"{stores.TABLE}/carrier-label", f"table:{stores.TABLE}"
    return ciphertext(
        world, "shipping-label", "label-printer", "LABEL_KEY_ITEM", held, "carriers", kept="table", reads=[table]
    )


def _eta(world):
    """It has the telemetry key of the platform team, copied from there: it does not belong here."""
    value = world.arns["telemetry"]
    world.values.keep("env:shipping-eta/STATS_TOKEN", value)
    world.description.add(
        "sameValue", refs=["env:platform-telemetry-relay/TELEMETRY_API_KEY", "env:shipping-eta/STATS_TOKEN"]
    )
    return settings("shipping-eta", {"STATS_TOKEN": value, "ROUTES": "sea,road"}, releases=[Release(120), Release(33)])


def _carrier_webhook(world):
    token = api_key("cw_", 24)
    world.outside.accepts("carrier-webhook", token)
    world.description.add("literals", ref="env:shipping-carrier-webhook/WEBHOOK_TOKEN")
    return literal(world, "shipping-carrier-webhook", token, "carrier-webhook", "WEBHOOK_TOKEN")
