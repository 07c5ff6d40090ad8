"""Harbourlight from nothing to a bad day, in the order in which things need each other."""

import json
import time

from botocore.exceptions import ClientError

from harbourlight import (
    drill,
    history,
    hostile,
    keys,
    layers,
    outside,
    parallel,
    parameters,
    people,
    release,
    secrets_manager,
    stacks,
    stores,
    wiring,
)
from harbourlight import incident as bad_day
from harbourlight.account import REGION, ROOT, SECOND_REGION, Account
from harbourlight.teams import catalogue, mail, payments, platform, shipping
from harbourlight.world import World


class AlreadyThere(Exception):
    """The account has been set up on this stand-in. A fresh stand-in is the way to start over."""


def set_up(endpoint, incident=False, manifest=None, description=None, leak=None, drill_folder=None):
    """Set the account up at `endpoint`, on this machine only. The answer says where the console's credentials are."""
    began = time.monotonic()
    world = _found(Account(endpoint, *ROOT))
    _furnish(world)
    _people_it(world)
    history.make(world)
    if incident:
        bad_day.make(world, leak)
    if drill_folder:
        drill.prepare(world, drill_folder)
    if manifest:
        world.values.write(manifest, endpoint=endpoint)
    if description:
        _write(world.description, description, world.number)
    answer = _answer(world, time.monotonic() - began)
    if drill_folder:
        drill.begin(world, drill_folder)
    return answer


def _found(root):
    """The account with its first role, as which everything else is done."""
    number = root.number()
    try:
        pipeline = people.make_pipeline(root.client("iam"), number)
    except ClientError as refusal:
        if refusal.response["Error"]["Code"] == "EntityAlreadyExists":
            raise AlreadyThere("Harbourlight is already there: start a fresh stand-in") from None
        raise
    return World(root.assume(pipeline, "release-train"), number)


def _furnish(world):
    """What functions need before they exist."""
    outside.make_table(world.client("dynamodb"))
    keys.make(world)
    people.make_others(world)
    platform.telemetry_key(world)
    secrets_manager.make(world)
    parallel.together(lambda: parameters.make(world), lambda: stores.make(world), lambda: layers.make(world))


def _people_it(world):
    """The functions, then what is done to them."""
    functions = [each for team in (payments, catalogue, shipping, mail, platform) for each in team.functions(world)]
    parallel.together(
        lambda: stacks.make(world), *[lambda each=each: release.bring_in(each, world) for each in functions]
    )
    keys.close_archive(world)
    wiring.make(world)
    hostile.make(world)
    world.outside.write(world.client("dynamodb"))


def _write(described, file, number):
    with open(file, "w") as output:
        json.dump(described.as_json(account=number, regions=[REGION, SECOND_REGION]), output, indent=1)


def _answer(world, seconds):
    role = world.arns["role:incident-responder"]
    given = world.client("sts").assume_role(RoleArn=role, RoleSessionName="responder", DurationSeconds=43200)[
        "Credentials"
    ]
    return {
        "account": world.number,
        "region": REGION,
        "regions": [REGION, SECOND_REGION],
        "seconds": round(seconds, 1),
        "functions": len(world.description["functions"]),
        "credentials": {
            "accessKeyId": given["AccessKeyId"],
            "secretAccessKey": given["SecretAccessKey"],
            "sessionToken": given["SessionToken"],
            "expiration": given["Expiration"].isoformat(),
        },
    }
