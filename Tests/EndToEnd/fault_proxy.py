"""A proxy in front of a stand-in by which one call meets one outcome: it is lost on the way there or back, refused, answered with an
error although it was carried out, or the program that makes it dies over it.

The calls are known by the names that a plan gives them: `lambda:UpdateAlias served:live`. One behaviour of the
stand-in is mended: it writes other bytes under a ClientRequestToken that was used, which AWS refuses."""

import enum
import json
import re
import threading
import urllib.parse

import botocore.session

from forwarding_server import ForwardingServer


class Outcome(enum.Enum):
    LOST_APPLIED = "lost, applied"
    LOST_UNAPPLIED = "lost, not applied"
    THROTTLED = "429"
    FAILED_APPLIED = "500, applied"
    PRECONDITION = "412"
    CONFLICT = "409"
    KILLED_BEFORE = "killed before"
    KILLED_AFTER = "killed after"

    @property
    def kills(self):
        return self in (Outcome.KILLED_BEFORE, Outcome.KILLED_AFTER)

    @property
    def is_carried_out(self):
        return self in (Outcome.LOST_APPLIED, Outcome.FAILED_APPLIED, Outcome.KILLED_AFTER)


class Call:
    """A call as a plan names it: the operation, and on what."""

    def __init__(self, words):
        self.operation, self.resource = words.split()[:2]

    @property
    def is_lambda(self):
        return self.operation.startswith("lambda:")

    @property
    def changes(self):
        name = self.operation.partition(":")[2]
        return bool(name) and not re.match("Get|List|Describe|Batch|Invoke", name)

    def __eq__(self, other):
        return self.operation == other.operation and self.resource == other.resource

    def __hash__(self):
        return hash((self.operation, self.resource))

    def __str__(self):
        return f"{self.operation} {self.resource}"


class FaultProxy(ForwardingServer):
    """More than the three tries of a client are throttled, so that its own patience does not get over it."""

    THROTTLES = 4

    def __init__(self, stand_in):
        #: The call, how many of its like come before it, and what happens to it.
        self.armed = None
        #: The process that dies of it.
        self.process = None
        self.was_met = False
        #: Whatever was written as a secret value, so that it can be searched for.
        self.values, self.tokens = set(), {}
        self.lock = threading.Lock()
        super().__init__(stand_in)

    def arm(self, call, before, outcome):
        with self.lock:
            self.armed, self.was_met = (call, before, outcome), False
            self.throttles = self.THROTTLES

    def disarm(self):
        """Nothing happens to the calls of the next process."""
        with self.lock:
            self.armed = None

    def respond(self, method, path, headers, body):
        call = named(method, path, headers, body)
        self.keep(headers, body)
        match self.fate(call):
            case None:
                return self.carried_out(call, method, path, headers, body)
            case Outcome.THROTTLED:
                return error(429, "TooManyRequestsException")
            case Outcome.PRECONDITION:
                return error(412, "PreconditionFailedException")
            case Outcome.CONFLICT:
                return error(409, "ResourceConflictException")
            case Outcome.FAILED_APPLIED:
                self.carried_out(call, method, path, headers, body)
                return error(500, "ServiceException")
            case outcome:
                if outcome.is_carried_out:
                    self.carried_out(call, method, path, headers, body)
                if outcome.kills:
                    self.process.kill()
                    self.process.wait(10)
                return None

    def fate(self, call):
        """What happens to this call; None if nothing does."""
        with self.lock:
            if self.armed is None or call is None or call != self.armed[0]:
                return None
            _, before, outcome = self.armed
            if before > 0:
                self.armed = (call, before - 1, outcome)
                return None
            self.was_met = True
            self.throttles -= 1
            if outcome is not Outcome.THROTTLED or self.throttles == 0:
                self.armed = None
            return outcome

    def keep(self, headers, body):
        if headers.get("X-Amz-Target"):
            asked = json.loads(body)
            self.values |= {asked[name] for name in ("SecretString", "Value") if name in asked}

    def carried_out(self, call, method, path, headers, body):
        if call is not None and call.operation == "secretsmanager:PutSecretValue":
            asked = json.loads(body)
            with self.lock:
                first = self.tokens.setdefault(asked["ClientRequestToken"], asked["SecretString"])
            if first != asked["SecretString"]:
                return error(400, "ResourceExistsException")
        return self.forward(method, path, headers, body)


def error(status, code):
    data = json.dumps({"__type": code, "message": "as the API reference says"}).encode()
    kind = [("Content-Type", "application/json"), ("x-amzn-errortype", code), ("x-amzn-RequestId", "played")]
    return status, kind, data


def paths():
    """Lambda's operations by the method and the path of their requests, as AWS's own model has them."""
    model = botocore.session.get_session().get_service_model("lambda")
    for name in model.operation_names:
        http = model.operation_model(name).http
        pattern = re.sub(r"\{(\w+)\+?\}", r"(?P<\1>[^/]+)", http["requestUri"].partition("?")[0].rstrip("/"))
        yield http["method"], re.compile(pattern), name


LAMBDA = list(paths())
SERVICES = {"secretsmanager": "secretsmanager", "AmazonSSM": "ssm"}


def named(method, target, headers, body):
    """The call as a plan names it; None if it is none of the three services'."""
    service, _, operation = (headers.get("X-Amz-Target") or "").partition(".")
    if operation:
        asked = json.loads(body)
        resource = asked.get("SecretId") or asked.get("Name")
        if service not in SERVICES or not resource:
            return None
        if resource.startswith("arn:"):  # of a secret, with six characters behind its name
            resource = resource.split(":", 6)[6].rpartition("-")[0]
        if operation == "LabelParameterVersion":
            resource += f":{asked['ParameterVersion']}"
        return Call(f"{SERVICES[service]}:{operation} {resource}")
    path = urllib.parse.unquote(urllib.parse.urlsplit(target).path.rstrip("/"))
    for verb, pattern, name in LAMBDA:
        found = pattern.fullmatch(path)
        if verb == method and found and "FunctionName" in found.groupdict():
            words = [found["FunctionName"], found.groupdict().get("Name")]
            return Call(f"lambda:{name} {':'.join(word for word in words if word)}")
    return None
