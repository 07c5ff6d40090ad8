"""KMS keys: one due for rotation, one disabled that is still needed, and those that hold small things."""

import base64

from harbourlight import moment

KEYS = {  # alias, days since it was made, rotates every year, what it is for
    "orders": (430, False, "Orders: secrets and parameters. To be rotated every 365 days by hand."),
    "payments": (200, True, "Payments: ciphertexts in variables"),
    "sessions": (150, True, "Platform: data keys of envelopes"),
    "carriers": (150, True, "Shipping and catalogue: ciphertexts in a table and a bucket"),
    "archive": (380, False, "Feedback archive, to be closed"),
}


def make(world):
    kms = world.client("kms")
    for name, (days, rotates, purpose) in KEYS.items():
        with moment.ago(days):
            key = kms.create_key(Description=purpose, Tags=[{"TagKey": "rotate-every", "TagValue": "365d"}])[
                "KeyMetadata"
            ]
            kms.create_alias(AliasName=f"alias/harbourlight/{name}", TargetKeyId=key["KeyId"])
            if rotates:
                kms.enable_key_rotation(KeyId=key["KeyId"])
        world.arns[f"key:{name}"] = key["Arn"]
    world.description.add(
        "keys",
        alias="alias/harbourlight/orders",
        arn=world.arns["key:orders"],
        finding="due for rotation: 430 days old, no rotation, to be rotated every 365 days",
    )


def close_archive(world):
    """The key is disabled by someone who believed that nothing needs it any more."""
    with moment.ago(6):
        world.client("kms").disable_key(KeyId=world.arns["key:archive"])
    world.description.add(
        "keys",
        alias="alias/harbourlight/archive",
        arn=world.arns["key:archive"],
        finding="disabled, and the environment of mail-feedback needs it",
        neededBy="fn:mail-feedback",
    )


def encrypt(world, name, plain):
    return world.client("kms").encrypt(KeyId=world.arns[f"key:{name}"], Plaintext=plain.encode())["CiphertextBlob"]


def encrypt_to_text(world, name, plain):
    return base64.b64encode(encrypt(world, name, plain)).decode()
