#!/usr/bin/env python3
"""outside_world.py SYSTEM set|test|finish|undo [--field NAME] < VALUE: the hook that changes a Harbourlight system.

A rotation has to change the system that the secret opens. In the demo account the systems are a table of what each
accepts; this is what a person's own hook would do to a database: `set` lets the new value in beside the old ones,
`test` signs in with it, `finish` takes every other value away, `undo` takes the new value away again. The value comes
on standard input (of JSON, the field NAME), the way to the stand-in from AWS_ENDPOINT_URL and AWS's own variables.
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

    text = sys.stdin.read()
    value = json.loads(text)[options.field] if options.field else text
    try:
        refuse_elsewhere(os.environ.get("AWS_ENDPOINT_URL", ""))
        getattr(outside, f"{options.step}_value")(boto3.client("dynamodb", region_name=REGION), options.system, value)
    except (NotAStandIn, Refused) as refusal:
        print(f"outside_world.py: {refusal}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
