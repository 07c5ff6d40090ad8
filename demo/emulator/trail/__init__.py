"""CloudTrail as AWS writes it, in place of ministack's recorder.

ministack records every call as the user named like its access key, from 127.0.0.1, under names that AWS does not use
(`POST.sts`), without the refused ones, and answers LookupEvents without pages. What is here records management events
with AWS's names, the caller's real identity, the resources that AWS names, refusals, and the Decrypt that a read of an
encrypted value causes. A request may state its source address (`X-Stand-In-Source`) and its time (see `clock`).
"""

from emulator.trail import lookup, recorder
from emulator.trail.recorder import follow

__all__ = ["follow", "install"]


def install():
    """Put the recorder and the lookup into ministack."""
    recorder.install()
    lookup.install()
