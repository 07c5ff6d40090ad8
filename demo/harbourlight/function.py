"""What a function of Harbourlight is, before it exists."""

from dataclasses import dataclass, field


@dataclass
class App:
    """Its code: a module of `handlers`, and the arguments of that module's `handler_for`."""

    module: str
    arguments: dict = field(default_factory=dict)
    files: dict = field(default_factory=dict)  # more files beside the code


@dataclass
class Release:
    """A published version: how many days ago, and what differed in the variables then."""

    days: float
    variables: dict = field(default_factory=dict)


@dataclass
class Function:
    """`releases` are published oldest first; alias `live` points at the last unless `live` says which (from 1)."""

    name: str
    app: App
    variables: dict = field(default_factory=dict)
    reads: list = field(default_factory=list)  # references; its role may read these
    releases: list = field(default_factory=lambda: [Release(190), Release(64), Release(11)])
    live: int = 0
    unreleased: dict = field(default_factory=dict)  # variables changed in $LATEST since the last release
    region: str = "eu-west-1"
    role: str = ""  # a role of its own unless given
    layers: list = field(default_factory=list)
    kms_key: str = ""
    description: str = ""
    runtime: str = "python3.13"
    memory: int = 256
    works: bool = True  # the version behind `live` does its work
    statements: list = field(default_factory=list)  # more of its role's policy

    @property
    def team(self):
        return self.name.split("-")[0]
