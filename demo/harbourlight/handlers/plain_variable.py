"""Uses a credential that stands in an environment variable."""

import os

from outside_world import connect


def handler_for(variable, system):
    credential = os.environ[variable]

    def handler(event, context):
        return {**connect(system, credential), "version": context.function_version}

    return handler
