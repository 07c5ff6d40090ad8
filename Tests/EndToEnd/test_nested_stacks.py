"""A function of a nested stack: who uses what through the parent's parameters, and a rotation that deploys the child by itself."""

import json

import pytest

from conftest import Installation, start
from played_nesting import PlayedNesting

NOTE = ("--note", "INC-7 found in a paste")
PARENT = """\
Resources:
  Db:
    Type: AWS::SecretsManager::Secret
  Receipts:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: https://example.s3.amazonaws.com/receipts.yaml
      Parameters:
        Db: !Ref Db
"""
CHILD = """\
Parameters:
  Db: {Type: String}
  Role: {Type: String}
Resources:
  Pay:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: nested-pay
      Runtime: python3.13
      Handler: index.handler
      Role: !Ref Role
      Code:
        ZipFile: |
          import os
          def handler(event, context):
              return {"connected": len(os.environ["DB_PASSWORD"]) > 8}
      Environment:
        Variables:
          DB_SECRET_ARN: !Ref Db
          DB_PASSWORD: !Sub '{{resolve:secretsmanager:${Db}:SecretString:password}}'
"""


@pytest.fixture(scope="module")
def stand_in(tmp_path_factory):
    yield from start(tmp_path_factory.mktemp("nested"))


@pytest.fixture
def nested(tmp_path, stand_in):
    stacks, iam = stand_in.client("cloudformation"), stand_in.client("iam")
    secret = stand_in.client("secretsmanager").create_secret(
        Name="nested/db", SecretString='{"user":"u","password":"0riginalPassw0rd"}')["ARN"]
    trust = {"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
    role = iam.create_role(RoleName="pay", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
    # What stands in for the parent has one resource of any kind.
    stacks.create_stack(StackName="orders", TemplateBody=json.dumps({
        "Resources": {"Any": {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": "any"}}}}))
    stacks.create_stack(StackName="orders-Receipts-1X2Y", TemplateBody=CHILD, Parameters=[
        {"ParameterKey": "Db", "ParameterValue": secret}, {"ParameterKey": "Role", "ParameterValue": role}])
    for name in ("orders", "orders-Receipts-1X2Y"):
        stacks.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    played = PlayedNesting(stand_in, "orders", "orders-Receipts-1X2Y", "Receipts", PARENT)
    curtain = Installation(tmp_path, stand_in)
    curtain.environment["AWS_ENDPOINT_URL"] = played.url
    yield curtain
    played.close()


def test_it_is_found_planned_deployed_and_taken_back(nested, stand_in):
    stacks = stand_in.client("cloudformation")

    def held():
        told = stand_in.client("lambda").get_function_configuration(FunctionName="nested-pay")
        return told["Environment"]["Variables"]

    assert held()["DB_PASSWORD"] == "0riginalPassw0rd"
    found = {row["ref"]: row for row in json.loads(nested.run("used-by", "secret:nested/db", "-o", "json").stdout)}
    print(found)
    assert "orders-Receipts-1X2Y" in json.dumps(found["fn:nested-pay"]["evidence"])
    rotate = ("plan", "rotate", "secret:nested/db#/password", "--overlap", "--generate", "20", "--no-punctuation", "-o", "json")
    plan = json.loads(nested.run(*rotate).stdout)
    print(plan["leftOut"], plan["warnings"])
    handed = {row["ref"]: row["why"] for row in plan["leftOut"]}["fn:nested-pay"]
    assert "--deploy-stacks" in handed
    plan = json.loads(nested.run(*rotate, "--deploy-stacks").stdout)
    print(plan["leftOut"], plan["warnings"])
    assert [step["action"] for step in plan["steps"]][0] == "proposeStackUpdate"
    assert plan["steps"][0]["ref"] == "stack:orders-Receipts-1X2Y"
    nesting = [words for words in plan["warnings"] if "nested" in words]
    assert nesting == [
        "stack orders-Receipts-1X2Y is nested in stack orders and updated by itself; the next deployment of orders puts the child's "
        "own template back, which resolves the value anew"]
    done = nested.run("apply", plan["id"], "--yes", *NOTE)
    assert done.returncode == 0, done.stderr.decode()
    new = json.loads(stand_in.client("secretsmanager").get_secret_value(SecretId="nested/db")["SecretString"])["password"]
    assert held()["DB_PASSWORD"] == new != "0riginalPassw0rd"
    assert held()["CURTAIN_PLAN"] == plan["id"] and held()["DB_SECRET_ARN"].startswith("arn:")
    assert nested.run("rollback", plan["id"], "--yes", *NOTE).returncode == 0
    assert held()["DB_PASSWORD"] == "0riginalPassw0rd" and "CURTAIN_PLAN" not in held()
    assert stacks.get_template(StackName="orders-Receipts-1X2Y")["TemplateBody"] == CHILD
    written = b"".join(path.read_bytes() for path in nested.state.rglob("*") if path.is_file())
    assert b"0riginalPassw0rd" not in written and new.encode() not in written
