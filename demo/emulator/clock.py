"""A past for the stand-in: a request may say when it happened.

A secret that is 75 days old cannot be made by waiting. A request with the header `X-Stand-In-Clock: <seconds since
the epoch>` is carried out as of then: what ministack stores as creation, change and rotation times follows. Only the
modules below are shifted; signatures, sessions and waiting stay on the real clock.
"""

import datetime as real_datetime
import importlib
import time as real_time
from contextvars import ContextVar

HEADER = "x-stand-in-clock"
SHIFTED_MODULES = (
    "ministack.core.responses",
    "ministack.services.iam",
    "ministack.services.kms",
    "ministack.services.lambda_core",
    "ministack.services.lambda_svc",
    "ministack.services.secretsmanager",
    "ministack.services.ssm",
)

_shift = ContextVar("shift", default=0.0)


def now():
    """The time of the current request, in seconds since the epoch."""
    return real_time.time() + _shift.get()


def follow(headers):
    """Take the time of a request from its headers (lower-case names)."""
    stated = headers.get(HEADER)
    _shift.set(float(stated) - real_time.time() if stated else 0.0)


class _Time:
    """Stands where a module says `time`: the readings are shifted, the rest is the real module's."""

    def __getattr__(self, name):
        return getattr(real_time, name)

    def time(self):
        return now()

    def gmtime(self, seconds=None):
        return real_time.gmtime(now() if seconds is None else seconds)

    def strftime(self, form, moment=None):
        return real_time.strftime(form, self.gmtime() if moment is None else moment)


class _Datetime(real_datetime.datetime):
    """Stands where a module says `datetime`."""

    @classmethod
    def now(cls, tz=None):
        return real_datetime.datetime.fromtimestamp(now(), tz)


def install():
    """Put the shifted clock into ministack's modules."""
    for name in SHIFTED_MODULES:
        module = importlib.import_module(name)
        if hasattr(module, "time"):
            module.time = _Time()
        if hasattr(module, "datetime"):
            module.datetime = _Datetime
