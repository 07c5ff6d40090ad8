"""The systems outside AWS that Harbourlight's secrets open: a database, a bank, a mail relay.

Each keeps a salted hash of every credential that it accepts, in one table. A function that holds the wrong credential
is refused here, so that its failure is real.
"""

import hashlib
import hmac

import boto3

TABLE = "harbourlight-outside-world"
REGION = "eu-west-1"


class Refused(Exception):
    """The system did not accept the credential."""


def fingerprint(salt, credential):
    return hashlib.pbkdf2_hmac("sha256", credential.encode(), salt.encode(), 1000).hex()


def record(system):
    """What the system knows: its name and what it accepts."""
    table = boto3.client("dynamodb", region_name=REGION)
    item = table.get_item(TableName=TABLE, Key={"system": {"S": system}}, ConsistentRead=True).get("Item")
    if not item:
        raise Refused(f"{system}: no such system")
    return item


def connect(system, credential):
    """Sign in to a system; raises Refused. The answer is what a handler returns."""
    for accepted in record(system)["accepted"]["L"]:
        salt, expected = accepted["S"].split("$")
        if hmac.compare_digest(fingerprint(salt, credential), expected):
            return {"system": system, "connected": True}
    raise Refused(f"{system}: authentication failed")
