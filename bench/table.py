"""Figures and how they are printed."""

import math
import statistics


def percentile(values, share):
    """The smallest value that `share` of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


class Table:
    """One row a measurement; times in milliseconds unless the unit says otherwise."""

    def __init__(self):
        self.rows = []

    def add(self, what, values, unit="ms", peer=None, peer_name="", bound="", note=""):
        median = statistics.median(values)
        ratio = f"{statistics.median(peer) / median:.2f}x {peer_name}" if peer and median else ""
        self.rows.append([
            what, str(len(values)), self.form(median), self.form(percentile(values, 0.99)), unit,
            self.form(statistics.median(peer)) if peer else "", ratio, bound, note])

    @staticmethod
    def form(number):
        return f"{number:.3g}" if abs(number) < 100 else f"{number:,.0f}"

    def print(self):
        head = ["measured", "runs", "median", "p99", "unit", "peer", "ratio", "bound", "note"]
        widths = [max(len(row[i]) for row in [head] + self.rows) for i in range(len(head))]
        for row in [head, ["-" * w for w in widths]] + self.rows:
            print("  ".join(cell.rjust(w) if 1 <= i <= 3 or i == 5 else cell.ljust(w)
                            for i, (cell, w) in enumerate(zip(row, widths))).rstrip())
