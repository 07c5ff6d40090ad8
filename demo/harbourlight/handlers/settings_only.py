"""Holds no secret: answers with its own version."""


def handler_for():
    def handler(event, context):
        return {"version": context.function_version}

    return handler
