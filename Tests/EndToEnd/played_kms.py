"""KMS ReEncrypt, and ListKeyRotations of keys that have had none, in front of a stand-in that lacks them, as the API reference
describes it: decrypted with the source's context, encrypted under the destination with its own."""

import base64
import json

import botocore.exceptions

from forwarding_server import ForwardingServer


class PlayedKMS(ForwardingServer):
    def __init__(self, stand_in):
        self.kms, self.asked = stand_in.client("kms"), 0
        super().__init__(stand_in)

    def respond(self, method, path, headers, body):
        match headers.get("X-Amz-Target"):
            case "TrentService.ReEncrypt":
                status, data = self.re_encrypt(json.loads(body))
            case "TrentService.ListKeyRotations":
                status, data = 200, b'{"Rotations":[]}'
            case _:
                return self.forward(method, path, headers, body)
        return status, [("Content-Type", "application/x-amz-json-1.1"), ("x-amzn-RequestId", "played")], data

    def re_encrypt(self, asked):
        self.asked += 1
        try:
            opened = self.kms.decrypt(
                CiphertextBlob=base64.b64decode(asked["CiphertextBlob"]),
                EncryptionContext=asked.get("SourceEncryptionContext", {}))
        except botocore.exceptions.ClientError:
            return 400, json.dumps({"__type": "InvalidCiphertextException"}).encode()
        sealed = self.kms.encrypt(
            KeyId=asked["DestinationKeyId"], Plaintext=opened["Plaintext"],
            EncryptionContext=asked.get("DestinationEncryptionContext", {}))
        return 200, json.dumps({
            "CiphertextBlob": base64.b64encode(sealed["CiphertextBlob"]).decode(), "SourceKeyId": opened["KeyId"],
            "KeyId": sealed["KeyId"]}).encode()
