"""The secrets of Harbourlight: made at set-up, never committed, and remembered for the tests that search for leaks."""

import json
import os
import secrets
import string

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

_PASSWORD = string.ascii_letters + string.digits + "!%*+-_=.:"


def password(length=28):
    return "".join(secrets.choice(_PASSWORD) for _ in range(length))


def api_key(prefix, length=32):
    return prefix + "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(length))


def pin(length=12):
    return "".join(secrets.choice(string.digits) for _ in range(length))


def private_key():
    """An RSA key of 2560 bits: about 2 KB of PEM."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2560)


def pem(key):
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    ).decode()


def public_pem(key):
    return (
        key.public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        .decode()
    )


class Values:
    """What was planted where, by the reference that the console would print."""

    def __init__(self):
        self._planted = []

    def keep(self, ref, value):
        self._planted.append({"ref": ref, "value": value})
        return value

    def write(self, file, **more):
        """The manifest: `canaries` are the distinct planted values, longest first. Readable by its owner only."""
        canaries = sorted({each["value"] for each in self._planted}, key=len, reverse=True)
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as output:
            json.dump({**more, "planted": self._planted, "canaries": canaries}, output, indent=1)
