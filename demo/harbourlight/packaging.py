"""The deployment package of a function: its handler, the module it is made from, and the outside world."""

import io
import zipfile
from pathlib import Path

HANDLERS = Path(__file__).parent / "handlers"
_LONG_AGO = (2024, 1, 1, 0, 0, 0)  # the same package gets the same hash


def package(app):
    """Bytes of a zip whose handler is `app.handler`."""
    files = {
        "app.py": _entry(app),
        f"{app.module}.py": _source(app.module),
        "outside_world.py": _source("outside_world"),
        **app.files,
    }
    return archive(files)


def extension_layer():
    """Bytes of a layer that starts our extension in the process of the function, before its handler is loaded."""
    name = "parameters_and_secrets_extension"
    folder = "python/lib/python3.13/site-packages"
    return archive({f"{folder}/{name}.py": _source(name), f"{folder}/{name}.pth": f"import {name}\n"})


def archive(files):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as output:
        for name, data in sorted(files.items()):
            output.writestr(zipfile.ZipInfo(name, _LONG_AGO), data)
    return content.getvalue()


def _entry(app):
    if app.module == "pin_rotation":
        return "from pin_rotation import handler\n"
    arguments = ", ".join(f"{name}={value!r}" for name, value in app.arguments.items())
    return f"from {app.module} import handler_for\n\nhandler = handler_for({arguments})\n"


def _source(module):
    return (HANDLERS / f"{module}.py").read_text()
