"""The process that is moto's server: `python -m emulator.moto_process DESCRIPTOR PARENT`, started by `launch`."""

import os
import shutil
import signal
import sys

from emulator import parent


def end(*_):
    shutil.rmtree(os.environ["TMPDIR"], ignore_errors=True)
    os._exit(0)


def main(descriptor, launcher):
    parent.die_with_parent(launcher)
    signal.signal(signal.SIGTERM, end)
    from moto.server import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import WSGIRequestHandler, make_server

    WSGIRequestHandler.log_request = lambda *_, **__: None
    application = DomainDispatcherApplication(create_backend_app)
    make_server("127.0.0.1", 0, application, threaded=True, fd=descriptor).serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
