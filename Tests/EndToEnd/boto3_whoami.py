"""What boto3 makes of an environment: prints the key, the region and the retry settings, or the kind of its error."""

import json
import sys

import boto3
import botocore.exceptions

try:
    session = boto3.Session(profile_name=sys.argv[1] if len(sys.argv) > 1 else None)
    credentials = session.get_credentials()
    answer = {"region": session.region_name}
    if credentials is None:
        answer["error"] = "none"
    else:
        answer["accessKeyId"] = credentials.get_frozen_credentials().access_key
        if session.region_name:
            client = session.client("sts")
            client.get_caller_identity()
            answer["endpoint"] = client.meta.endpoint_url
        else:
            answer["error"] = "no region"
except (botocore.exceptions.BotoCoreError, botocore.exceptions.ClientError, ValueError, OSError, EOFError) as error:
    answer = {"error": type(error).__name__}
print(json.dumps(answer))
