"""The Parameters and Secrets extension: the layer's name and owner are AWS's in eu-west-1, what is in it is ours."""

from harbourlight import moment
from harbourlight.account import Account
from harbourlight.packaging import extension_layer

PUBLISHER = "015030872274"  # the AWS account that publishes it in eu-west-1
NAME = "AWS-Parameters-and-Secrets-Lambda-Extension"


def make(world):
    """A 12-digit access key is that account's root to ministack, so that the layer can be another account's."""
    client = Account(world.account.endpoint, PUBLISHER, "test").client("lambda")
    with moment.ago(300):
        layer = client.publish_layer_version(
            LayerName=NAME, Content={"ZipFile": extension_layer()}, CompatibleRuntimes=["python3.12", "python3.13"]
        )
        client.add_layer_version_permission(
            LayerName=NAME,
            VersionNumber=layer["Version"],
            StatementId="public",
            Action="lambda:GetLayerVersion",
            Principal="*",
        )
    world.arns["layer:extension"] = layer["LayerVersionArn"]
