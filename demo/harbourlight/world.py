"""What the modules of the set-up share: the account, what exists by now, and what is being written down about it."""

from dataclasses import dataclass, field

from harbourlight.account import Account
from harbourlight.description import Description
from harbourlight.outside import OutsideWorld
from harbourlight.values import Values


@dataclass
class SecretVersion:
    id: str
    value: str


@dataclass
class World:
    account: Account
    number: str
    values: Values = field(default_factory=Values)
    description: Description = field(default_factory=Description)
    outside: OutsideWorld = field(default_factory=OutsideWorld)
    arns: dict = field(default_factory=dict)  # a reference (secret:…, key:…, layer:…, role:…) and its ARN
    versions: dict = field(default_factory=dict)  # a secret's name and its versions, oldest first
    parameters: dict = field(default_factory=dict)  # a parameter's name and its current value
    contractor: tuple = ()  # the access key of the user who reads at night

    def client(self, service, region=None):
        return self.account.client(service, region) if region else self.account.client(service)

    def current(self, secret):
        return self.versions[secret][-1]
