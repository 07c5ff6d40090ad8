"""Names that attack the screen: tags and descriptions with escape sequences, right-to-left marks, emoji, much text.

AWS refuses some of these in some fields (a tag of Secrets Manager may not have an escape); the console must not count
on that. They are listed without the control characters' effect in tests/test_hostile_names.py.
"""

from harbourlight import moment

ESCAPES = "\x1b]0;owned\x07\x1b[2J\x1b[31mred\x1b[0m"
CLIPBOARD = "\x1b]52;c;cm0gLXJmIC8K\x07"
DEVICE_CONTROL = "\x1bP+q544e\x1b\\"
CARRIAGE_RETURN = "harmless\rDELETED"
RIGHT_TO_LEFT = "invoice\u202egpj.exe\u202c \u2066isolated\u2069 \u200fmark"
EMOJI = "🔥👩‍👩‍👧‍👦🏳️‍🌈é̂̃̄ 漢字 ﷽"
ZERO_WIDTH = "pay\u200bments\u200d\ufeff\U000e0041"
C1_CONTROLS = "\x9b31mC1\x85next"
LOOK_ALIKE = "раyments-сheckout"  # Cyrillic a, p and c
LONG = ("All work and no play makes the catalogue a dull read. " * 40)[:2048]
ALL = {
    "escapes": ESCAPES,
    "clipboard": CLIPBOARD,
    "device-control": DEVICE_CONTROL,
    "carriage-return": CARRIAGE_RETURN,
    "right-to-left": RIGHT_TO_LEFT,
    "emoji": EMOJI,
    "zero-width": ZERO_WIDTH,
    "c1": C1_CONTROLS,
    "look-alike": LOOK_ALIKE,
}


def make(world):
    with moment.ago(30):
        _function(world)
        _parameters(world)
        _secret(world)
        _key(world)


def _function(world):
    client = world.client("lambda")
    arn = f"arn:aws:lambda:eu-west-1:{world.number}:function:catalogue-attributes"
    client.tag_resource(
        Resource=arn, Tags={"note": ESCAPES, "owner": RIGHT_TO_LEFT, EMOJI: "emoji", "look": LOOK_ALIKE}
    )
    _remember(world, "fn:catalogue-attributes", "tags")


def _parameters(world):
    client = world.client("ssm")
    for number, (kind, text) in enumerate(sorted(ALL.items()), 1):
        name = f"/dev/platform/audit/{['url', 'log-level', 'timeout-seconds'][number % 3]}"
        client.add_tags_to_resource(ResourceType="Parameter", ResourceId=name, Tags=[{"Key": kind, "Value": text}])
    for name, text in (
        ("/staging/platform/audit/url", CLIPBOARD + CARRIAGE_RETURN),
        ("/staging/platform/audit/log-level", RIGHT_TO_LEFT + EMOJI),
    ):
        client.put_parameter(
            Name=name, Value="https://example.invalid", Type="String", Overwrite=True, Description=text
        )
        _remember(world, f"param:{name}", "description")
    _remember(world, "param:/dev/platform/audit/url", "tags")


def _secret(world):
    """A secret that is hostile from top to bottom, its value too."""
    client = world.client("secretsmanager")
    value = f"hostile-{ESCAPES}{CARRIAGE_RETURN}{RIGHT_TO_LEFT}"
    made = client.create_secret(
        Name="dev/platform/hostile",
        SecretString=value,
        Description=LONG,
        Tags=[{"Key": kind, "Value": text} for kind, text in ALL.items()],
    )
    world.values.keep(f"secret:dev/platform/hostile@{made['VersionId']}", value)
    _remember(world, "secret:dev/platform/hostile", "tags, description of 2 KB, value")


def _key(world):
    client = world.client("kms")
    key = client.create_key(
        Description=DEVICE_CONTROL + C1_CONTROLS + LONG, Tags=[{"TagKey": "note", "TagValue": ZERO_WIDTH}]
    )
    client.create_alias(AliasName="alias/harbourlight/notes", TargetKeyId=key["KeyMetadata"]["KeyId"])
    _remember(world, "key:alias/harbourlight/notes", "description of 2 KB, tags")


def _remember(world, ref, where):
    world.description.add("hostile", ref=ref, where=where)
