"""The width table against wcwidth, which many programs of the terminal ask. Each difference has a reason."""

import re
import unicodedata

import wcwidth

from conftest import ROOT

TABLE = (ROOT / "Sources/TerminalCanvas/Width/WidthTable.swift").read_text()
FOREIGN = (ROOT / "Sources/ForeignText/ForeignText.swift").read_text()


def scalars(numbers):
    return {each for first, last in zip(numbers[::2], numbers[1::2]) for each in range(first, last + 1)}


def table(name):
    body = re.search(rf"static let {name}: \[UInt32\] = \[(.*?)\]", TABLE, re.DOTALL).group(1)
    return scalars([int(each, 16) for each in re.findall(r"0x[0-9A-F]+", body)])


def never_drawn():
    """What ForeignText writes as its name."""
    body = FOREIGN[FOREIGN.index("func isUnsafe") :]
    found = set()
    for first, last in re.findall(r"0x([0-9A-F]+)(?:\.\.\.0x([0-9A-F]+))?", body):
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


def known():
    """What the version of the table has: its scalars as old as that or older."""
    version = tuple(map(int, re.search(r'unicodeVersion = "(\d+)\.(\d+)', TABLE).groups()))
    found = {}
    for line in (ROOT / ".vectors/unicode/DerivedAge.txt").read_text().splitlines():
        entry = line.split("#")[0].strip()
        if not entry:
            continue
        points, age = (each.strip() for each in entry.split(";"))
        first, _, last = points.partition("..")
        if tuple(map(int, age.split("."))) <= version:
            found.update(dict.fromkeys(range(int(first, 16), int(last or first, 16) + 1)))
    return found


# What wcwidth sees otherwise, and why the table does not follow.
SINCE_UNICODE_16 = scalars([0x2630, 0x2637, 0x268A, 0x268F, 0x4DC0, 0x4DFF, 0x1D300, 0x1D376])
"""Trigrams, hexagrams and counting signs became wide in Unicode 16; the C library's data, and with it what ncurses
believes, is older on the machines that curtain runs on."""


def reason(scalar, ours, theirs):
    """Why the two differ; None where there is no good reason."""
    category = unicodedata.category(chr(scalar))
    if scalar in SINCE_UNICODE_16 and (ours, theirs) == (1, 2):
        return "wide since Unicode 16"
    if category in ("Mc", "Cn") and theirs == 0:
        # Cn: newer than this Python. A spacing mark has a column of its own in glibc, in ncurses and in most terminals.
        return "spacing mark"
    if 0x1F1E6 <= scalar <= 0x1F1FF:
        return "half of a flag"  # Two halves make a flag of two columns; alone, terminals draw a letter of one.
    if 0x302E <= scalar <= 0x302F:
        return "spacing mark"
    return None


def test_every_difference_has_its_reason():
    zero, wide, hidden = table("zero"), table("wide"), never_drawn()
    unexplained, reasons = [], {}
    for scalar in known():
        if 0xD800 <= scalar < 0xE000 or scalar < 0x20 or scalar in hidden:
            continue
        ours = 0 if scalar in zero else 2 if scalar in wide else 1
        theirs = wcwidth.wcwidth(chr(scalar))
        if ours == theirs:
            continue
        why = reason(scalar, ours, theirs)
        if why:
            reasons[why] = reasons.get(why, 0) + 1
        else:
            unexplained.append(f"U+{scalar:04X} {ours} {theirs} {unicodedata.name(chr(scalar), '')}")
    assert not unexplained, unexplained
    assert set(reasons) <= {"wide since Unicode 16", "spacing mark", "half of a flag"}
