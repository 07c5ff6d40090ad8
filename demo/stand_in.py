#!/usr/bin/env python3
"""An AWS stand-in on 127.0.0.1, with or without the Harbourlight demo account.

    stand_in.py run      in the foreground; prints one line of JSON when it answers, ends with us (see --until-eof)
    stand_in.py start    the same in the background, until `stop`; a second start is refused
    stand_in.py stop     ends exactly what `start` started
    stand_in.py status   prints what `start` printed, and exits 3 when it is not running

The line: {"endpoint", "pid", "kind", "region", "account", "root": {"accessKeyId", "secretAccessKey"}}, and with
--account also "demo": what `python -m harbourlight` prints, where the console's credentials are. Ending the process
`pid` with SIGTERM ends the stand-in. Any Python 3.10 will do: the packages are found, or put, where
python_environment.py says.
"""

import argparse
import importlib.util
import json
import os
import signal
import sys
import threading

import python_environment

NEEDED = {"ministack": ("demo", "ministack"), "moto": ("test", "moto")}


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=["run", "start", "stop", "status"])
    parser.add_argument("--kind", choices=sorted(NEEDED), default="ministack")
    parser.add_argument("--port", type=int, default=0, help="a free one unless given")
    parser.add_argument("--permissive", action="store_true", help="check neither signatures nor IAM policies")
    parser.add_argument("--account", action="store_true", help="set up the demo account")
    parser.add_argument("--incident", action="store_true", help="with --account: last night somebody was in")
    parser.add_argument("--manifest", metavar="FILE", help="with --account: the planted values, for tests (0600)")
    parser.add_argument("--description", metavar="FILE", help="with --account: what is where, without values")
    parser.add_argument(
        "--leak", metavar="FILE", help="with --incident: the paste that was found, with its value (0600)"
    )
    parser.add_argument(
        "--drill", metavar="FOLDER", help="with --account: a leak that goes on, with its paste and a ledger in there"
    )
    parser.add_argument("--until-eof", action="store_true", help="run: end when standard input ends")
    parser.add_argument("--unattended", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--log", metavar="FILE", help="where the stand-in's own log goes")
    return parser.parse_args(arguments)


def with_packages(kind):
    """Go on in the Python environment that has the packages, if this one does not."""
    group, package = NEEDED[kind]
    if not importlib.util.find_spec(package) or not importlib.util.find_spec("boto3"):
        python = str(python_environment.ensure(group))
        os.execv(python, [python, os.path.abspath(__file__), *sys.argv[1:]])


def run(options):
    from emulator import launch, parent

    over, at_work = threading.Event(), []

    def stop(*_):
        over.set()
        for stand_in in at_work:  # in the middle of the set-up: nothing of it is worth waiting for
            stand_in.end()
            os._exit(1)

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, stop)
    if not options.unattended:
        parent.watch(stop, options.until_eof)
    try:
        stand_in = launch.start(options.kind, options.port, not options.permissive, options.log)
    except (launch.DidNotStart, OSError) as problem:
        print(f"stand_in.py: {problem}", file=sys.stderr)
        return 1
    try:
        line = {
            "endpoint": stand_in.endpoint,
            "pid": os.getpid(),
            "kind": stand_in.kind,
            "region": launch.REGION,
            "account": launch.ACCOUNT,
            "root": {"accessKeyId": "test", "secretAccessKey": "test"},
        }
        if options.account and not over.is_set():
            from harbourlight import set_up

            at_work.append(stand_in)
            line["demo"] = set_up(
                stand_in.endpoint,
                incident=options.incident,
                manifest=options.manifest,
                description=options.description,
                leak=options.leak,
                drill_folder=options.drill,
            )
        at_work.clear()
        print(json.dumps(line), flush=True)
        while not over.wait(0.2):
            if stand_in.process.poll() is not None:
                print(f"stand_in.py: {stand_in.kind} ended by itself", file=sys.stderr)
                return 1
        return 0
    finally:
        stand_in.end()


def main(arguments):
    options = parse(arguments)
    if options.action == "run":
        with_packages(options.kind)
        return run(options)
    from emulator import background

    if options.action == "start":
        python_environment.ensure(NEEDED[options.kind][0])
    return getattr(background, options.action)(__file__, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
