"""The platform team's functions that hold keys: a private key in the environment, and an envelope."""

import base64
import json

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from harbourlight import values
from harbourlight.function import App, Function

WANTED_BYTES = 3994  # 3.9 KB of the 4 KB that Lambda allows for the whole map, measured as JSON
RELEASE_BYTES = len(json.dumps({"LOG_LEVEL": "INFO", "RELEASE": "3.0"}, separators=(",", ":"))) - 1


def github_sync(world):
    """The private key of a GitHub App, 2 KB of PEM, in an environment that is nearly full."""
    key = values.private_key()
    pem = world.values.keep("env:platform-github-sync/GITHUB_APP_PRIVATE_KEY", values.pem(key))
    world.outside.knows_public_key("github", values.public_pem(key))
    variables = {
        "GITHUB_APP_ID": "218804",
        "GITHUB_API_URL": "https://api.github.example",
        "GITHUB_APP_PRIVATE_KEY": pem,
    }
    variables["GITHUB_REPOSITORIES"] = _repositories(
        WANTED_BYTES - _size({**variables, "GITHUB_REPOSITORIES": ""}) - RELEASE_BYTES
    )
    world.description.add(
        "literals", ref="env:platform-github-sync/GITHUB_APP_PRIVATE_KEY", environmentBytes=WANTED_BYTES
    )
    return Function(
        "platform-github-sync",
        App("signing_key", {"system": "github", "variable": "GITHUB_APP_PRIVATE_KEY"}),
        variables,
    )


def _size(variables):
    return len(json.dumps(variables, separators=(",", ":")))


def _repositories(length):
    names, number = "", 0
    while len(names) < length:
        names += ("," if names else "") + f"harbourlight/service-{number:03d}"
        number += 1
    return names[:length]


def session_store(world):
    """An envelope: the payload lies in the zip, its data key is a ciphertext in a variable."""
    made = world.client("kms").generate_data_key(KeyId=world.arns["key:sessions"], KeySpec="AES_256")
    secret = world.values.keep("env:platform-session-store/SESSION_DATA_KEY#payload", values.api_key("ss_", 48))
    world.values.keep("env:platform-session-store/SESSION_DATA_KEY#plain", base64.b64encode(made["Plaintext"]).decode())
    world.outside.accepts("sessions", secret)
    nonce = made["CiphertextBlob"][-12:]  # used once: this data key encrypts one payload
    payload = nonce + AESGCM(made["Plaintext"]).encrypt(nonce, secret.encode(), None)
    world.description.add(
        "ciphertexts",
        function="fn:platform-session-store",
        variable="SESSION_DATA_KEY",
        kept="envelope",
        key="alias/harbourlight/sessions",
    )
    app = App("envelope", {"system": "sessions", "variable": "SESSION_DATA_KEY"}, {"payload.bin": payload})
    return Function(
        "platform-session-store",
        app,
        {"SESSION_DATA_KEY": base64.b64encode(made["CiphertextBlob"]).decode()},
        ["key:sessions"],
    )
