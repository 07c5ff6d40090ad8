"""Brings a function into the account as a delivery pipeline does: create, publish, change, publish, point `live`."""

import time

from harbourlight import moment, policies
from harbourlight.packaging import package

READY_SECONDS = 60
USUAL_SECONDS = 0.5  # what ministack takes; asking before that is for nothing


def bring_in(function, world):
    """Create the function with its role, its published versions and its alias."""
    client = world.client("lambda", function.region)
    first, *later = function.releases
    with moment.ago(first.days):
        role = function.role or _make_role(function, world)
        client.create_function(
            FunctionName=function.name,
            Runtime=function.runtime,
            Handler="app.handler",
            Role=role,
            Code={"ZipFile": package(function.app)},
            Description=function.description or _describe(function),
            MemorySize=function.memory,
            Timeout=20,
            Layers=function.layers,
            Environment={"Variables": _variables(function, first, 1)},
            Tags={"team": function.team, "service": function.name},
            **({"KMSKeyArn": function.kms_key} if function.kms_key else {}),
        )
        wait_until_ready(client, function.name)
        versions = [_publish(client, function.name)]
    for number, release in enumerate(later, 2):
        with moment.ago(release.days):
            _change(client, function.name, _variables(function, release, number))
            versions.append(_publish(client, function.name))
    with moment.ago(function.releases[-1].days):
        live = versions[function.live - 1] if function.live else versions[-1]
        client.create_alias(FunctionName=function.name, Name="live", FunctionVersion=live)
    if function.unreleased:
        with moment.ago(1.2):
            _change(
                client,
                function.name,
                {**_variables(function, function.releases[-1], len(versions)), **function.unreleased},
            )
    world.description.add(
        "functions",
        name=function.name,
        region=function.region,
        team=function.team,
        live=live,
        versions=len(versions),
        works=function.works,
        unreleased=bool(function.unreleased),
    )


def wait_until_ready(client, name):
    """Until the last update is over, as the Lambda API reference asks before the next change."""
    deadline = time.monotonic() + READY_SECONDS
    time.sleep(USUAL_SECONDS)
    while time.monotonic() < deadline:
        state = client.get_function_configuration(FunctionName=name)
        if state["State"] == "Active" and state["LastUpdateStatus"] == "Successful":
            return
        time.sleep(0.1)
    raise TimeoutError(f"{name} is not ready after {READY_SECONDS} s")


def _publish(client, name):
    return client.publish_version(FunctionName=name)["Version"]


def _change(client, name, variables):
    client.update_function_configuration(FunctionName=name, Environment={"Variables": variables})
    wait_until_ready(client, name)


def _variables(function, release, number):
    """The variables of one release: RELEASE is what changes where nothing else does."""
    return {"LOG_LEVEL": "INFO", "RELEASE": f"{number}.0", **function.variables, **release.variables}


def _make_role(function, world):
    iam = world.client("iam")
    name = f"{function.name}-role"
    role = iam.create_role(
        RoleName=name,
        AssumeRolePolicyDocument=policies.document(policies.LAMBDA_TRUST["Statement"]),
        Tags=[{"Key": "team", "Value": function.team}],
    )["Role"]["Arn"]
    iam.put_role_policy(RoleName=name, PolicyName="runtime", PolicyDocument=policies.for_function(function, world))
    return role


def _describe(function):
    return function.name.replace("-", " ").capitalize()
