#!/usr/bin/env python3
"""outside_world.py SYSTEM set|test|finish|undo [--field NAME] < VALUE: the hook that changes a Harbourlight system.

A rotation has to change the system that the secret opens. In the demo account the systems are a table of what each
accepts; this is what a person's own hook would do to a database: `set` lets the new value in beside the old ones,
`test` signs in with it, `finish` takes every other value away, `undo` lets the old one in again and takes the new one
away. The value comes on standard input (of JSON, the field NAME), the old one on descriptor 3, the way to the stand-in from AWS_ENDPOINT_URL and AWS's own variables.
"""

import argparse
import json
import os
import sys

import python_environment

STEPS = ["set", "test", "finish", "undo"]


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("system")
    parser.add_argument("step", choices=STEPS)
    parser.add_argument("--field")
    options = parser.parse_args(arguments)
    try:
        import boto3
    except ImportError:
        python = str(python_environment.ensure("demo"))
        os.execv(python, [python, os.path.abspath(__file__), *arguments])
    from harbourlight import outside
    from harbourlight.account import NotAStandIn, refuse_elsewhere
    from harbourlight.handlers.outside_world import REGION, Refused

    def credential(text):
        return json.loads(text)[options.field] if options.field else text

    value = credential(sys.stdin.read())
    try:
        refuse_elsewhere(os.environ.get("AWS_ENDPOINT_URL", ""))
        table = boto3.client("dynamodb", region_name=REGION)
        former = old_value() if options.step == "undo" else None
        if former:
            outside.set_value(table, options.system, credential(former))
        getattr(outside, f"{options.step}_value")(table, options.system, value)
    except (NotAStandIn, Refused) as refusal:
        print(f"outside_world.py: {refusal}", file=sys.stderr)
        return 1
    return 0


def old_value():
    """What is on descriptor 3; None if nobody has opened it."""
    try:
        with os.fdopen(3) as pipe:
            return pipe.read()
    except OSError:
        return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
