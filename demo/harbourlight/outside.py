"""The outside world that the handlers sign in to (see handlers/outside_world.py): set up, and changed by rotations."""

import secrets

from harbourlight.handlers.outside_world import TABLE, Refused, connect, fingerprint


class OutsideWorld:
    """Collects what each system accepts, and writes it down in the table once."""

    def __init__(self):
        self._accepted, self._public_keys = {}, {}

    def accepts(self, system, *credentials):
        self._accepted.setdefault(system, []).extend(credentials)

    def knows_public_key(self, system, pem):
        self._public_keys[system] = pem

    def write(self, dynamodb):
        for system in sorted({*self._accepted, *self._public_keys}):
            item = {"system": {"S": system}, **_accepted(map(_record, self._accepted.get(system, [])))}
            if system in self._public_keys:
                item["publicKey"] = {"S": self._public_keys[system]}
            dynamodb.put_item(TableName=TABLE, Item=item)


def make_table(dynamodb):
    dynamodb.create_table(
        TableName=TABLE,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "system", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "system", "AttributeType": "S"}],
    )


def set_value(dynamodb, system, credential):
    """Let a credential in beside those that are accepted. Doing it twice is doing it once."""
    kept = _known(dynamodb, system)
    if not any(_is(record, credential) for record in kept):
        _keep(dynamodb, system, [*kept, _record(credential)])


def test_value(dynamodb, system, credential):
    """Sign in with it; raises Refused."""
    connect(system, credential)


def finish_value(dynamodb, system, credential):
    """Accept this credential alone."""
    if not any(_is(record, credential) for record in _known(dynamodb, system)):
        raise Refused(f"{system}: not set, so it cannot become the only one")
    _keep(dynamodb, system, [_record(credential)])


def undo_value(dynamodb, system, credential):
    """Take a credential away; the last one stays."""
    others = [record for record in _known(dynamodb, system) if not _is(record, credential)]
    if not others:
        raise Refused(f"{system}: this is the only credential it accepts")
    _keep(dynamodb, system, others)


def _known(dynamodb, system):
    item = dynamodb.get_item(TableName=TABLE, Key={"system": {"S": system}}, ConsistentRead=True).get("Item")
    if not item:
        raise Refused(f"{system}: no such system")
    return [each["S"] for each in item["accepted"]["L"]]


def _keep(dynamodb, system, records):
    dynamodb.update_item(
        TableName=TABLE,
        Key={"system": {"S": system}},
        UpdateExpression="SET accepted = :records",
        ExpressionAttributeValues={":records": _accepted(records)["accepted"]},
    )


def _accepted(records):
    return {"accepted": {"L": [{"S": each} for each in records]}}


def _record(credential):
    salt = secrets.token_hex(8)
    return f"{salt}${fingerprint(salt, credential)}"


def _is(record, credential):
    salt, kept = record.split("$")
    return fingerprint(salt, credential) == kept
