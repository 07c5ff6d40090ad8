"""rotation_server.py [--functions N] [--latency S] [--update S] [--rate N]: Lambda's changing operations, on loopback.

Plays what a rotation of a literal needs as the API reference describes it: RevisionId preconditions, an update that is
InProgress for a while, frozen versions, aliases. With --rate N the control plane answers N requests a second for all
operations together, GetFunction and Invoke apart, and TooManyRequestsException above. Prints {"endpoint": URL} and serves
until its standard input ends. GET /calls tells what was answered, what was turned away, and when.
"""

import argparse
import asyncio
import itertools
import json
import sys
import time
from urllib.parse import parse_qs, urlsplit

REGION, ACCOUNT = "eu-west-1", "482112349907"
OWN_QUOTA = {"GetFunction", "GetPolicy", "Invoke"}


class Refused(Exception):
    def __init__(self, status, code):
        super().__init__(code)
        self.status, self.code = status, code


class Lambda:
    def __init__(self, count, update):
        self.update, self.revisions = update, itertools.count(1)
        self.functions = {f"svc-{n:04}": self.make(n) for n in range(count)}

    def make(self, number):
        variables = {"API_KEY": "bench-canary-0ldValue", "LOG_LEVEL": "INFO", **{f"SETTING_{i}": f"value-{i}" for i in range(8)}}
        function = {"variables": variables, "revision": self.revision(), "busy": 0.0, "versions": [], "aliases": {}}
        function["versions"].append({"variables": dict(variables), "revision": self.revision(), "description": ""})
        function["aliases"]["live"] = {"version": "1", "weights": {}, "revision": self.revision()}
        return function

    def revision(self):
        return f"{next(self.revisions):08x}-0000-4000-8000-000000000000"

    def found(self, name):
        if name not in self.functions:
            raise Refused(404, "ResourceNotFoundException")
        return self.functions[name]

    def configuration(self, name, qualifier=None):
        function = self.found(name)
        if qualifier in function["aliases"]:
            qualifier = function["aliases"][qualifier]["version"]
        if qualifier in (None, "$LATEST"):
            busy = time.monotonic() < function["busy"]
            return self.shape(name, "$LATEST", function, "InProgress" if busy else "Successful")
        if not qualifier.isdigit() or int(qualifier) > len(function["versions"]):
            raise Refused(404, "ResourceNotFoundException")
        return self.shape(name, qualifier, function["versions"][int(qualifier) - 1], "Successful")

    @staticmethod
    def shape(name, version, held, status):
        return {
            "FunctionName": name, "FunctionArn": f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}",
            "Runtime": "python3.13", "Role": f"arn:aws:iam::{ACCOUNT}:role/{name}", "Handler": "app.handler",
            "CodeSize": 4096, "Description": held.get("description", ""), "Timeout": 30, "MemorySize": 256,
            "LastModified": "2026-11-01T12:00:00.000+0000", "CodeSha256": "A" * 43 + "=", "Version": version,
            "Environment": {"Variables": held["variables"]}, "TracingConfig": {"Mode": "PassThrough"},
            "RevisionId": held["revision"], "State": "Active", "LastUpdateStatus": status, "PackageType": "Zip",
            "Architectures": ["arm64"],
        }

    def write(self, name, body):
        function = self.found(name)
        if time.monotonic() < function["busy"]:
            raise Refused(409, "ResourceConflictException")
        self.require(function, body)
        function["variables"] = body["Environment"]["Variables"]
        function["revision"], function["busy"] = self.revision(), time.monotonic() + self.update
        return self.configuration(name)

    def publish(self, name, body):
        function = self.found(name)
        if time.monotonic() < function["busy"]:
            raise Refused(409, "ResourceConflictException")
        self.require(function, body)
        if function["versions"][-1]["variables"] != function["variables"]:
            function["versions"].append({"variables": dict(function["variables"]), "revision": self.revision(),
                                         "description": body.get("Description", "")})
            function["revision"] = self.revision()
        return self.configuration(name, str(len(function["versions"])))

    def alias(self, name, alias, body=None):
        function = self.found(name)
        held = function["aliases"].get(alias)
        if not held:
            raise Refused(404, "ResourceNotFoundException")
        if body is not None:
            self.require(held, body)
            held["version"] = body.get("FunctionVersion", held["version"])
            routing = body.get("RoutingConfig")
            held["weights"] = (routing.get("AdditionalVersionWeights") or {}) if routing is not None else held["weights"]
            held["revision"] = self.revision()
        return self.alias_shape(name, alias, held)

    @staticmethod
    def alias_shape(name, alias, held):
        return {"AliasArn": f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}:{alias}", "Name": alias,
                "FunctionVersion": held["version"], "RevisionId": held["revision"], "Description": "",
                "RoutingConfig": {"AdditionalVersionWeights": held["weights"]}}

    @staticmethod
    def require(held, body):
        if body.get("RevisionId") not in (None, held["revision"]):
            raise Refused(412, "PreconditionFailedException")

    def listed(self, query):
        every = query.get("FunctionVersion") == ["ALL"]
        rows = [(name, None) for name in self.functions]
        if every:
            rows += [(name, str(n + 1)) for name, f in self.functions.items() for n in range(len(f["versions"]))]
        start = int(query.get("Marker", ["0"])[0])
        end = start + 50
        return {"Functions": [self.configuration(*row) for row in rows[start:end]],
                **({"NextMarker": str(end)} if end < len(rows) else {})}


class Server:
    def __init__(self, options):
        self.lambda_, self.rate = Lambda(options.functions, options.update), options.rate
        self.latency, self.calls, self.refused = options.latency, {}, 0
        self.level, self.then = options.rate, time.monotonic()
        self.shared, self.span = 0, []

    def admits(self, operation):
        if not self.rate or operation in OWN_QUOTA:
            return True
        now = time.monotonic()
        self.level = min(self.rate, self.level + (now - self.then) * self.rate)
        self.then = now
        if self.level < 1:
            self.refused += 1
            return False
        self.level -= 1
        return True

    def route(self, method, path, query, body):
        parts = path.strip("/").split("/")
        if parts[-1] == "event-source-mappings":
            return "ListEventSourceMappings", lambda: {"EventSourceMappings": []}
        name, rest, lam = (parts[2] if len(parts) > 2 else None), parts[3:], self.lambda_
        qualifier = query.get("Qualifier", [None])[0]
        match (method, rest):
            case ("GET", []) if name is None:
                return "ListFunctions", lambda: lam.listed(query)
            case ("GET", []):
                return "GetFunction", lambda: {"Configuration": lam.configuration(name, qualifier), "Code": {}}
            case ("GET", ["configuration"]):
                return "GetFunctionConfiguration", lambda: lam.configuration(name, qualifier)
            case ("PUT", ["configuration"]):
                return "UpdateFunctionConfiguration", lambda: lam.write(name, body)
            case ("POST", ["versions"]):
                return "PublishVersion", lambda: lam.publish(name, body)
            case ("GET", ["versions"]):
                return "ListVersionsByFunction", lambda: {"Versions": [
                    lam.configuration(name, str(n + 1)) for n in range(len(lam.found(name)["versions"]))]}
            case ("GET", ["aliases"]):
                return "ListAliases", lambda: {"Aliases": [
                    lam.alias_shape(name, a, held) for a, held in lam.found(name)["aliases"].items()]}
            case ("GET", ["aliases", alias]):
                return "GetAlias", lambda: lam.alias(name, alias)
            case ("PUT", ["aliases", alias]):
                return "UpdateAlias", lambda: lam.alias(name, alias, body)
            case ("POST", ["invocations"]):
                return "Invoke", lambda: {"connected": True}
        def missing():
            raise Refused(404, "ResourceNotFoundException")
        return "Other", missing

    def answer(self, method, target, headers, body):
        url = urlsplit(target)
        if url.path == "/calls":
            return 200, json.dumps({**self.calls, "refused": self.refused, "shared": self.shared,
                                    "first": self.span[:1], "last": self.span[-1:]})
        amz = headers.get("x-amz-target")
        if amz:
            empty = {"DescribeParameters": {"Parameters": []}, "ListSecrets": {"SecretList": []},
                     "ListKeys": {"Keys": [], "Truncated": False}, "ListAliases": {"Aliases": [], "Truncated": False},
                     "GetResources": {"ResourceTagMappingList": [], "PaginationToken": ""}}
            operation = amz.split(".")[-1]
            return (200, json.dumps(empty[operation])) if operation in empty else (400, '{"__type":"AccessDeniedException"}')
        if body[:7] == b"Action=":
            action = parse_qs(body.decode())["Action"][0]
            inner = {"GetCallerIdentity": f"<Arn>arn:aws:iam::{ACCOUNT}:user/bench</Arn><UserId>A</UserId><Account>{ACCOUNT}</Account>",
                     "DescribeStacks": "<Stacks/>"}.get(action)
            if inner is None:
                return 403, "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not played</Message></Error></ErrorResponse>"
            return 200, f"<{action}Response><{action}Result>{inner}</{action}Result></{action}Response>"
        operation, act = self.route(method, url.path, parse_qs(url.query), json.loads(body or b"{}"))
        if not self.admits(operation):
            raise Refused(429, "TooManyRequestsException")
        self.calls[operation] = self.calls.get(operation, 0) + 1
        if operation not in OWN_QUOTA and not operation.startswith("List"):
            self.shared += 1
            self.span.append(time.monotonic())
        return 200, json.dumps(act(), separators=(",", ":"))

    async def serve(self, reader, writer):
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                method, target, _ = head[0].split(" ", 2)
                headers = {k.lower(): v.strip() for k, v in (line.split(":", 1) for line in head[1:] if ":" in line)}
                body = await reader.readexactly(int(headers.get("content-length", 0)))
                await asyncio.sleep(self.latency)
                code = ""
                try:
                    status, text = self.answer(method, target, headers, body)
                except Refused as refusal:
                    status, code = refusal.status, refusal.code
                    text = json.dumps({"Type": "User", "message": code})
                kind = "text/xml" if text.startswith("<") else "application/json"
                error = f"x-amzn-errortype: {code}\r\n" if code else ""
                data = text.encode()
                writer.write((f"HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\ncontent-length: {len(data)}\r\n{error}"
                              f"x-amzn-requestid: bench\r\n\r\n").encode() + data)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--functions", type=int, default=100)
    parser.add_argument("--latency", type=float, default=0.025)
    parser.add_argument("--update", type=float, default=0.2)
    parser.add_argument("--rate", type=float, default=0)
    server = Server(parser.parse_args())
    listener = await asyncio.start_server(server.serve, "127.0.0.1", 0, backlog=512, limit=1 << 20)
    print(json.dumps({"endpoint": f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}"}), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    listener.close()


asyncio.run(main())
