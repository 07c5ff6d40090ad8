"""Mail. The newsletter comes with a stack: see stacks.py."""

from harbourlight import keys
from harbourlight.policies import allow
from harbourlight.readers import (
    ORDERS,
    ciphertext,
    parameter,
    secret_by_arn,
    secret_by_extension,
    secret_in_code,
    settings,
)
from harbourlight.special_parameters import LEGACY
from harbourlight.values import password


def functions(world):
    orders = {"secret": ORDERS, "system": "orders-db", "field": "password"}
    smtp = world.arns["secret:prod/mail/smtp"]
    return [
        secret_by_arn(world, "mail-order-confirmation", **orders, variable="ORDERS_DB_SECRET_ARN", cache_seconds=3600),
        secret_by_extension(world, "mail-invoice", **orders, variable="ORDERS_DB_SECRET_ID"),
        parameter(world, "mail-bounce", LEGACY, "legacy-db", "LEGACY_DB_PARAMETER", "password", cache_seconds=0),
        _feedback(world),
        secret_in_code(
            world,
            "mail-password-reset",
            "prod/mail/smtp",
            "mail-relay",
            None,
            [allow(["secretsmanager:GetSecretValue"], smtp)],
        ),
        parameter(
            world,
            "mail-digest",
            "/prod/mail/digest/password",
            "mail-digest",
            "DIGEST_PASSWORD_PARAMETER",
            unreleased={"DIGEST_LAYOUT": "two-columns"},
        ),
        settings("mail-unsubscribe"),
        settings("mail-template-render", {"TEMPLATES": "s3://harbourlight-templates"}, memory=512),
        parameter(
            world,
            "mail-ses-events",
            "/prod/edge/cdn/password",
            "edge-cdn",
            "CDN_PASSWORD_PARAMETER",
            region="us-east-1",
        ),
    ]


def _feedback(world):
    """Its environment is under a key that is disabled by now, and so is the ciphertext in it: it fails."""
    value = world.values.keep("env:mail-feedback/FEEDBACK_PASSWORD_CIPHERTEXT#plain", password())
    world.outside.accepts("feedback", value)
    held = keys.encrypt_to_text(world, "archive", value)
    function = ciphertext(world, "mail-feedback", "feedback", "FEEDBACK_PASSWORD_CIPHERTEXT", held, "archive")
    function.kms_key, function.works = world.arns["key:archive"], False
    return function
