"""A large account, made from a seed: names only, in the shape of real ones."""

import random
from dataclasses import dataclass

TEAMS = ["payments", "catalogue", "shipping", "mail", "platform", "search", "identity", "ledger"]
NOUNS = ["api", "worker", "webhook", "export", "import", "sync", "reconcile", "settle", "notify", "audit"]
STAGES = ["prod", "staging", "dev"]
FIELDS = ["db/password", "db/user", "api/key", "token", "flags/level", "endpoint", "queue/name", "cert/pem"]


@dataclass
class Account:
    functions: list
    parameters: list
    secrets: list
    keys: list


def make(functions=1000, parameters=10000, secrets=1000, keys=200, seed=7):
    """The account; parameters are sorted by name, as Parameter Store returns them."""
    rng = random.Random(seed)
    names = set()
    while len(names) < parameters:
        names.add(f"/{rng.choice(STAGES)}/{rng.choice(TEAMS)}/{rng.choice(NOUNS)}-{rng.randrange(400)}/{rng.choice(FIELDS)}")
    return Account(
        functions=[f"{TEAMS[i % 8]}-{NOUNS[i // 8 % 10]}-{i:04d}" for i in range(functions)],
        parameters=sorted(names),
        secrets=[f"{STAGES[i % 3]}/{TEAMS[i % 8]}/{NOUNS[i // 8 % 10]}-{i:04d}" for i in range(secrets)],
        keys=["%08x-0000-4000-8000-%012x" % (rng.getrandbits(32), i) for i in range(keys)],
    )
