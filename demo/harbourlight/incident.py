"""The bad day itself: after the reads of last night came changes, and this morning a paste was found.

Laid on top of the account by --incident: a second access key, an address that anybody may call on the ledger, a change
in a variable, and a paste with the orders database's address and password in it.
"""

import json
import os

from harbourlight import moment
from harbourlight.account import Account
from harbourlight.history import NIGHT_ADDRESS, NIGHT_AGENT, last_night
from harbourlight.policies import allow, document
from harbourlight.release import wait_until_ready

RIGHTS = [
    allow(["iam:CreateAccessKey", "iam:ListAccessKeys"], "*"),
    allow(["lambda:CreateFunctionUrlConfig", "lambda:AddPermission", "lambda:UpdateFunctionConfiguration"], "*"),
]


def make(world, leak=None):
    iam = world.client("iam")
    with moment.ago(200):
        iam.put_user_policy(UserName="reporting-contractor", PolicyName="temporary", PolicyDocument=document(RIGHTS))
        iam.create_user(UserName="release-robot", Tags=[{"Key": "owner", "Value": "platform"}])
    _changes(world)
    _paste(world, leak)


def _changes(world):
    intruder = Account(world.account.endpoint, *world.contractor, user_agent=NIGHT_AGENT)
    functions = intruder.client("lambda")
    with moment.at(last_night(2, 44), NIGHT_ADDRESS):
        key = intruder.client("iam").create_access_key(UserName="release-robot")["AccessKey"]
        world.values.keep("user:release-robot", key["SecretAccessKey"])
    with moment.at(last_night(2, 51), NIGHT_ADDRESS):
        functions.create_function_url_config(FunctionName="payments-ledger", AuthType="NONE")
        functions.add_permission(
            FunctionName="payments-ledger",
            StatementId="debug",
            Action="lambda:InvokeFunctionUrl",
            Principal="*",
            FunctionUrlAuthType="NONE",
        )
    with moment.at(last_night(2, 58), NIGHT_ADDRESS):
        held = functions.get_function_configuration(FunctionName="mail-template-render")["Environment"]["Variables"]
        functions.update_function_configuration(
            FunctionName="mail-template-render",
            Environment={"Variables": {**held, "TEMPLATES": "s3://harbourlight-templates-backup"}},
        )
    wait_until_ready(world.client("lambda"), "mail-template-render")
    for what, ref in (
        ("access key", f"accesskey:{key['AccessKeyId']}"),
        ("open address", "url:payments-ledger"),
        ("changed variable", "env:mail-template-render/TEMPLATES"),
    ):
        world.description.add("incident", what=what, ref=ref)


def _paste(world, leak):
    """A connection string with the current password; it lies in a bucket, and in the file `leak` if asked for."""
    value = world.current("prod/orders/db").value
    text = f"postgres://orders_app:{value}@orders.cluster-c9x1.eu-west-1.rds.amazonaws.com:5432/orders\n"
    s3 = world.client("s3")
    s3.create_bucket(Bucket="harbourlight-evidence", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    s3.put_object(Bucket="harbourlight-evidence", Key="paste.txt", Body=text.encode())
    s3.put_object(
        Bucket="harbourlight-evidence", Key="paste.json", Body=json.dumps({"found": "public paste, 08:55 UTC"}).encode()
    )
    world.values.keep("s3:harbourlight-evidence/paste.txt", text)
    if leak:
        with open(os.open(leak, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as output:
            output.write(value)
    world.description.add("incident", what="paste", ref="secret:prod/orders/db@AWSCURRENT#/password")
