"""KMS ReEncrypt, and ListKeyRotations of keys that have had none, in front of a stand-in that lacks them, as the API reference
describes it: decrypted with the source's context, encrypted under the destination with its own. Everything else goes through as
it came, signature included."""

import base64
import http.client
import json
import urllib.parse

import botocore.exceptions

from played_server import PlayedServer


#: Headers of an answer that belong to its connection, or are made anew.
OWN = ("content-length", "transfer-encoding", "connection", "date", "server")


class PlayedKMS(PlayedServer):
    def __init__(self, stand_in):
        self.kms, self.target = stand_in.client("kms"), urllib.parse.urlsplit(stand_in.endpoint)
        self.asked = 0
        super().__init__()

    def respond(self, method, path, headers, body):
        match headers.get("X-Amz-Target"):
            case "TrentService.ReEncrypt":
                status, data = self.re_encrypt(json.loads(body))
            case "TrentService.ListKeyRotations":
                status, data = 200, b'{"Rotations":[]}'
            case _:
                return self.forward(method, path, headers, body)
        return status, [("Content-Type", "application/x-amz-json-1.1"), ("x-amzn-RequestId", "played")], data

    def forward(self, method, path, headers, body):
        connection = http.client.HTTPConnection(self.target.hostname, self.target.port, timeout=60)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders(body)
            answer = connection.getresponse()
            kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in OWN]
            return answer.status, kept, answer.read()
        finally:
            connection.close()

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
