"""Roles and users. People are roles: nobody of Harbourlight has a name."""

from harbourlight import moment, policies
from harbourlight.policies import allow

ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess"
READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess"
RESPONSE = """
    cloudformation:* cloudtrail:LookupEvents cloudtrail:DescribeTrails cloudtrail:GetTrailStatus
    cloudwatch:* dynamodb:* ec2:DescribeRegions guardduty:Get* guardduty:List*
    iam:Get* iam:List* iam:PassRole iam:SimulatePrincipalPolicy iam:CreateAccessKey iam:UpdateAccessKey iam:DeleteAccessKey
    iam:PutRolePolicy iam:DeleteRolePolicy iam:PutUserPolicy iam:DeleteUserPolicy
    kms:* lambda:* logs:* s3:* secretsmanager:* sqs:* ssm:* sts:* tag:GetResources
""".split()
CONTRACTOR = [
    allow(["secretsmanager:ListSecrets", "secretsmanager:DescribeSecret", "lambda:List*", "lambda:Get*"], "*"),
    allow(["ssm:DescribeParameters", "ssm:GetParameter*"], "*"),
]


def make_pipeline(iam, number):
    """The role that deploys; everything else is made by it."""
    with moment.ago(420):
        return _role(iam, "deployment-pipeline", policies.account_trust(number), attached=ADMINISTRATOR)


def make_others(world):
    iam = world.client("iam")
    trust = policies.account_trust(world.number)
    with moment.ago(400):
        for name, attached in (("auditor", READ_ONLY), ("incident-responder", None), ("on-call", None)):
            world.arns[f"role:{name}"] = _role(iam, name, trust, attached)
        for name in ("incident-responder", "on-call"):
            iam.put_role_policy(
                RoleName=name, PolicyName="respond", PolicyDocument=policies.document([allow(RESPONSE, "*")])
            )
        world.arns["role:platform-admin"] = _role(iam, "platform-admin", policies.LAMBDA_TRUST, ADMINISTRATOR)
    world.description.add(
        "roles", name="auditor", policy=READ_ONLY, why="reads every Lambda variable by ReadOnlyAccess"
    )
    world.description.add(
        "roles", name="platform-admin", policy=ADMINISTRATOR, why="three functions run as Administrator"
    )
    make_contractor(world, iam)


def make_contractor(world, iam):
    """A user with a key that is never rotated and rights that are far too wide: the reader at night."""
    with moment.ago(310):
        iam.create_user(UserName="reporting-contractor", Tags=[{"Key": "owner", "Value": "finance"}])
        prod = f"arn:aws:secretsmanager:*:{world.number}:secret:prod/"
        statements = CONTRACTOR + [
            allow(["secretsmanager:GetSecretValue"], [f"{prod}{each}" for each in ("orders/*", "payments/*", "mail/*")])
        ]
        iam.put_user_policy(
            UserName="reporting-contractor", PolicyName="reports", PolicyDocument=policies.document(statements)
        )
        key = iam.create_access_key(UserName="reporting-contractor")["AccessKey"]
    world.values.keep("user:reporting-contractor", key["SecretAccessKey"])
    world.description.add("users", name="reporting-contractor", accessKeyId=key["AccessKeyId"], keyAgeDays=310)
    world.contractor = key["AccessKeyId"], key["SecretAccessKey"]


def _role(iam, name, trust, attached=None):
    arn = iam.create_role(
        RoleName=name, AssumeRolePolicyDocument=policies.document(trust["Statement"]), MaxSessionDuration=43200
    )["Role"]["Arn"]
    if attached:
        iam.attach_role_policy(RoleName=name, PolicyArn=attached)
    return arn
