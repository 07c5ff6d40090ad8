"""The parameters: how many, which types, the one that expires, labels, and the one with 98 versions."""

from datetime import datetime, timezone

from harbourlight.special_parameters import PLAIN_SECRETS


def described(demo, name):
    return demo.pages("ssm", "describe_parameters", "Parameters", ParameterFilters=[{"Key": "Name", "Values": [name]}])[
        0
    ]


def test_three_hundred_in_three_stages(demo):
    names = [each["Name"] for each in demo.pages("ssm", "describe_parameters", "Parameters")]
    assert len(names) == 300
    assert {name.split("/")[1] for name in names} == {"prod", "staging", "dev"}


def test_string_where_it_should_be_secure(demo):
    assert {described(demo, name)["Type"] for name in PLAIN_SECRETS} == {"String"}
    assert {row["ref"] for row in demo.rows("parameters", finding="String where it should be SecureString")} == {
        f"param:{name}" for name in PLAIN_SECRETS
    }


def test_one_is_advanced_and_expires_in_two_days(demo):
    parameter = described(demo, "/prod/shipping/carrier/certificate-password")
    expires = datetime.fromisoformat(
        demo.rows("parameters", ref=f"param:{parameter['Name']}")[0]["expires"].replace("Z", "+00:00")
    )
    assert parameter["Tier"] == "Advanced" and 1 <= (expires - datetime.now(timezone.utc)).days < 2
    assert [each["PolicyType"] for each in parameter["Policies"]] == [
        "Expiration",
        "ExpirationNotification",
        "NoChangeNotification",
    ]


def test_labels(demo):
    client = demo.client("ssm")
    versions = client.get_parameter_history(Name="/prod/catalogue/price/formula")["Parameters"]
    assert [each["Labels"] for each in versions] == [["previous"], ["live"], ["candidate"]]
    assert client.get_parameter(Name="/prod/catalogue/price/formula:live")["Parameter"]["Version"] == 2


def test_one_has_98_versions_and_its_label_on_the_first(demo):
    versions = demo.pages("ssm", "get_parameter_history", "Parameters", Name="/prod/platform/feature-flags")
    assert len(versions) == 98 and versions[0]["Labels"] == ["known-good"]


def test_a_forgotten_copy_of_the_orders_password(demo):
    copy = demo.client("ssm").get_parameter(Name="/dev/platform/scratch/orders-db", WithDecryption=True)["Parameter"][
        "Value"
    ]
    assert copy == demo.variables("payments-reconcile")["DB_PASSWORD"]


def test_who_changed_them_and_when(demo):
    name = "/prod/catalogue/price/formula"
    assert described(demo, name)["LastModifiedUser"].endswith("assumed-role/deployment-pipeline/release-train")
    versions = demo.client("ssm").get_parameter_history(Name=name)["Parameters"]
    assert [(datetime.now(timezone.utc) - each["LastModifiedDate"]).days for each in versions] == [130, 70, 5]
