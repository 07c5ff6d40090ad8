"""KMS ReEncrypt, and ListKeyRotations of keys that have had none, in front of a stand-in that lacks them, as the API reference
describes it: decrypted with the source's context, encrypted under the destination with its own. Everything else goes through as
it came, signature included."""

import base64
import http.client
import http.server
import json
import threading
import urllib.parse

import botocore.exceptions


class PlayedKMS:
    def __init__(self, stand_in):
        self.kms, self.target = stand_in.client("kms"), urllib.parse.urlsplit(stand_in.endpoint)
        self.asked = 0
        played = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                target = self.headers.get("X-Amz-Target")
                if target in ("TrentService.ReEncrypt", "TrentService.ListKeyRotations"):
                    status, data = played.re_encrypt(json.loads(body)) if target.endswith("ReEncrypt") else (200, b'{"Rotations":[]}')
                    headers = [("Content-Type", "application/x-amz-json-1.1"), ("x-amzn-RequestId", "played")]
                else:
                    status, headers, data = played.forward(self.command, self.path, self.headers, body)
                self.send_response(status)
                for name, value in headers:
                    if name.lower() not in ("content-length", "transfer-encoding", "connection", "date", "server"):
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST = do_PUT = do_DELETE = answer

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def forward(self, method, path, headers, body):
        connection = http.client.HTTPConnection(self.target.hostname, self.target.port, timeout=60)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders(body)
            answer = connection.getresponse()
            return answer.status, answer.getheaders(), answer.read()
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
