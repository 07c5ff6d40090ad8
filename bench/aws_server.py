"""aws_server.py [--latency SECONDS] [--rate N] [--filter index|scan] [--parameters N] [--empty N]: a large account
behind a latency, on loopback.

Prints one line, {"endpoint": URL}, and serves until its standard input ends. It plays the list operations as
the AWS API reference describes them: pages of 50 (100 for secrets and keys), opaque tokens, and for
DescribeParameters the filters by name prefix, type and tier. With --filter scan a filtered call pages over all
entries and answers what matches of each page, as AWS does: empty pages with a token are possible.
With --rate N each service answers N requests a second and ThrottlingException above. With --empty N parameters
are N pages without rows: what is left is the cost of a request. GET /calls tells how often each operation was answered, how
many calls were turned away, and the seconds from the first to the last.
"""

import argparse
import asyncio
import bisect
import json
import sys
import time
from urllib.parse import parse_qs, urlsplit

import account as accounts

REGION, ACCOUNT = "eu-west-1", "482112349907"
STAMP = 1763942400.0


class Throttle:
    """A token bucket a service: `rate` requests a second, one second of burst."""

    def __init__(self, rate):
        self.rate, self.buckets = rate, {}
        self.refused = 0

    def admits(self, service):
        if not self.rate:
            return True
        now = time.monotonic()
        level, then = self.buckets.get(service, (self.rate, now))
        level = min(self.rate, level + (now - then) * self.rate)
        admitted = level >= 1
        self.buckets[service] = (level - 1 if admitted else level, now)
        self.refused += not admitted
        return admitted


class Pages:
    """The operations; each takes the decoded request and returns the answer's object."""

    def __init__(self, account, filtering, empty=0):
        self.account, self.filtering, self.empty = account, filtering, empty
        self.selections, self.figures = {}, {}
        self.functions = [self.function(n) for n in account.functions]
        self.parameters = [self.parameter(i, n) for i, n in enumerate(account.parameters)]
        self.secrets = [self.secret(i, n) for i, n in enumerate(account.secrets)]
        self.calls = {}

    @staticmethod
    def function(name):
        variables = {f"SETTING_{i}": f"value-{i}-" + "x" * 24 for i in range(10)}
        variables["DB_PASSWORD"] = "bench-canary-" + name
        return {
            "FunctionName": name, "FunctionArn": f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}",
            "Runtime": "python3.13", "Role": f"arn:aws:iam::{ACCOUNT}:role/{name}", "Handler": "app.handler",
            "CodeSize": 4096, "Description": "", "Timeout": 30, "MemorySize": 256,
            "LastModified": "2026-11-01T12:00:00.000+0000", "CodeSha256": "A" * 43 + "=", "Version": "$LATEST",
            "Environment": {"Variables": variables}, "TracingConfig": {"Mode": "PassThrough"},
            "RevisionId": "6f1c0000-0000-4000-8000-000000000000", "PackageType": "Zip", "Architectures": ["arm64"],
            "EphemeralStorage": {"Size": 512}, "SnapStart": {"ApplyOn": "None", "OptimizationStatus": "Off"},
        }

    @staticmethod
    def parameter(index, name):
        return {
            "Name": name, "ARN": f"arn:aws:ssm:{REGION}:{ACCOUNT}:parameter{name}",
            "Type": ["SecureString", "String", "SecureString"][index % 3], "LastModifiedDate": STAMP + index,
            "LastModifiedUser": f"arn:aws:iam::{ACCOUNT}:user/deploy", "Version": 1 + index % 9,
            "Tier": "Advanced" if index % 50 == 0 else "Standard", "Policies": [], "DataType": "text",
        }

    @staticmethod
    def secret(index, name):
        return {
            "ARN": f"arn:aws:secretsmanager:{REGION}:{ACCOUNT}:secret:{name}-AbCdEf", "Name": name,
            "LastChangedDate": STAMP + index, "LastAccessedDate": STAMP, "CreatedDate": STAMP - 1e6, "Tags": [],
            "SecretVersionsToStages": {"%08x-0000-4000-8000-000000000001" % index: ["AWSCURRENT"]},
        }

    @staticmethod
    def page(items, token, size):
        start = int(token or 0)
        return items[start:start + size], str(start + size) if start + size < len(items) else None

    def list_functions(self, query):
        found, token = self.page(self.functions, query.get("Marker", ["0"])[0], int(query.get("MaxItems", ["50"])[0]))
        return {"Functions": found, **({"NextMarker": token} if token else {})}

    def describe_parameters(self, body):
        filters, size = body.get("ParameterFilters", []), body.get("MaxResults", 10)
        if self.empty:
            page = int(body.get("NextToken") or 0) + 1
            return {"Parameters": [], **({"NextToken": str(page)} if page < self.empty else {})}
        if not filters:
            found, token = self.page(self.parameters, body.get("NextToken"), size)
        elif self.filtering == "scan":
            found, token = self.page(self.parameters, body.get("NextToken"), size)
            found = [p for p in found if all(self.matches(p, one) for one in filters)]
        else:
            found, token = self.page(self.selected(filters), body.get("NextToken"), size)
        return {"Parameters": found, **({"NextToken": token} if token else {})}

    @staticmethod
    def matches(parameter, one):
        key, values = one["Key"], one["Values"]
        if key == "Name" and one.get("Option") == "BeginsWith":
            return parameter["Name"].startswith(tuple(values))
        return parameter[key] in values

    def selected(self, filters):
        """All that match, by the index of names where there is a filter for them; kept for the pages to come."""
        key = json.dumps(filters)
        if key not in self.selections:
            first, rest = filters[0], filters[1:]
            found = self.parameters
            if first["Key"] == "Name":
                found = []
                for value in sorted(first["Values"]):
                    end = value + "\x7f" if first.get("Option") == "BeginsWith" else value + "\0"
                    low, high = (bisect.bisect_left(self.account.parameters, edge) for edge in (value, end))
                    found += self.parameters[low:high]
            else:
                rest = filters
            self.selections[key] = [p for p in found if all(self.matches(p, one) for one in rest)]
        return self.selections[key]

    def list_secrets(self, body):
        found, token = self.page(self.secrets, body.get("NextToken"), body.get("MaxResults", 100))
        return {"SecretList": found, **({"NextToken": token} if token else {})}

    def list_keys(self, body):
        keys = [{"KeyId": k, "KeyArn": f"arn:aws:kms:{REGION}:{ACCOUNT}:key/{k}"} for k in self.account.keys]
        found, token = self.page(keys, body.get("Marker"), body.get("Limit", 100))
        return {"Keys": found, "Truncated": bool(token), **({"NextMarker": token} if token else {})}

    def list_aliases(self, body):
        aliases = [{"AliasName": f"alias/key-{i}", "TargetKeyId": k,
                    "AliasArn": f"arn:aws:kms:{REGION}:{ACCOUNT}:alias/key-{i}"} for i, k in enumerate(self.account.keys)]
        found, token = self.page(aliases, body.get("Marker"), body.get("Limit", 50))
        return {"Aliases": found, "Truncated": bool(token), **({"NextMarker": token} if token else {})}

    def describe_key(self, body):
        key = body["KeyId"]
        return {"KeyMetadata": {"KeyId": key, "Arn": f"arn:aws:kms:{REGION}:{ACCOUNT}:key/{key}", "Enabled": True,
                                "KeyState": "Enabled", "KeyManager": "CUSTOMER", "KeySpec": "SYMMETRIC_DEFAULT",
                                "Origin": "AWS_KMS", "CreationDate": STAMP, "Description": ""}}

    JSON = {
        "AmazonSSM.DescribeParameters": describe_parameters, "secretsmanager.ListSecrets": list_secrets,
        "TrentService.ListKeys": list_keys, "TrentService.ListAliases": list_aliases,
        "TrentService.DescribeKey": describe_key,
        "TrentService.GetKeyRotationStatus": lambda self, body: {"KeyRotationEnabled": True, "RotationPeriodInDays": 365},
        "ResourceGroupsTaggingAPI_20170126.GetResources": lambda self, body: {"ResourceTagMappingList": [], "PaginationToken": ""},
    }

    IDENTITY = (
        '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>'
        f"<Arn>arn:aws:iam::{ACCOUNT}:user/bench</Arn><UserId>AIDABENCH</UserId><Account>{ACCOUNT}</Account>"
        "</GetCallerIdentityResult><ResponseMetadata><RequestId>bench</RequestId></ResponseMetadata></GetCallerIdentityResponse>")

    def answer(self, method, target, headers, body):
        """(status, content type, bytes, service) of a request."""
        url = urlsplit(target)
        amz = headers.get("x-amz-target")
        if amz in self.JSON:
            name, result = amz, self.JSON[amz](self, json.loads(body or b"{}"))
            kind = "application/x-amz-json-1.1"
        elif method == "GET" and url.path.rstrip("/").endswith("/functions"):
            name, result, kind = "lambda.ListFunctions", self.list_functions(parse_qs(url.query)), "application/json"
        elif b"GetCallerIdentity" in body or "GetCallerIdentity" in url.query:
            self.calls["sts"] = self.calls.get("sts", 0) + 1
            return 200, "text/xml", self.IDENTITY.encode()
        elif url.path == "/calls":
            return 200, "application/json", json.dumps({**self.calls, **self.figures}).encode()
        else:
            return 404, "application/json", b'{"__type":"UnknownOperationException","message":"not played here"}'
        self.calls[name] = self.calls.get(name, 0) + 1
        return 200, kind, json.dumps(result, separators=(",", ":")).encode()


async def serve(pages, throttle, latency, reader, writer):
    """Answers one connection's requests in their order until it closes."""
    try:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            method, target, _ = head[0].split(" ", 2)
            headers = {k.lower(): v.strip() for k, v in (line.split(":", 1) for line in head[1:] if ":" in line)}
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            arrived = time.monotonic()
            service = headers.get("authorization", "//////").split("/")[3] or "none"
            if target != "/calls":
                pages.figures.setdefault("first", arrived)
                pages.figures.update(last=arrived, refused=throttle.refused)
            if target == "/calls" or throttle.admits(service):
                status, kind, data = pages.answer(method, target, headers, body)
            else:
                status, kind, data = 400, "application/x-amz-json-1.1", b'{"__type":"ThrottlingException","message":"Rate exceeded"}'
            await asyncio.sleep(max(0, latency - (time.monotonic() - arrived)))
            writer.write((f"HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\ncontent-length: {len(data)}\r\n"
                          f"x-amzn-requestid: bench-{id(writer):x}\r\n\r\n").encode() + data)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--latency", type=float, default=0.025)
    parser.add_argument("--rate", type=float, default=0)
    parser.add_argument("--filter", choices=["index", "scan"], default="index")
    parser.add_argument("--parameters", type=int, default=10000)
    parser.add_argument("--empty", type=int, default=0)
    options = parser.parse_args()
    pages, throttle = Pages(accounts.make(parameters=options.parameters), options.filter, options.empty), Throttle(options.rate)
    server = await asyncio.start_server(
        lambda r, w: serve(pages, throttle, options.latency, r, w), "127.0.0.1", 0, backlog=512, limit=1 << 20)
    port = server.sockets[0].getsockname()[1]
    print(json.dumps({"endpoint": f"http://127.0.0.1:{port}"}), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
