"""The way to the stand-in: clients by service and region, and a guard that it is a stand-in."""

import functools
import os
import threading
from urllib.parse import urlsplit

import boto3
from botocore.config import Config

from harbourlight import moment

REGION = "eu-west-1"
SECOND_REGION = "us-east-1"
ROOT = ("test", "test")
_making = threading.Lock()


class NotAStandIn(Exception):
    """The endpoint is not on this machine: a demo company is never set up in somebody's real account."""


def refuse_elsewhere(endpoint):
    if urlsplit(endpoint).hostname not in ("127.0.0.1", "localhost", "::1"):
        raise NotAStandIn(f"{endpoint or 'no endpoint'}: not an address of this machine")


class Account:
    """Clients with one identity. Safe for threads."""

    def __init__(self, endpoint, access_key_id, secret_access_key, session_token=None, user_agent=None):
        refuse_elsewhere(endpoint)
        self.endpoint = endpoint
        self._credentials = (access_key_id, secret_access_key, session_token)
        self._user_agent = user_agent
        self._config = Config(
            retries={"max_attempts": 2},
            connect_timeout=5,
            read_timeout=30,
            max_pool_connections=40,
            s3={"addressing_style": "path"},
        )
        self._clients = {}

    def client(self, service, region=REGION):
        with _making:
            if (service, region) not in self._clients:
                self._clients[service, region] = self._make(service, region)
            return self._clients[service, region]

    def _make(self, service, region):
        key, secret, token = self._credentials
        client = _session().client(
            service,
            region,
            endpoint_url=self.endpoint,
            config=self._config,
            aws_access_key_id=key,
            aws_secret_access_key=secret,
            aws_session_token=token,
        )
        client.meta.events.register("before-sign", _state_the_moment)
        if self._user_agent:
            client.meta.events.register_last("before-send", self._take_user_agent)
        return client

    def _take_user_agent(self, request, **_):
        """The name alone: botocore would add its own to it. It is not part of the signature."""
        del request.headers["User-Agent"]
        request.headers["User-Agent"] = self._user_agent

    def assume(self, role, session_name, user_agent=None):
        """The same stand-in as a role: an Account, and its credentials as STS gave them."""
        given = self.client("sts").assume_role(RoleArn=role, RoleSessionName=session_name)["Credentials"]
        return Account(self.endpoint, given["AccessKeyId"], given["SecretAccessKey"], given["SessionToken"], user_agent)

    def number(self):
        return self.client("sts").get_caller_identity()["Account"]


@functools.cache
def _session():
    """One for all identities: it keeps the descriptions of the services, which are slow to read."""
    _leave_the_users_configuration_alone()
    return boto3.Session()


def _leave_the_users_configuration_alone():
    os.environ.update(
        AWS_CONFIG_FILE=os.devnull, AWS_SHARED_CREDENTIALS_FILE=os.devnull, AWS_EC2_METADATA_DISABLED="true"
    )
    for name in ("no_proxy", "NO_PROXY"):
        known = os.environ.get(name, "")
        if "127.0.0.1" not in known:
            os.environ[name] = ",".join(filter(None, [known, "127.0.0.1,localhost"]))


def _state_the_moment(request, **_):
    for name, value in moment.headers().items():
        del request.headers[name]  # botocore's headers keep what they had
        request.headers[name] = value
