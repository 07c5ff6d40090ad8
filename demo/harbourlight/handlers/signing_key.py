"""Signs with a private key from a variable, as a GitHub App does; the other side checks with the public key."""

import os

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding

from outside_world import record

MESSAGE = b'{"iss":"harbourlight"}'


def handler_for(system, variable):
    key = serialization.load_pem_private_key(os.environ[variable].encode(), None)

    def handler(event, context):
        signature = key.sign(MESSAGE, padding.PKCS1v15(), hashes.SHA256())
        public = serialization.load_pem_public_key(record(system)["publicKey"]["S"].encode())
        public.verify(signature, MESSAGE, padding.PKCS1v15(), hashes.SHA256())
        return {"system": system, "connected": True, "version": context.function_version}

    return handler
