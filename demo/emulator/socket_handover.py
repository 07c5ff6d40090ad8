"""A listening socket made by the launcher and inherited by the server: a free port that nobody can take in between."""

import socket

BACKLOG = 256


def listen(port=0):
    """A socket that listens on 127.0.0.1, on any free port unless told which."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(BACKLOG)
    listener.set_inheritable(True)
    return listener
