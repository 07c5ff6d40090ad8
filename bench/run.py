"""run.py [--runs N] [SUBJECT...]: measures and prints the table; without subjects all of them."""

import argparse
import os
import sys

import client
import console
import graph
import listing
import rotation
import rows
import safety
import scan
import table

SUBJECTS = {
    "listing": listing.measure, "client": client.measure, "console": console.measure, "scan": scan.measure,
    "graph": graph.measure, "rows": rows.measure, "rotation": rotation.measure,
    "safety": safety.measure,
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("subjects", nargs="*", choices=list(SUBJECTS) + [[]], default=[])
    options = parser.parse_args()
    figures = table.Table()
    for name in options.subjects or SUBJECTS:
        SUBJECTS[name](figures, options.runs)
        print(f"{name}: done", file=sys.stderr)
    print(f"{os.cpu_count()} processors, {options.runs} runs unless said otherwise; ratio = peer / curtain")
    figures.print()


main()
