"""Values and settings set by a plan: made, changed, deleted, restored, there and back."""

import json

import pytest
from conftest import demo_account
from world import World

NOTE = "a test of set"


@pytest.fixture(scope="module")
def ministack(tmp_path_factory):
    """An account of this file's own: it does not look the same afterwards."""
    yield from demo_account(tmp_path_factory)


@pytest.fixture
def world(tmp_path, ministack):
    return World(tmp_path, ministack)


@pytest.fixture
def second_opinion(tmp_path, moto):
    """ministack cannot take replicas away or switch a rotation off."""
    return World(tmp_path, moto)


def plan(world, reference, *options):
    made = world.curtain("plan", "set", reference, *options, "-o", "json")
    assert made.status == 0, made.error
    assert "c4nary" not in made.error and b"c4nary" not in made.output
    return made.json


def run(world, verb, made, *options, stdin=b"", status=0):
    done = world.curtain(verb, made["id"], "--yes", "--note", NOTE, *options, "-o", "json", stdin=stdin)
    assert done.status == status, done.error
    assert "c4nary" not in done.error and b"c4nary" not in done.output
    return done


def apply(world, made, *options, **more):
    return run(world, "apply", made, *options, **more)


def actions(made):
    return [step["action"] for step in made["steps"]]


def current(world, name):
    return world.client("secretsmanager").get_secret_value(
        SecretId=name, VersionStage="AWSCURRENT")["SecretString"]


def parameter(world, name):
    return world.client("ssm").get_parameter(Name=name, WithDecryption=True)["Parameter"]["Value"]


def no_value_is_left(world):
    for path in world.home.rglob("*"):
        if path.is_file():
            assert b"c4nary" not in path.read_bytes(), path


def test_a_secret_is_made_changed_and_taken_back(world):
    made = plan(world, "secret:set/new", "--create", "--description", "for tests", "--tag", "owner=platform")
    assert actions(made) == ["createSecret"]
    apply(world, made, "--value-stdin", stdin=b'{"user":"app","password":"c4nary-1"}\n')
    described = world.client("secretsmanager").describe_secret(SecretId="set/new")
    assert described["Description"] == "for tests"
    assert described["Tags"] == [{"Key": "owner", "Value": "platform"}]
    assert current(world, "set/new") == '{"user":"app","password":"c4nary-1"}'

    changed = plan(world, "secret:set/new#/password")
    apply(world, changed, "--value-stdin", stdin=b"c4nary-2")
    assert json.loads(current(world, "set/new")) == {"user": "app", "password": "c4nary-2"}
    run(world, "rollback", changed)
    assert json.loads(current(world, "set/new"))["password"] == "c4nary-1"

    added = plan(world, "secret:set/new#/token", "--create", "--generate", "24", "--no-punctuation")
    apply(world, added)
    assert len(json.loads(current(world, "set/new"))["token"]) == 24
    gone = plan(world, "secret:set/new#/token", "--delete")
    apply(world, gone)
    assert json.loads(current(world, "set/new")) == {"user": "app", "password": "c4nary-1"}
    no_value_is_left(world)
    events = [line["event"] for line in world.audit]
    assert events.count("plan.made") == 4 and events.count("apply.rolledBack") >= 1
    assert world.curtain("audit", "verify").status == 0


def test_json_is_checked_before_it_is_sent_and_can_be_given_once_more(world):
    manager = world.client("secretsmanager")
    manager.create_secret(Name="set/json", SecretString='{"a":"c4nary-1"}')
    made = plan(world, "secret:set/json")
    refused = apply(world, made, "--value-stdin", stdin=b'{"a":"c4nary', status=65)
    assert "byte" in refused.error and "--any-form" in refused.error
    large = apply(world, made, "--value-stdin", stdin=b'{"a":"' + b"x" * 65_536 + b'"}', status=65)
    assert "65536" in large.error
    apply(world, made, "--value-stdin", stdin=b'{"a":"c4nary-2"}')
    assert current(world, "set/json") == '{"a":"c4nary-2"}'


def test_settings_of_a_secret_there_and_back(world):
    manager = world.client("secretsmanager")
    key = world.client("kms").create_key()["KeyMetadata"]["Arn"]
    manager.create_secret(Name="set/settings", SecretString="c4nary-1", Tags=[{"Key": "old", "Value": "1"}])
    policy = {"Version": "2012-10-17", "Statement": [{
        "Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::000000000000:root"},
        "Action": "secretsmanager:DeleteSecret", "Resource": "*"}]}
    (world.home / "policy.json").write_text(json.dumps(policy, indent=2))
    before = manager.describe_secret(SecretId="set/settings")
    made = plan(
        world, "secret:set/settings", "--description", "d", "--tag", "owner=me", "--untag", "old", "--key", key,
        "--resource-policy", "policy.json")
    assert actions(made) == ["changeKey", "changeDescription", "changeTags", "changeResourcePolicy"]
    apply(world, made)
    after = manager.describe_secret(SecretId="set/settings")
    assert after["Description"] == "d" and after["KmsKeyId"] == key
    assert after["Tags"] == [{"Key": "owner", "Value": "me"}]
    assert json.loads(manager.get_resource_policy(SecretId="set/settings")["ResourcePolicy"]) == policy
    assert list(after["VersionIdsToStages"]) == list(before["VersionIdsToStages"]), "no version is made"
    again = world.curtain("plan", "set", "secret:set/settings", "--description", "d")
    assert again.status == 64 and "nothing would change" in again.error
    run(world, "rollback", made)
    back = manager.describe_secret(SecretId="set/settings")
    assert back["Tags"] == before["Tags"]
    assert not back.get("Description")
    assert "ResourcePolicy" not in manager.get_resource_policy(SecretId="set/settings")


def test_replicas_there_and_back(second_opinion):
    world = second_opinion
    manager = world.client("secretsmanager")
    manager.create_secret(Name="set/replicas", SecretString="c4nary-1")

    def regions():
        return [each["Region"] for each in manager.describe_secret(SecretId="set/replicas").get("ReplicationStatus", [])]

    made = plan(world, "secret:set/replicas", "--replicate", "us-east-1", "--replicate", "eu-central-1")
    assert actions(made) == ["changeReplicas", "awaitReplicas"]
    apply(world, made)
    assert sorted(regions()) == ["eu-central-1", "us-east-1"]
    less = plan(world, "secret:set/replicas", "--no-replica", "us-east-1")
    assert actions(less) == ["changeReplicas"]
    apply(world, less)
    assert regions() == ["eu-central-1"]
    run(world, "rollback", less)
    assert sorted(regions()) == ["eu-central-1", "us-east-1"]
    gone = plan(world, "secret:set/replicas", "--delete")
    assert actions(gone) == ["changeReplicas", "deleteSecret"], "AWS deletes no secret that has replicas"
    keyed = plan(world, "secret:set/replicas", "--replicate", "us-west-2=alias/there")
    assert '"us-west-2":"alias/there"' in keyed["steps"][0]["call"]
    script = world.curtain("plan", "show", keyed["id"], "--aws").output.decode()
    assert "Region=us-west-2,KmsKeyId=alias/there" in script
    other = world.curtain("plan", "set", "secret:set/replicas", "--replicate", "us-east-1=alias/other")
    assert other.status == 64 and "its key stays" in other.error
    own = world.curtain("plan", "set", "secret:set/replicas", "--replicate", "eu-west-1")
    assert own.status == 64 and "is the region that" in own.error


def test_a_schedule_of_rotation(world):
    manager = world.client("secretsmanager")
    function = world.client("lambda").list_functions()["Functions"][0]["FunctionArn"]
    manager.create_secret(Name="set/rotation", SecretString="c4nary-1")
    alone = world.curtain("plan", "set", "secret:set/rotation", "--rotation", "30")
    assert alone.status == 64 and "--rotation-function" in alone.error
    made = plan(world, "secret:set/rotation", "--rotation", "30", "--rotation-function", function)
    assert actions(made) == ["changeRotation"]
    apply(world, made)
    after = manager.describe_secret(SecretId="set/rotation")
    assert after["RotationEnabled"] and after["RotationLambdaARN"] == function
    off = plan(world, "secret:set/rotation", "--rotation", "off")
    assert off["steps"][0]["call"] == "secretsmanager:CancelRotateSecret set/rotation"


def test_a_replica_is_planned_in_its_primary_region(second_opinion):
    world = second_opinion
    manager = world.client("secretsmanager")
    manager.create_secret(
        Name="set/replica", SecretString="c4nary-1", AddReplicaRegions=[{"Region": "us-east-1"}])
    made = world.curtain("plan", "set", "secret:set/replica", "--region", "us-east-1", "-o", "json")
    if made.status != 0:
        pytest.skip("this stand-in does not show replicas in their regions")
    assert made.json["region"] == "eu-west-1" and "planned in its region, eu-west-1" in made.error
    apply(world, made.json, "--value-stdin", stdin=b"c4nary-2")
    assert current(world, "set/replica") == "c4nary-2"


def test_a_secret_is_deleted_with_a_window_and_restored(world):
    manager = world.client("secretsmanager")
    manager.create_secret(Name="set/gone", SecretString="c4nary-1")
    made = plan(world, "secret:set/gone", "--delete", "--recovery-days", "7")
    assert actions(made) == ["deleteSecret"]
    apply(world, made)
    assert "DeletedDate" in manager.describe_secret(SecretId="set/gone")
    refused = world.curtain("plan", "set", "secret:set/gone", "--create")
    assert refused.status == 64 and "--restore" in refused.error
    run(world, "rollback", made)
    assert current(world, "set/gone") == "c4nary-1"
    apply(world, plan(world, "secret:set/gone", "--delete"))
    restored = plan(world, "secret:set/gone", "--restore")
    apply(world, restored)
    assert current(world, "set/gone") == "c4nary-1"
    assert world.curtain("plan", "set", "secret:set/gone", "--delete", "--recovery-days", "6").status == 64


def test_a_parameter_is_made_changed_restored_and_deleted(world):
    ssm = world.client("ssm")
    made = plan(
        world, "param:/set/p", "--create", "--generate", "20", "--tag", "owner=me", "--description", "first")
    assert actions(made) == ["createParameter", "changeTags"]
    apply(world, made)
    first = parameter(world, "/set/p")
    assert len(first) == 20
    changed = plan(world, "param:/set/p", "--new-value", "--description", "second")
    apply(world, changed, "--value-stdin", stdin=b"c4nary-2")
    history = ssm.get_parameter_history(Name="/set/p")["Parameters"]
    assert [each.get("Description") for each in history] == ["first", "second"]
    run(world, "rollback", changed)
    assert parameter(world, "/set/p") == first
    apply(world, plan(world, "param:/set/p", "--from-version", "2"))
    assert parameter(world, "/set/p") == "c4nary-2"
    apply(world, plan(world, "param:/set/p", "--tier", "Advanced"))
    assert parameter(world, "/set/p") == "c4nary-2"
    tags = plan(world, "param:/set/p", "--untag", "owner")
    assert actions(tags) == ["changeTags"]
    apply(world, tags)
    assert ssm.list_tags_for_resource(ResourceType="Parameter", ResourceId="/set/p")["TagList"] == []
    gone = plan(world, "param:/set/p", "--delete")
    assert any("no recovery window" in words for words in gone["cannotUndo"])
    apply(world, gone)
    with pytest.raises(ssm.exceptions.ParameterNotFound):
        ssm.get_parameter(Name="/set/p")
    no_value_is_left(world)


def test_a_variable_is_made_changed_and_deleted(world):
    functions = world.client("lambda")
    name = "platform-status-page"

    def variables():
        return functions.get_function_configuration(FunctionName=name)["Environment"]["Variables"]

    before = variables()
    assert world.curtain("plan", "set", f"env:{name}/SET_ME").status == 66
    made = plan(world, f"env:{name}/SET_ME", "--create")
    apply(world, made, "--value-stdin", stdin=b"c4nary-1")
    assert variables()["SET_ME"] == "c4nary-1"
    run(world, "rollback", made)
    assert "SET_ME" not in variables()
    apply(world, plan(world, f"env:{name}/SET_ME", "--create"), "--value-stdin", stdin=b"c4nary-1")
    apply(world, plan(world, f"env:{name}/SET_ME"), "--value-stdin", stdin=b"c4nary-2")
    assert variables()["SET_ME"] == "c4nary-2"
    gone = plan(world, f"env:{name}/SET_ME", "--delete")
    apply(world, gone)
    assert "SET_ME" not in variables()
    run(world, "rollback", gone)
    assert variables()["SET_ME"] == "c4nary-2"
    apply(world, plan(world, f"env:{name}/SET_ME", "--delete"))
    assert {key: text for key, text in variables().items() if key != "CURTAIN_PLAN"} == before


def test_names_that_differ_only_in_case(world):
    world.client("ssm").put_parameter(Name="/set/Case", Value="c4nary-1", Type="SecureString")
    missing = world.curtain("plan", "set", "param:/set/case")
    assert missing.status == 66 and "there is /set/Case: names that differ only in case" in missing.error
    made = plan(world, "param:/set/case", "--create")
    assert any("differs from /set/case only in case" in words for words in made["warnings"])


def test_read_only_mode_and_a_missing_note_change_nothing(world):
    world.client("ssm").put_parameter(Name="/set/ro", Value="c4nary-1", Type="SecureString")
    made = plan(world, "param:/set/ro")
    assert world.curtain("apply", made["id"], "--yes", "--value-stdin", stdin=b"c4nary-2").status == 77
    denied = world.curtain(
        "apply", made["id"], "--yes", "--note", NOTE, "--value-stdin", "--read-only", stdin=b"c4nary-2")
    assert denied.status == 77
    assert parameter(world, "/set/ro") == "c4nary-1"
