"""CloudFormation: a stack that resolves a secret into two functions, and one with the plain value in its template.

The secret has moved on since the first was deployed: both functions hold the value before, and a deployment in which
nothing else changes will not mend it.
"""

import json
import time

from harbourlight import moment, policies, secrets_manager, stores
from harbourlight.function import App
from harbourlight.packaging import package
from harbourlight.values import api_key

STRIPE = "prod/payments/stripe"
STACK, PLAIN_STACK = "payments-stripe", "mail-newsletter"
READY_SECONDS = 60


def make(world):
    _stripe_stack(world)
    _newsletter_stack(world)


def _stripe_stack(world):
    old = world.current(STRIPE)
    reference = f"{{{{resolve:secretsmanager:{STRIPE}:SecretString:apiKey}}}}"
    names = ["payments-webhook-stripe", "payments-dispute"]
    resources = {}
    for name in names:
        code = _upload(world, name, App("plain_variable", {"variable": "STRIPE_API_KEY", "system": "stripe"}))
        resources.update(_function(world, name, code, {"STRIPE_API_KEY": reference}, 60))
    _create(world, STACK, resources, 60)
    secrets_manager.put(world, STRIPE, 17, secrets_manager.stripe(), field="apiKey")
    world.outside.accepts("stripe", *(each.value for each in world.versions[STRIPE]))
    for name in names:
        world.values.keep(f"env:{name}/STRIPE_API_KEY", old.value)
        ref = f"env:{name}/STRIPE_API_KEY"
        world.description.add("drift", ref=ref, source=f"secret:{STRIPE}", holds=old.id, stack=STACK)
        world.description.add(
            "readers", function=f"fn:{name}", ref=f"secret:{STRIPE}", via="template", variable="STRIPE_API_KEY"
        )
    world.description.add("stacks", name=STACK, functions=names, reference=reference)


def _newsletter_stack(world):
    value = world.values.keep("env:mail-newsletter/MAILER_API_KEY", api_key("mlr_"))
    world.values.keep(f"stack:{PLAIN_STACK}", value)
    world.outside.accepts("mailer", value)
    code = _upload(world, PLAIN_STACK, App("plain_variable", {"variable": "MAILER_API_KEY", "system": "mailer"}))
    _create(world, PLAIN_STACK, _function(world, PLAIN_STACK, code, {"MAILER_API_KEY": value}, 85), 85)
    world.description.add("stacks", name=PLAIN_STACK, functions=[PLAIN_STACK], plainValueInTemplate="MAILER_API_KEY")
    world.description.add("literals", ref="env:mail-newsletter/MAILER_API_KEY")


def _upload(world, name, app):
    world.client("s3").put_object(Bucket=stores.DEPLOYMENTS, Key=f"{name}.zip", Body=package(app))
    return {"S3Bucket": stores.DEPLOYMENTS, "S3Key": f"{name}.zip"}


def _function(world, name, code, variables, days):
    """A function with one version and its alias, as `AutoPublishAlias: live` makes them."""
    iam = world.client("iam")
    with moment.ago(days):
        role = iam.create_role(
            RoleName=f"{name}-role", AssumeRolePolicyDocument=policies.document(policies.LAMBDA_TRUST["Statement"])
        )
        iam.put_role_policy(
            RoleName=f"{name}-role",
            PolicyName="runtime",
            PolicyDocument=policies.document(
                [
                    policies.allow(
                        ["dynamodb:GetItem"],
                        f"arn:aws:dynamodb:eu-west-1:{world.number}:table/harbourlight-outside-world",
                    )
                ]
            ),
        )
    logical = "".join(part.capitalize() for part in name.split("-"))
    world.description.add(
        "functions",
        name=name,
        region="eu-west-1",
        team=name.split("-")[0],
        live="1",
        versions=1,
        works=True,
        unreleased=False,
    )
    return {
        logical: {
            "Type": "AWS::Lambda::Function",
            "Properties": {
                "FunctionName": name,
                "Runtime": "python3.13",
                "Handler": "app.handler",
                "Role": role["Role"]["Arn"],
                "Code": code,
                "Timeout": 20,
                "MemorySize": 256,
                "Description": name.replace("-", " ").capitalize(),
                "Environment": {"Variables": {"LOG_LEVEL": "INFO", **variables}},
                "Tags": [{"Key": "team", "Value": name.split("-")[0]}],
            },
        },
        f"{logical}Version": {"Type": "AWS::Lambda::Version", "Properties": {"FunctionName": {"Ref": logical}}},
        f"{logical}Live": {
            "Type": "AWS::Lambda::Alias",
            "Properties": {
                "FunctionName": {"Ref": logical},
                "Name": "live",
                "FunctionVersion": {"Fn::GetAtt": [f"{logical}Version", "Version"]},
            },
        },
    }


def _create(world, name, resources, days):
    client = world.client("cloudformation")
    with moment.ago(days):
        client.create_stack(
            StackName=name,
            TemplateBody=json.dumps({"Resources": resources}),
            Capabilities=["CAPABILITY_IAM"],
            Tags=[{"Key": "team", "Value": name.split("-")[0]}],
        )
    deadline = time.monotonic() + READY_SECONDS
    while (status := client.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"]) != "CREATE_COMPLETE":
        if status != "CREATE_IN_PROGRESS" or time.monotonic() > deadline:
            raise RuntimeError(f"stack {name} is {status}")
        time.sleep(0.15)
