"""Payments. The webhook and the disputes come with a stack: see stacks.py."""

from harbourlight import keys
from harbourlight.function import App, Function, Release
from harbourlight.policies import allow
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
        secret_by_arn(world, "payments-checkout", **orders, variable="ORDERS_DB_SECRET_ARN", memory=512),
        secret_by_arn(world, "payments-capture", **orders, variable="ORDERS_DB_SECRET_ARN", cache_seconds=300),
        secret_by_arn(world, "payments-refund", **orders, variable="ORDERS_DB_SECRET_ARN"),
        secret_by_extension(world, "payments-ledger", **orders, variable="ORDERS_DB_SECRET_ID"),
        _reconcile(world),
        parameter(
            world, "payments-settlement", LEGACY, "legacy-db", "LEGACY_DB_PARAMETER", "password", cache_seconds=None
        ),
        secret_by_arn(world, "payments-card-vault", "prod/cards/hsm-pin", "card-module", "HSM_PIN_SECRET_ARN"),
        secret_by_arn(world, "payments-terminal-boot", "prod/cards/hsm-pin", "card-module", "HSM_PIN_SECRET_ARN"),
        _rotation(world),
        _fraud_score(world),
        parameter(
            world, "payments-invoice", "/prod/payments/invoice/api-key", "payments-invoice", "INVOICE_KEY_PARAMETER"
        ),
        secret_by_arn(world, "payments-payout", "prod/payments/paypal", "paypal", "PAYPAL_SECRET_ARN"),
        settings(
            "payments-3ds-callback", {"CALLBACK_URL": "https://pay.harbourlight.example/3ds"}, runtime="python3.9"
        ),
    ]


def _reconcile(world):
    """A copy of the database's password that someone keeps up to date by hand; version 1 still holds the one before."""
    before, current = world.versions[ORDERS][-2:]
    world.values.keep("env:payments-reconcile@1/DB_PASSWORD", before.value)
    copy(world, "payments-reconcile", current.id, stale=False)
    copy(world, "payments-reconcile", before.id, stale=True, version="@1")
    return literal(
        world,
        "payments-reconcile",
        current.value,
        "orders-db",
        "DB_PASSWORD",
        releases=[Release(118, {"DB_PASSWORD": before.value}), Release(22), Release(4)],
    )


def _rotation(world):
    """Its role may not move the stage, so that no rotation ends. It does nothing without a rotation's event."""
    arn = world.arns["secret:prod/cards/hsm-pin"]
    table = f"arn:aws:dynamodb:eu-west-1:{world.number}:table/harbourlight-outside-world"
    return Function(
        "payments-hsm-pin-rotation",
        App("pin_rotation"),
        reads=["secret:prod/cards/hsm-pin"],
        works=False,
        statements=[allow(["secretsmanager:PutSecretValue"], arn), allow(["dynamodb:UpdateItem"], table)],
    )


def _fraud_score(world):
    """A ciphertext in a variable: the key is at the provider, the value is not in the configuration."""
    key = world.values.keep("env:payments-fraud-score/FRAUD_API_KEY_CIPHERTEXT#plain", api_key("fs_"))
    world.outside.accepts("fraud-score", key)
    held = keys.encrypt_to_text(world, "payments", key)
    return ciphertext(world, "payments-fraud-score", "fraud-score", "FRAUD_API_KEY_CIPHERTEXT", held, "payments")
