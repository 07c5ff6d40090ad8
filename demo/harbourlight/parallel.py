"""Doing many small things at once against a stand-in."""

from concurrent.futures import ThreadPoolExecutor

AT_ONCE = 40


def each(act, items, at_once=AT_ONCE):
    """`act` of every item, in order of the items; the first failure is raised when all have ended."""
    with ThreadPoolExecutor(at_once) as pool:
        return list(pool.map(act, items))


def together(*acts):
    """Run acts without arguments at once and return their answers in order."""
    return each(lambda act: act(), acts)
