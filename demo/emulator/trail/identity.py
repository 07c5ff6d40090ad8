"""Who called, as CloudTrail's `userIdentity` writes it."""

from ministack.core.iam_evaluator import resolve_caller_identity
from ministack.core.responses import get_account_id


def user_identity(access_key_id):
    """The `userIdentity` element and the user name that LookupEvents can be asked for."""
    account = get_account_id()
    known = resolve_caller_identity(access_key_id)
    if known is None:
        return {"type": "Unknown", "accountId": account, "accessKeyId": access_key_id}, access_key_id
    arn = known["userArn"]
    identity = {"principalId": known["userId"], "arn": arn, "accountId": account, "accessKeyId": access_key_id}
    name = arn.rsplit("/", 1)[-1]
    if ":assumed-role/" in arn:
        role = arn.split("/")[1]
        issuer = {
            "type": "Role",
            "principalId": known["userId"].split(":")[0],
            "accountId": account,
            "userName": role,
            "arn": f"arn:aws:iam::{account}:role/{role}",
        }
        return {"type": "AssumedRole", **identity, "sessionContext": {"sessionIssuer": issuer}}, name
    if ":user/" in arn:
        return {"type": "IAMUser", **identity, "userName": name}, name
    return {"type": "Root", **identity}, "root"
