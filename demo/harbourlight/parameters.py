"""300 parameters under /prod, /staging and /dev, and five in the second region; the special ones are elsewhere."""

from harbourlight import moment, parallel
from harbourlight.account import REGION, SECOND_REGION
from harbourlight.special_parameters import make_special
from harbourlight.values import api_key, password

TOTAL = 300
SERVICES = {
    "payments": ["checkout", "refund", "invoice", "fraud", "payout"],
    "catalogue": ["search", "price", "image", "review", "feed"],
    "shipping": ["label", "track", "customs", "pickup", "rates"],
    "mail": ["order", "newsletter", "bounce", "digest", "template"],
    "platform": ["session", "audit", "status", "access", "export"],
}
SETTINGS = {"url": "https://{service}.{team}.harbourlight.example/v2", "timeout-seconds": "20", "log-level": "INFO"}
SECRETS = {"api-key": lambda: api_key("hl_"), "password": password}


def make(world):
    special = make_special(world)
    plain = _plain()[: TOTAL - special]
    parallel.each(lambda each: _put(world, *each), plain)
    for thing in ("url", "log-level", "timeout-seconds", "api-key", "password"):
        _put(world, f"/prod/edge/cdn/{thing}", "edge", "cdn", thing, 90, SECOND_REGION)


def _plain():
    """Names in an order that keeps those of /prod, which functions read."""
    return [
        (f"/{stage}/{team}/{service}/{thing}", team, service, thing, 20 + 7 * index % 300, REGION)
        for stage in ("prod", "staging", "dev")
        for index, (team, service) in enumerate((team, each) for team in SERVICES for each in SERVICES[team])
        for thing in [*SETTINGS, *SECRETS]
    ]


def _put(world, name, team, service, thing, days, region):
    if thing in SECRETS:
        kind, value = "SecureString", SECRETS[thing]()
        world.values.keep(f"param:{name}", value)
        world.outside.accepts(f"{team}-{service}", value)
    else:
        kind, value = "String", SETTINGS[thing].format(team=team, service=service)
    world.parameters[name] = value
    with moment.ago(days):
        world.client("ssm", region).put_parameter(
            Name=name, Value=value, Type=kind, Description=f"{service} {thing}", Tags=[{"Key": "team", "Value": team}]
        )
