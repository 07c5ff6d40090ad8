"""A played AWS on loopback for questions of credentials: STS, the portal of IAM Identity Center, a container's endpoint, an
instance's metadata. It notes what each client asks, in the words that matter."""

import base64
import json
import threading
import time
import urllib.parse

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils

from played_server import PlayedServer

FAR = "2100-01-01T00:00:00Z"


class PlayedAWS(PlayedServer):
    def __init__(self):
        self.asked = []
        #: What GetCallerIdentity answers before it works: statuses, codes, or "hang up"; and how often it was asked.
        self.answers, self.tries = [], 0
        #: Whether the person has confirmed the device flow's code on the page.
        self.confirmed = threading.Event()
        super().__init__()

    def respond(self, method, path, headers, body):
        status, kind, text = self.route(method, path, headers, body.decode())
        return None if status is None else (status, [("Content-Type", kind)], text.encode())

    def route(self, method, target, headers, body):
        path = urllib.parse.urlsplit(target)
        form = dict(urllib.parse.parse_qsl(body or path.query))
        signer = (headers.get("Authorization") or "").partition("Credential=")[2].partition("/")[0]
        match (method, path.path):
            case ("POST", "/"):
                return self.sts(form, signer)
            case ("GET", "/federation/credentials"):
                self.note("GetRoleCredentials", role=form["role_name"], account=form["account_id"],
                          token=headers.get("x-amz-sso_bearer_token"))
                return self.json({"roleCredentials": {**self.keys("ASIASSO", "accessKeyId", "secretAccessKey", "sessionToken"),
                                                      "expiration": 4102444800000}})
            case ("POST", "/client/register"):
                return self.json({"clientId": "played", "clientSecret": "played-client", "clientSecretExpiresAt": 4102444800})
            case ("POST", "/device_authorization"):
                return self.json({"deviceCode": "played-device", "userCode": "PLAY-CODE", "expiresIn": 600, "interval": 1,
                                  "verificationUri": f"{self.url}/page", "verificationUriComplete": f"{self.url}/page?user_code=PLAY-CODE"})
            case ("POST", "/token"):
                if not self.confirmed.is_set():
                    return 400, "application/json", '{"error":"authorization_pending"}'
                return self.json({"accessToken": "played-access", "tokenType": "Bearer", "expiresIn": 3600, "refreshToken": "played-next"})
            case ("POST", "/v1/token"):
                asked = json.loads(body)
                self.note("CreateOAuth2Token", proof=self.proof(headers["DPoP"]), **asked)
                return self.json({"accessToken": self.keys("ASIARENEWED", "accessKeyId", "secretAccessKey", "sessionToken"),
                                  "tokenType": "aws_sigv4", "expiresIn": 900, "refreshToken": "played-next"})
            case ("PUT", "/latest/api/token"):
                self.note("metadata token", seconds=headers.get("x-aws-ec2-metadata-token-ttl-seconds"))
                return 200, "text/plain", "metadata-token"
            case ("GET", "/latest/meta-data/iam/security-credentials/"):
                self.note("metadata role", token=headers.get("x-aws-ec2-metadata-token"))
                return 200, "text/plain", "the-role"
            case ("GET", "/latest/meta-data/iam/security-credentials/the-role"):
                return self.json({"Code": "Success", "Expiration": FAR,
                                  **self.keys("ASIAINSTANCE", "AccessKeyId", "SecretAccessKey", "Token")})
            case ("GET", "/latest/meta-data/placement/region"):
                return 200, "text/plain", "ca-west-1"
            case ("GET", "/container"):
                self.note("container", authorization=headers.get("Authorization"))
                return self.json({"Expiration": FAR, **self.keys("ASIACONTAINER", "AccessKeyId", "SecretAccessKey", "Token")})
        return 404, "text/plain", "not played"

    def proof(self, text):
        """What a DPoP header proves (RFC 9449), its signature checked: kind, method, path."""
        def decoded(part):
            return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))

        header, payload, signature = text.split(".")
        claims, proof = json.loads(decoded(header)), json.loads(decoded(payload))
        numbers = ec.EllipticCurvePublicNumbers(
            *(int.from_bytes(decoded(claims["jwk"][name])) for name in "xy"), ec.SECP256R1())
        halves = decoded(signature)
        numbers.public_key().verify(
            utils.encode_dss_signature(int.from_bytes(halves[:32]), int.from_bytes(halves[32:])),
            f"{header}.{payload}".encode(), ec.ECDSA(hashes.SHA256()))
        assert abs(proof["iat"] - time.time()) < 60 and len(proof["jti"]) == 36
        return claims["typ"], claims["alg"], claims["jwk"]["crv"], proof["htm"], proof["htu"].removeprefix(self.url)

    def sts(self, form, signer):
        action = form.get("Action", "")
        if action == "GetCallerIdentity":
            self.tries += 1
            match self.answers.pop(0) if self.answers else 200:
                case 200:
                    pass
                case "hang up":
                    return None, None, None
                case int(status):
                    return status, "text/xml", self.error("Unheard") if status < 500 else ""
                case code:
                    return 400, "text/xml", self.error(code)
            result = ("<Arn>arn:aws:iam::111122223333:user/u</Arn><UserId>U</UserId><Account>111122223333</Account>")
        else:
            kept = {k: v for k, v in form.items() if k not in ("Action", "Version", "RoleSessionName")}
            if "curtain" not in form["RoleSessionName"] and "botocore" not in form["RoleSessionName"]:
                kept["RoleSessionName"] = form["RoleSessionName"]
            self.note(action, signer=signer, **kept)
            role = form["RoleArn"].rpartition("/")[2].upper()
            result = (f"<AssumedRoleUser><Arn>arn:aws:sts::111122223333:assumed-role/r/s</Arn><AssumedRoleId>A:s</AssumedRoleId>"
                      f"</AssumedRoleUser><Credentials><AccessKeyId>ASIA{role}</AccessKeyId><SecretAccessKey>s</SecretAccessKey>"
                      f"<SessionToken>t</SessionToken><Expiration>{FAR}</Expiration></Credentials>")
        return 200, "text/xml", (f'<{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result>{result}'
                                 f"</{action}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{action}Response>")

    def note(self, what, **details):
        self.asked.append((what, tuple(sorted((k, v) for k, v in details.items() if v is not None))))

    @staticmethod
    def error(code):
        return (f"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>m</Message></Error>"
                "<RequestId>r</RequestId></ErrorResponse>")

    @staticmethod
    def keys(identifier, *names):
        return dict(zip(names, (identifier, "played-secret", "played-token")))

    @staticmethod
    def json(value):
        return 200, "application/json", json.dumps(value)
