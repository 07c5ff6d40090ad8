"""Findings, costs and the comparison of stores on the demo account, in a terminal."""

import pytest


@pytest.fixture
def console(curtain):
    with curtain.console(columns=160, rows=50) as terminal:
        terminal.wait("payments-checkout")
        yield terminal


def test_findings_by_severity_and_their_fixes(console):
    console.command("check")
    console.wait("Findings")
    console.wait("CRITICAL")
    console.press("Enter")
    screen = console.wait("Findings of severity critical or worse")
    screen = console.wait("fix:")
    assert "CRITICAL" in screen and "\n│ LOW" not in screen
    console.press("j", "j", "j", "j", "Enter")
    console.wait("5 ")


def test_costs_and_limits(console):
    console.command("cost")
    # A picture may be taken while the lines below are still being painted.
    for words in ("a month, prices as of", "Secrets Manager", "LIMITS", "98%"):
        console.wait(words)


def test_the_four_stores_for_a_secret(console):
    for command, there in (("sec", "prod/orders/db"), ("ssm", "/dev/")):
        console.command(command)
        console.wait(there)
    console.command("stores secret:prod/orders/db")
    screen = console.wait("THE FOUR STORES")
    assert "it is here" in screen and "against it" in screen


def test_the_fix_of_a_drift_begins_a_plan(console):
    console.command("drift")
    console.wait("fix:")
    console.press("/")
    console.type("plan redeploy")
    console.press("Enter", "Enter")
    # A stack that is to resolve anew leaves nothing to be asked: the plan is there, and nothing is changed.
    screen = console.wait("Apply it")
    assert "propose stack update" in screen and "No value changes." in screen
