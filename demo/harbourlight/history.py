"""Two weeks of CloudTrail: readers by day, as always, and one reader at night who was never there before.

The reads are real calls with the readers' own credentials; only their time and address are stated.
"""

import random
import time

from botocore.exceptions import ClientError

from harbourlight import moment, parallel, policies
from harbourlight.account import Account

DAY = 86400
NIGHT_ADDRESS = "203.0.113.77"
NIGHT_AGENT = "aws-cli/1.18.69 Python/3.8.10 Linux/5.4.0 botocore/1.16.19"
RUNTIME_AGENT = "Boto3/1.34.145 md/Botocore#1.34.145 exec-env/AWS_Lambda_python3.13"
READERS = {  # a function, and what it reads
    "payments-checkout": ("secret", "prod/orders/db"),
    "payments-capture": ("secret", "prod/orders/db"),
    "shipping-dispatch": ("secret", "prod/orders/db"),
    "payments-card-vault": ("secret", "prod/cards/hsm-pin"),
    "payments-payout": ("secret", "prod/payments/paypal"),
    "mail-bounce": ("param", "/prod/legacy/db"),
    "shipping-customs": ("param", "/prod/legacy/db"),
}


def last_night(hour, minute):
    """A time of day in UTC of the latest night that is over (at three), in seconds: not more than a day ago."""
    midnight = time.time() // DAY * DAY
    if time.time() < midnight + 3 * 3600:
        midnight -= DAY
    return midnight + hour * 3600 + minute * 60


def make(world):
    _on_call(world)
    parallel.each(lambda item: _days_of(world, *item), READERS.items())
    _night(world)


def _days_of(world, function, reads):
    """Four reads a day, in working hours, by the function's role; the last one yesterday."""
    reader = _as_function(world, function)
    dice, today = random.Random(function), time.time() // DAY * DAY
    times = [today - day * DAY + dice.uniform(8, 19) * 3600 for day in range(1, 15) for _ in range(4)]
    for seconds in sorted(times):
        with moment.at(seconds, "198.51.100.61"):
            _read(reader, *reads)


def _as_function(world, function):
    """The role's credentials: its trust is widened to the account for a moment, as only its owner can."""
    iam, name = world.client("iam"), f"{function}-role"
    with moment.ago(100):
        iam.update_assume_role_policy(
            RoleName=name, PolicyDocument=policies.document(policies.account_trust(world.number)["Statement"])
        )
        reader = world.account.assume(f"arn:aws:iam::{world.number}:role/{name}", function, RUNTIME_AGENT)
        iam.update_assume_role_policy(
            RoleName=name, PolicyDocument=policies.document(policies.LAMBDA_TRUST["Statement"])
        )
    return reader


def _read(reader, kind, name):
    if kind == "secret":
        reader.client("secretsmanager").get_secret_value(SecretId=name)
    else:
        reader.client("ssm").get_parameter(Name=name, WithDecryption=True)


def _on_call(world):
    """A person who looked at the orders database's secret a week ago, from the office: in working hours whenever this runs,
    or the night's hours would be usual."""
    with moment.at(time.time() // DAY * DAY - 7 * DAY + 14 * 3600, "198.51.100.20"):
        _read(world.account.assume(world.arns["role:on-call"], "on-call"), "secret", "prod/orders/db")


def _night(world):
    """Half an hour of looking around and taking what could be had."""
    intruder = Account(world.account.endpoint, *world.contractor, user_agent=NIGHT_AGENT)
    secrets, functions, parameters = (intruder.client(each) for each in ("secretsmanager", "lambda", "ssm"))
    steps = [
        lambda: intruder.client("sts").get_caller_identity(),
        lambda: secrets.list_secrets(),
        lambda: functions.list_functions(),
        *[
            lambda name=name: secrets.get_secret_value(SecretId=name)
            for name in (
                "prod/orders/db",
                "prod/payments/stripe",
                "prod/payments/paypal",
                "prod/mail/smtp",
                "prod/cards/hsm-pin",
            )
        ],
        *[
            lambda name=name: functions.get_function_configuration(FunctionName=name)
            for name in ("platform-telemetry-relay", "payments-webhook-stripe", "payments-reconcile")
        ],
        lambda: parameters.get_parameters_by_path(Path="/prod/payments", Recursive=True, WithDecryption=True),
        lambda: parameters.get_parameter(Name="/prod/legacy/db", WithDecryption=True),
        lambda: intruder.client("iam").list_users(),
    ]
    for number, step in enumerate(steps):
        with moment.at(last_night(2, 11) + number * 97, NIGHT_ADDRESS):
            try:
                step()
            except ClientError as refusal:
                if "AccessDenied" not in refusal.response["Error"]["Code"]:
                    raise
    world.description.add(
        "access",
        actor=f"arn:aws:iam::{world.number}:user/reporting-contractor",
        sourceIP=NIGHT_ADDRESS,
        accessKeyId=world.contractor[0],
        first=last_night(2, 11),
        calls=len(steps),
        read=[
            "secret:prod/orders/db",
            "secret:prod/payments/stripe",
            "secret:prod/payments/paypal",
            "secret:prod/mail/smtp",
            "param:/prod/legacy/db",
        ],
        refused=["secret:prod/cards/hsm-pin"],
    )
