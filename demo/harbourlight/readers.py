"""The ways in which Harbourlight's functions come by their secrets: a Function each, and a line in the description."""

from harbourlight.function import App, Function

ORDERS = "prod/orders/db"


def _describe(world, name, ref, via, **more):
    world.description.add("readers", function=f"fn:{name}", ref=ref, via=via, **more)


def secret_by_arn(world, name, secret, system, variable, field=None, cache_seconds=0, region="eu-west-1", **more):
    """The ARN stands in a variable; read at run time."""
    _describe(world, name, f"secret:{secret}", "reference", variable=variable, region=region)
    app = App(
        "secret_at_run_time", {"system": system, "variable": variable, "field": field, "cache_seconds": cache_seconds}
    )
    return Function(name, app, {variable: world.arns[f"secret:{secret}"]}, [f"secret:{secret}"], region=region, **more)


def secret_by_extension(world, name, secret, system, variable, field):
    """The name stands in a variable; read through the extension layer."""
    _describe(world, name, f"secret:{secret}", "extension", variable=variable)
    app = App("secret_by_extension", {"system": system, "variable": variable, "field": field})
    return Function(
        name,
        app,
        {variable: secret, "SECRETS_MANAGER_TTL": "300"},
        [f"secret:{secret}"],
        layers=[world.arns["layer:extension"]],
    )


def secret_in_code(world, name, secret, system, field, statements):
    """Nothing in the configuration says so: the name is in the code, the right in a wildcard."""
    _describe(world, name, f"secret:{secret}", "policy")
    return Function(
        name, App("secret_at_run_time", {"system": system, "secret": secret, "field": field}), statements=statements
    )


def parameter(world, name, path, system, variable, field=None, cache_seconds=0, region="eu-west-1", **more):
    """The path stands in a variable; read at run time, without a version."""
    _describe(world, name, f"param:{path}", "reference", variable=variable, cacheSeconds=cache_seconds, region=region)
    app = App(
        "parameter_at_run_time",
        {"system": system, "variable": variable, "field": field, "cache_seconds": cache_seconds},
    )
    return Function(name, app, {variable: path}, [f"param:{path}"], region=region, **more)


def literal(world, name, value, system, variable, **more):
    """The value itself stands in a variable."""
    world.values.keep(f"env:{name}/{variable}", value)
    return Function(name, App("plain_variable", {"variable": variable, "system": system}), {variable: value}, **more)


def ciphertext(world, name, system, variable, held, key, kept="variable", reads=()):
    """A KMS ciphertext stands in a variable, or where the variable points to."""
    alias = f"alias/harbourlight/{key}"
    world.description.add("ciphertexts", function=f"fn:{name}", variable=variable, kept=kept, key=alias)
    app = App("ciphertext", {"system": system, "variable": variable, "kept": kept})
    return Function(name, app, {variable: held}, [f"key:{key}", *reads])


def copy(world, name, holds, stale, version="", drift=False):
    """Writes down that a variable has a copy of the orders database's password: of which version of the secret."""
    ref = f"env:{name}{version}/DB_PASSWORD"
    world.description.add("copies", ref=ref, of=f"secret:{ORDERS}", holds=holds, stale=stale)
    if not version:
        _describe(world, name, f"secret:{ORDERS}", "copy", variable="DB_PASSWORD")
    if drift:
        world.description.add("drift", ref=ref, source=f"secret:{ORDERS}", holds=holds)


def settings(name, variables=None, **more):
    """No secret at all."""
    return Function(name, App("settings_only"), variables or {}, **more)
