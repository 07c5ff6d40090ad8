"""A server on loopback that stands in front of a stand-in: what it does not play itself goes through as it came, signature
included."""

import http.client
import urllib.parse

from played_server import PlayedServer

#: Headers of an answer that belong to its connection, or are made anew.
OWN = ("content-length", "transfer-encoding", "connection", "date", "server")


class ForwardingServer(PlayedServer):
    def __init__(self, stand_in):
        self.target = urllib.parse.urlsplit(stand_in.endpoint)
        super().__init__()

    def respond(self, method, path, headers, body):
        return self.forward(method, path, headers, body)

    def forward(self, method, path, headers, body):
        connection = http.client.HTTPConnection(self.target.hostname, self.target.port, timeout=60)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders(body)
            answer = connection.getresponse()
            kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in OWN]
            return answer.status, kept, answer.read()
        finally:
            connection.close()
