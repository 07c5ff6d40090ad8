"""The drill: a leak that goes on while people practise.

A paste with the orders database's address and password in it, and an access key's id beside it that leads nowhere (a
robot's, inactive for a year). Meanwhile somebody reads, from an address that is none of ours, with the key of
reporting-contractor: every few seconds another thing, as the clock runs, until the key no longer opens anything.

What the folder of the drill gets, for its owner only: `paste.txt`; `drill.json`, who is who; and `reader.jsonl`, a line
a try of the reader: time, action, reference and how it came out, no values.
"""

import json
import os
import threading
import time

from botocore.exceptions import BotoCoreError, ClientError

from harbourlight import moment
from harbourlight.account import Account
from harbourlight.history import NIGHT_ADDRESS, NIGHT_AGENT

PACE = 15  # seconds between two reads
PATIENCE = 4  # refusals in a row, then the reader goes away
READS = [
    ("secretsmanager", "get_secret_value", {"SecretId": "prod/orders/db"}, "secret:prod/orders/db"),
    ("lambda", "get_function_configuration", {"FunctionName": "payments-reconcile"}, "fn:payments-reconcile"),
    ("secretsmanager", "get_secret_value", {"SecretId": "prod/payments/paypal"}, "secret:prod/payments/paypal"),
    ("ssm", "get_parameter", {"Name": "/prod/legacy/db", "WithDecryption": True}, "param:/prod/legacy/db"),
]


def prepare(world, folder):
    """The paste and the decoy; what the answer of the set-up says about it."""
    os.makedirs(folder, mode=0o700, exist_ok=True)
    iam = world.client("iam")
    with moment.ago(500):
        iam.create_user(UserName="report-robot", Tags=[{"Key": "owner", "Value": "finance"}])
        decoy = iam.create_access_key(UserName="report-robot")["AccessKey"]
    world.values.keep("user:report-robot", decoy["SecretAccessKey"])
    with moment.ago(365):
        iam.update_access_key(UserName="report-robot", AccessKeyId=decoy["AccessKeyId"], Status="Inactive")
    value = world.current("prod/orders/db").value
    text = (
        f"# deploy notes, old key {decoy['AccessKeyId']}\n"
        f"DATABASE_URL=postgres://orders_app:{value}@orders.cluster-c9x1.eu-west-1.rds.amazonaws.com:5432/orders\n"
    )
    world.values.keep("drill:paste", text)
    _private(os.path.join(folder, "paste.txt"), text)
    _private(os.path.join(folder, "reader.jsonl"), "")
    facts = {"decoy": decoy["AccessKeyId"], "reader": world.contractor[0], "leaked": "secret:prod/orders/db"}
    _private(os.path.join(folder, "drill.json"), json.dumps(facts))
    world.description.add("drill", **facts)


def begin(world, folder):
    """Lets the reader loose; it ends with the process."""
    reader = Account(world.account.endpoint, *world.contractor, user_agent=NIGHT_AGENT)
    threading.Thread(target=_read_on, args=(reader, folder), daemon=True).start()


def _read_on(reader, folder):
    clients = {service: reader.client(service) for service in {each[0] for each in READS}}
    pace = float(os.environ.get("CURTAIN_DRILL_PACE", PACE))
    number = refused = 0
    while refused < PATIENCE:
        service, operation, arguments, ref = READS[number % len(READS)]
        result = "read"
        now = time.time()
        try:
            with moment.at(now, NIGHT_ADDRESS):
                getattr(clients[service], operation)(**arguments)
        except ClientError as refusal:
            result = refusal.response["Error"]["Code"]
        except BotoCoreError:
            return  # the stand-in is gone
        line = json.dumps({"time": round(now, 3), "action": operation, "ref": ref, "result": result})
        with open(os.path.join(folder, "reader.jsonl"), "a") as ledger:
            ledger.write(line + "\n")
        number += 1
        refused = 0 if result == "read" else refused + 1
        time.sleep(pace)


def _private(path, text):
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as output:
        output.write(text)
