"""Who may read what by AWS's own managed policies, as AWS publishes them: moto serves their documents."""

import json

import pytest

TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]})

# By AWS's documents: who may read every secret, every parameter, the variables of every function; who may change rights.
SECRETS, PARAMETERS, VARIABLES, RIGHTS = "secrets", "parameters", "variables", "rights"
EXPECTED = {
    "AdministratorAccess": {SECRETS, PARAMETERS, RIGHTS},
    "PowerUserAccess": {SECRETS, PARAMETERS, VARIABLES},
    "ReadOnlyAccess": {PARAMETERS, VARIABLES},
    "SecurityAudit": {VARIABLES},
    "job-function/ViewOnlyAccess": {VARIABLES},
    "AWSLambda_ReadOnlyAccess": {VARIABLES},
    "AWSLambda_FullAccess": {VARIABLES},
    # It lists functions too, and that list has their variables.
    "SecretsManagerReadWrite": {SECRETS, VARIABLES},
    "AmazonSSMReadOnlyAccess": {PARAMETERS},
    "IAMFullAccess": {RIGHTS},
    "service-role/AWSLambdaBasicExecutionRole": set(),
    "service-role/AWSLambdaVPCAccessExecutionRole": set(),
    "AWSXRayDaemonWriteAccess": set(),
    "CloudWatchReadOnlyAccess": set(),
}


@pytest.fixture(scope="module")
def roles(moto):
    """A role for each policy, a secret, a parameter, and a function with a secret in a variable."""
    iam = moto.client("iam")
    made = {}
    for policy in EXPECTED:
        name = "by-" + policy.split("/")[-1]
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST)
        iam.attach_role_policy(RoleName=name, PolicyArn=f"arn:aws:iam::aws:policy/{policy}")
        made[policy] = f"role:{name}"
    runs = iam.create_role(RoleName="runs-holds-one", AssumeRolePolicyDocument=TRUST)["Role"]["Arn"]
    moto.client("secretsmanager").create_secret(Name="managed/one", SecretString="v4lue-of-managed-one")
    moto.client("ssm").put_parameter(Name="/managed/two", Type="SecureString", Value="v4lue-of-managed-two")
    moto.client("lambda").create_function(
        FunctionName="holds-one", Role=runs, Runtime="python3.13", Handler="a.b", Code={"ZipFile": b"-"},
        Environment={"Variables": {"STRIPE_API_KEY": "k" + "7Qa9Zx2Lm4Vb6Nc8" * 2}})
    return made


@pytest.fixture
def curtain(on_moto):
    return on_moto


def readers(curtain, ref):
    done = curtain.run("used-by", ref, "-o", "json")
    assert done.returncode in (0, 4), done.stderr.decode()
    return {row["ref"]: row for row in json.loads(done.stdout)}


def test_who_may_read_a_value(curtain, roles):
    for ref, what in (("secret:managed/one", SECRETS), ("param:/managed/two", PARAMETERS)):
        found = readers(curtain, ref)
        said = {policy for policy, role in roles.items() if role in found}
        assert said == {policy for policy, rights in EXPECTED.items() if what in rights}, ref
        for policy in said:
            assert found[roles[policy]]["certainty"] == "sure"
            assert policy.split("/")[-1] in found[roles[policy]]["evidence"][0]["detail"]


def test_the_findings_about_readers(curtain, roles):
    done = curtain.run("check", "-o", "json")
    assert done.returncode == 3, done.stderr.decode()
    rows = json.loads(done.stdout)

    def of(rule):
        return {policy for policy, role in roles.items() if any(r["rule"] == rule and r["ref"] == role for r in rows)}

    assert of("administrator") == {policy for policy, rights in EXPECTED.items() if RIGHTS in rights}
    assert of("variable-reader") == {policy for policy, rights in EXPECTED.items() if VARIABLES in rights}
    assert of("wildcard-reader") == {
        policy for policy, rights in EXPECTED.items() if rights & {SECRETS, PARAMETERS} and RIGHTS not in rights}
    # Reading Lambda's configuration is told call by call.
    audit = next(row for row in rows if row["rule"] == "variable-reader" and row["ref"] == roles["SecurityAudit"])
    assert "lambda:GetFunctionConfiguration" in audit["evidence"] and "lambda:ListFunctions" in audit["evidence"]
