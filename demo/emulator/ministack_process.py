"""The process that is ministack: `python -m emulator.ministack_process DESCRIPTOR PARENT`, started by `launch`.

ministack as published, with what it lacks for us put on top: a past (`clock`), CloudTrail events in AWS's own shape
(`trail`), rotation by the rotation function (`rotation`), parameter policies (`parameters`).
"""

import asyncio
import os
import shutil
import signal
import sys

from emulator import parent


def end(*_):
    """Leave at once. What ministack has left in its temporary folder goes too; its workers end on their own."""
    shutil.rmtree(os.environ["TMPDIR"], ignore_errors=True)
    os._exit(0)


def configuration(descriptor):
    from hypercorn.config import Config

    config = Config()
    config.bind = [f"fd://{descriptor}"]
    config.keep_alive_timeout = 75
    config.loglevel = os.environ["LOG_LEVEL"]
    config.accesslog = None
    return config


def main(descriptor, launcher):
    parent.die_with_parent(launcher)
    signal.signal(signal.SIGTERM, end)
    from hypercorn.asyncio import serve
    from ministack import app as ministack

    from emulator import clock, parameters, rotation, trail

    clock.install()
    trail.install()
    rotation.install()
    parameters.install()

    async def application(scope, receive, send):
        if scope["type"] == "http":
            headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
            clock.follow(headers)
            trail.follow(headers)
            parameters.follow(headers)
        await ministack.app(scope, receive, send)

    async def forever():
        await asyncio.Event().wait()

    asyncio.run(serve(application, configuration(descriptor), shutdown_trigger=forever))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
