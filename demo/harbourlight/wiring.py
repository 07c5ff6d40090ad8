"""What calls the functions and how they are routed: a queue, an address, weights, concurrency."""

from harbourlight import moment
from harbourlight.release import wait_until_ready


def make(world):
    client = world.client("lambda")
    with moment.ago(60):
        _queue(world, client)
        _address(world, client)
        client.put_function_concurrency(FunctionName="payments-capture", ReservedConcurrentExecutions=20)
        client.put_provisioned_concurrency_config(
            FunctionName="payments-checkout", Qualifier="live", ProvisionedConcurrentExecutions=2
        )
        client.update_alias(
            FunctionName="catalogue-search",
            Name="live",
            FunctionVersion="2",
            RoutingConfig={"AdditionalVersionWeights": {"3": 0.1}},
        )
    world.description.add("wiring", ref="alias:catalogue-search/live", finding="weights of someone else: 3 at 10 %")
    world.description.add("wiring", ref="fn:payments-capture", finding="reserved concurrency 20")
    world.description.add("wiring", ref="fn:payments-checkout@live", finding="provisioned concurrency 2")


def _queue(world, client):
    sqs = world.client("sqs")
    queue = sqs.create_queue(QueueName="orders-confirmed")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    wait_until_ready(client, "mail-order-confirmation")
    mapping = client.create_event_source_mapping(
        EventSourceArn=arn, FunctionName="mail-order-confirmation:live", BatchSize=10
    )
    world.description.add(
        "wiring", ref=f"esm:{mapping['UUID']}", finding="orders-confirmed to mail-order-confirmation@live"
    )


def _address(world, client):
    client.create_function_url_config(FunctionName="payments-webhook-stripe", Qualifier="live", AuthType="NONE")
    client.add_permission(
        FunctionName="payments-webhook-stripe",
        Qualifier="live",
        StatementId="public",
        Action="lambda:InvokeFunctionUrl",
        Principal="*",
        FunctionUrlAuthType="NONE",
    )
    world.description.add("wiring", ref="url:payments-webhook-stripe", finding="address that anybody may call")
