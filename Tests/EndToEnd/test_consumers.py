"""Who uses what in the demo account: every edge that the set-up wrote down, and those that it did not plant as one."""

import json

import pytest

from conftest import demo_account

NOTE = ("--note", "an end-to-end test")


@pytest.fixture(scope="module")
def ministack(tmp_path_factory):
    """An account of its own: reading values makes AWS tell a new last access."""
    yield from demo_account(tmp_path_factory)


def rows(done, *statuses):
    assert done.returncode in (statuses or (0,)), done.stderr.decode()
    return json.loads(done.stdout)


def by_ref(found):
    return {row["ref"]: row for row in found}


def kinds(row):
    return {each["kind"] for each in row["evidence"]}


def no_value_in(ministack, *texts):
    for text in texts:
        for value in ministack.planted.values():
            if len(value) > 8:
                assert value.encode() not in text


def test_the_orders_database(curtain, ministack):
    """Fourteen readers: six by ARN, four through the extension, three copies, one by policy only; and who may besides."""
    found = by_ref(rows(curtain.run("used-by", "secret:prod/orders/db", "-o", "json", *NOTE)))
    by_arn = [f"fn:{name}" for name in (
        "payments-checkout", "payments-capture", "payments-refund", "shipping-dispatch", "mail-order-confirmation",
        "catalogue-stock-sync",
    )]
    by_extension = [f"fn:{name}" for name in ("payments-ledger", "shipping-track", "shipping-returns", "mail-invoice")]
    copies = ["fn:payments-reconcile", "fn:catalogue-price-import", "fn:shipping-manifest"]
    for ref in by_arn:
        assert found[ref]["certainty"] == "sure" and {"reference", "policy"} <= kinds(found[ref]), ref
        assert found[ref]["via"] == f"env:{ref[3:]}/ORDERS_DB_SECRET_ARN"
    for ref in by_extension:
        assert found[ref]["certainty"] == "sure" and "extension" in kinds(found[ref]), ref
    for ref in copies:
        assert kinds(found[ref]) == {"sameValue"}, ref
        assert found[ref]["via"] == f"env:{ref[3:]}/DB_PASSWORD"
    assert [found[ref]["certainty"] for ref in copies] == ["sure", "sure", "likely"]
    by_policy = {ref for ref, row in found.items() if kinds(row) == {"policy"}}
    assert by_policy == {
        "fn:platform-backup-check", "fn:platform-access-review", "fn:platform-cron-cleanup", "fn:platform-status-page",
        # People, and roles that are no function's, by their own policies.
        "role:incident-responder", "role:deployment-pipeline", "role:on-call", "user:reporting-contractor",
    }
    expected = {row["function"] for row in ministack.description["readers"] if row["ref"] == "secret:prod/orders/db"}
    assert expected == {*by_arn, *by_extension, *copies, "fn:platform-backup-check"}
    assert set(found) == expected | by_policy


def test_every_reader_that_the_set_up_wrote_down(curtain, ministack):
    readers = [row for row in ministack.description["readers"] if row.get("region", "eu-west-1") == "eu-west-1"]
    names = sorted({row["ref"] for row in readers if row["ref"] != "secret:prod/orders/db"})
    expected_kind = {"reference": "reference", "extension": "extension", "policy": "policy", "template": "template"}
    for ref in names:
        found = by_ref(rows(curtain.run("used-by", ref, "-o", "json")))
        for row in (row for row in readers if row["ref"] == ref and row["via"] in expected_kind):
            assert expected_kind[row["via"]] in kinds(found[row["function"]]), (ref, row)


@pytest.mark.parametrize("function", ["payments-capture", "shipping-label", "platform-backup-check", "payments-dispute"])
def test_reach_is_the_inverse(curtain, function):
    for row in rows(curtain.run("reach", f"fn:{function}", "-o", "json")):
        back = by_ref(rows(curtain.run("used-by", row["ref"], "-o", "json")))
        assert back[f"fn:{function}"]["evidence"] == row["evidence"], row["ref"]


def test_keys_and_ciphertexts(curtain, ministack):
    for planted in ministack.description["ciphertexts"]:
        found = by_ref(rows(curtain.run("used-by", f"key:{planted['key']}", "-o", "json")))
        evidence = [each for each in found[planted["function"]]["evidence"] if each["kind"] == "reference"]
        assert any(planted["variable"] in each["detail"] for each in evidence), planted
    archive = by_ref(rows(curtain.run("used-by", "key:alias/harbourlight/archive", "-o", "json")))
    assert {each["rule"] for each in archive["fn:mail-feedback"]["evidence"]} >= {"environmentKey", "ciphertext"}


def test_the_same_value_where_it_does_not_belong(curtain):
    found = by_ref(rows(curtain.run("used-by", "env:platform-telemetry-relay/TELEMETRY_API_KEY", "-o", "json")))
    assert set(found) == {"fn:platform-telemetry-relay", "fn:shipping-eta"}
    assert found["fn:shipping-eta"]["via"] == "env:shipping-eta/STATS_TOKEN"


def test_a_path_is_readable_below(curtain):
    found = by_ref(rows(curtain.run("used-by", "param:/prod/legacy/db", "-o", "json")))
    assert [each["rule"] for each in found["fn:platform-config-read"]["evidence"]] == ["allowedByPath"]


def test_drift_by_times_and_by_fingerprints(curtain, ministack):
    planted = {row["ref"]: row for row in ministack.description["drift"]}
    by_time = by_ref(rows(curtain.run("drift", "-o", "json"), 3))
    assert set(by_time) == {ref for ref, row in planted.items() if "stack" in row}
    everything = by_ref(rows(curtain.run("drift", "-o", "json", *NOTE), 3))
    assert set(everything) == set(planted)
    for ref, row in everything.items():
        assert (row["source"], row["holds"]) == (planted[ref]["source"], planted[ref]["holds"]), ref
        assert row["fix"].startswith("curtain plan ")
    done = curtain.run("drift", "secret:prod/mail/smtp", *NOTE)
    assert done.returncode == 0 and b"nothing that can be seen holds an older value" in done.stderr
    one = by_ref(rows(curtain.run("drift", "fn:shipping-manifest", "-o", "json", *NOTE), 3))
    assert set(one) == {ref for ref in planted if ref.startswith("env:shipping-manifest/")} != set()
    assert curtain.run("drift", "fn:payments-checkout").returncode == 0
    assert curtain.run("drift", "fn:nope").returncode == 66


def test_comparing_with_stored_values_needs_a_note_that_is_on_record(curtain, ministack):
    assert not curtain.events()
    rows(curtain.run("used-by", "secret:prod/orders/db", "-o", "json"))
    assert not curtain.events()
    done = curtain.run("used-by", "secret:prod/orders/db", "--note", "x")
    assert done.returncode == 77 and not curtain.events()
    done = curtain.run("used-by", "secret:prod/orders/db", "--read-only", *NOTE)
    assert done.returncode == 77 and not curtain.events()
    done = curtain.run("drift", "secret:prod/orders/db", *NOTE)
    events = [each["event"] for each in curtain.events()]
    assert events == ["session.started", *["compare.requested", "compare.done"] * 2, "session.ended"]
    no_value_in(ministack, done.stdout, done.stderr, (curtain.state / "audit.jsonl").read_bytes())


def test_the_reader_at_night(curtain, ministack):
    planted = ministack.description["access"][0]
    # Until three o'clock last night's first events are a little more than a day ago.
    span = ("--since", "25h")
    for ref in planted["read"]:
        found = rows(curtain.run("access", ref, *span, "-o", "json"))
        theirs = [row for row in found if row["actor"] == planted["actor"]]
        assert any(row["sourceIP"] == planted["sourceIP"] for row in theirs), ref
        assert all("newReader" in row["marks"] for row in theirs), ref
    refused = rows(curtain.run("access", planted["refused"][0], *span, "-o", "json"))
    assert any(row["actor"] == planted["actor"] and row["errorCode"] for row in refused)
    night = rows(curtain.run("access", "secret:prod/orders/db", "--by", "reader", *span, "-o", "json"))
    theirs = next(place for place, row in enumerate(night) if row["actor"] == planted["actor"])
    assert {"newReader", "unusualHour"} <= set(night[theirs]["marks"])
    assert all({"newReader", "unusualHour"} & set(row["marks"]) for row in night[:theirs]), "an everyday reader first"
    plot = curtain.run("access", "secret:prod/orders/db", "--by", "hour", *span).stdout.decode().splitlines()
    marked = [line for line in plot if "!" in line]
    assert any(" 02:00 |#" in line for line in marked), plot


def test_cloudtrail_is_evidence_and_asked_once(curtain):
    found = by_ref(rows(curtain.run("used-by", "secret:prod/orders/db", "--since", "9d", "-o", "json")))
    for ref in ("fn:payments-checkout", "role:on-call", "user:reporting-contractor"):
        assert "cloudTrail" in kinds(found[ref]), ref
    again = curtain.run("used-by", "secret:prod/orders/db", "-v", "-o", "json")
    assert by_ref(rows(again))["user:reporting-contractor"]["certainty"] == "sure"
    assert b"LookupEvents" not in again.stderr


def test_pictures(curtain):
    for form, start in (("graphviz", "digraph {"), ("mermaid", "flowchart LR"), ("svg", "<svg ")):
        done = curtain.run("used-by", "secret:prod/orders/db", "--format", form)
        assert done.returncode == 0 and done.stdout.decode().startswith(start)
        assert "fn:payments-checkout" in done.stdout.decode()
    assert curtain.run("used-by", "secret:prod/orders/db", "--format", "svg", "-o", "json").returncode == 64


def test_what_is_not_there_and_what_cannot_be_seen(curtain, ministack):
    for ref in ("secret:nope", "fn:nope", "env:payments-checkout/NOPE", "key:alias/nope", "stack:nope"):
        assert curtain.run("used-by", ref).returncode == 66, ref
    iam = ministack.client("iam")
    iam.put_role_policy(
        RoleName="incident-responder",
        PolicyName="no-iam",
        PolicyDocument=json.dumps(
            {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "iam:*", "Resource": "*"}]}
        ),
    )
    try:
        done = curtain.run("used-by", "secret:prod/orders/db", "-o", "json")
    finally:
        iam.delete_role_policy(RoleName="incident-responder", PolicyName="no-iam")
    found = by_ref(rows(done, 4))
    assert found["fn:payments-checkout"]["certainty"] == "likely"
    assert b"not seen: " in done.stderr


def test_no_value_is_printed_or_kept(curtain, ministack):
    texts = []
    for command in (
        ("used-by", "secret:prod/orders/db", "-v", *NOTE), ("reach", "fn:payments-reconcile", "-o", "json", *NOTE),
        ("drift", "-o", "json", *NOTE), ("used-by", "stack:mail-newsletter"), ("access", "--since", "7d", "--calls", "20", "-o", "json"),
    ):
        done = curtain.run(*command)
        texts += [done.stdout, done.stderr]
    texts += [path.read_bytes() for path in curtain.home.rglob("*") if path.is_file() and path.name != "fingerprint.key"]
    no_value_in(ministack, *texts)


def test_what_only_curtain_has_read_is_still_unused(curtain):
    """Last in this file: AWS takes the reads of the tests above for uses, and this installation knows of its own only."""
    unused = {"secret:dev/orders/db", "secret:staging/orders/db", "secret:prod/platform/client-certificate"}
    rows(curtain.run("drift", "-o", "json", *NOTE), 3)
    found = by_ref(rows(curtain.run("check", "--rule", "unused-secret", "-o", "json"), 3))
    # That somebody else had read this one too is seen in CloudTrail only.
    assert set(found) == unused | {"secret:prod/mail/smtp"}
    assert all("last read by curtain itself" in row["evidence"] for row in found.values())
    rows(curtain.run("access", "secret:prod/mail/smtp", "--since", "25h", "-o", "json"))
    found = by_ref(rows(curtain.run("check", "--rule", "unused-secret", "-o", "json"), 0, 3))
    assert "secret:prod/mail/smtp" not in found
