"""What has drifted is mended by the plan that its row names, and the row is gone then."""

import json

import pytest

from conftest import demo_account


@pytest.fixture(scope="module")
def ministack(tmp_path_factory):
    """A demo account of this file's own: it does not look the same afterwards."""
    yield from demo_account(tmp_path_factory)


def drift(curtain, *arguments):
    done = curtain.run("drift", *arguments, "-o", "json")
    assert done.returncode in (0, 3), done.stderr.decode()
    return {row["ref"]: row for row in json.loads(done.stdout)}


def plan(curtain, command, *arguments):
    name, *words = command.split(" ")
    assert name == "curtain"
    done = curtain.run(*words, *arguments, "-o", "json")
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def apply(curtain, made, **rest):
    done = curtain.run("apply", made["id"], "--yes", "--note", "an end-to-end test", "--weight", "0", **rest)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


def variables(ministack, function, qualifier="live"):
    answer = ministack.client("lambda").get_function_configuration(FunctionName=function, Qualifier=qualifier)
    return answer["Environment"]["Variables"]


def test_a_value_that_a_stack_resolved_before_is_resolved_anew(curtain, ministack):
    row = drift(curtain)["env:payments-dispute/STRIPE_API_KEY"]
    assert row["rule"] == "resolvedBefore"
    assert row["plan"]["command"] == "curtain plan redeploy fn:payments-dispute --deploy-stacks"
    # A new start alone brings nothing, and its plan says so.
    alone = plan(curtain, "curtain plan redeploy fn:payments-dispute")
    assert any("--deploy-stacks" in words for words in alone["warnings"])
    made = plan(curtain, row["plan"]["command"])
    assert [step["action"] for step in made["steps"]][:2] == ["proposeStackUpdate", "deployStack"]
    secret = ministack.client("secretsmanager").get_secret_value(SecretId="prod/payments/stripe")
    key = json.loads(secret["SecretString"])["apiKey"]
    assert variables(ministack, "payments-dispute")["STRIPE_API_KEY"] != key
    apply(curtain, made)
    assert variables(ministack, "payments-dispute")["STRIPE_API_KEY"] == key
    assert "env:payments-dispute/STRIPE_API_KEY" not in drift(curtain)


def test_a_copy_of_an_older_version_gets_the_value_that_is_given(curtain, ministack):
    ref = "env:catalogue-price-import/DB_PASSWORD"
    note = ("--note", "an end-to-end test")
    row = drift(curtain, *note)[ref]
    assert (row["rule"], row["plan"]["command"]) == ("copied", f"curtain plan set {ref}")
    secret = ministack.client("secretsmanager").get_secret_value(SecretId="prod/orders/db")
    password = json.loads(secret["SecretString"])["password"]
    made = plan(curtain, row["plan"]["command"])
    done = curtain.run(
        "apply", made["id"], "--yes", *note, "--weight", "0", "--value-stdin", input=password.encode())
    assert done.returncode == 0, done.stderr.decode()
    assert variables(ministack, "catalogue-price-import")["DB_PASSWORD"] == password
    assert ref not in drift(curtain, *note)
