"""Platform."""

from harbourlight.function import Release
from harbourlight.policies import allow
from harbourlight.readers import ORDERS, literal, parameter, secret_by_arn, secret_in_code, settings
from harbourlight.special_parameters import FLAGS, LEGACY
from harbourlight.teams.platform_keys import github_sync, session_store
from harbourlight.values import api_key


def functions(world):
    admin = world.arns["role:platform-admin"]
    return [
        _telemetry(world),
        _backup_check(world),
        parameter(
            world, "platform-legacy-bridge", LEGACY, "legacy-db", "LEGACY_DB_PARAMETER", "password", cache_seconds=5
        ),
        github_sync(world),
        session_store(world),
        settings("platform-access-review", {"REVIEWERS": "security"}, role=admin),
        settings("platform-cron-cleanup", {"KEEP_DAYS": "30"}, role=admin),
        settings("platform-status-page", {"PAGE": "https://status.harbourlight.example"}, role=admin),
        settings("platform-audit-export", {"EXPORT_BUCKET": "harbourlight-audit"}),
        parameter(
            world,
            "platform-config-read",
            "/prod/platform/access/api-key",
            "platform-access",
            "ACCESS_KEY_PARAMETER",
            statements=[allow(["ssm:GetParametersByPath"], f"arn:aws:ssm:eu-west-1:{world.number}:parameter/prod/*")],
        ),
        settings("platform-feature-flags", {"FLAGS_PARAMETER": FLAGS}),
        secret_by_arn(world, "platform-slack-notify", "prod/platform/slack", "slack", "SLACK_SECRET_ARN"),
        secret_by_arn(
            world, "platform-edge-auth", "prod/edge/signing-key", "edge", "SIGNING_KEY_SECRET_ARN", region="us-east-1"
        ),
    ]


def telemetry_key(world):
    """One API key that can only write. The shipping team has copied it (see shipping.py)."""
    world.arns["telemetry"] = api_key("tm_")
    world.outside.accepts("telemetry", world.arns["telemetry"])


def _telemetry(world):
    world.description.add("literals", ref="env:platform-telemetry-relay/TELEMETRY_API_KEY", writeOnly=True)
    return literal(
        world,
        "platform-telemetry-relay",
        world.arns["telemetry"],
        "telemetry",
        "TELEMETRY_API_KEY",
        releases=[Release(280), Release(95)],
    )


def _backup_check(world):
    """It may read every secret under prod/, and reads one."""
    everything = f"arn:aws:secretsmanager:eu-west-1:{world.number}:secret:prod/*"
    return secret_in_code(
        world,
        "platform-backup-check",
        ORDERS,
        "orders-db",
        "password",
        [allow(["secretsmanager:GetSecretValue"], everything)],
    )
