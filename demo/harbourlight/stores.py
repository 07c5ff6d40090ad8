"""A table and a bucket for ciphertexts, and the bucket that stacks are deployed from."""

TABLE = "harbourlight-sealed"
BUCKET = "harbourlight-sealed"
DEPLOYMENTS = "harbourlight-deployments"


def make(world):
    world.client("dynamodb").create_table(
        TableName=TABLE,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    )
    for bucket in (BUCKET, DEPLOYMENTS):
        world.client("s3").create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})


def put_item(world, key, ciphertext):
    world.client("dynamodb").put_item(TableName=TABLE, Item={"id": {"S": key}, "ciphertext": {"B": ciphertext}})


def put_object(world, key, ciphertext):
    world.client("s3").put_object(Bucket=BUCKET, Key=key, Body=ciphertext)
