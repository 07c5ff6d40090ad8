"""python -m harbourlight --endpoint URL: sets the demo account up and prints one line of JSON about it."""

import argparse
import json
import sys

from harbourlight import set_up


def main():
    parser = argparse.ArgumentParser(prog="harbourlight", description=__doc__)
    parser.add_argument("--endpoint", required=True, help="an AWS stand-in on this machine")
    parser.add_argument("--incident", action="store_true", help="last night somebody was in, and changed things")
    parser.add_argument("--manifest", metavar="FILE", help="write the planted values there, for tests (0600)")
    parser.add_argument("--description", metavar="FILE", help="write what is where, without values")
    parser.add_argument("--leak", metavar="FILE", help="with --incident: write the leaked value there (0600)")
    options = vars(parser.parse_args())
    from harbourlight.account import NotAStandIn
    from harbourlight.company import AlreadyThere

    try:
        print(json.dumps(set_up(options.pop("endpoint"), **options)))
    except (NotAStandIn, AlreadyThere) as refusal:
        print(f"harbourlight: {refusal}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
