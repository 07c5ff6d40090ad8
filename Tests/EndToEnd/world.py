"""curtain in a folder of its own, as an identity that may do everything on one stand-in."""

import json
import subprocess

from conftest import BINARY


class Outcome:
    """How a run ended."""

    def __init__(self, process):
        self.status, self.output, self.error = process.returncode, process.stdout, process.stderr.decode()

    @property
    def json(self):
        return json.loads(self.output)


class World:
    """A home folder that is also the working folder."""

    def __init__(self, home, stand_in):
        self.home, self.stand_in = home, stand_in
        root = stand_in.line["root"]
        self.environment = {
            "HOME": str(home),
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "AWS_REGION": stand_in.line["region"],
            "AWS_ENDPOINT_URL": stand_in.endpoint,
            "AWS_ACCESS_KEY_ID": root["accessKeyId"],
            "AWS_SECRET_ACCESS_KEY": root["secretAccessKey"],
            "AWS_EC2_METADATA_DISABLED": "true",
        }

    def curtain(self, *arguments, stdin=b"", **environment):
        return Outcome(
            subprocess.run(
                [str(BINARY), *map(str, arguments)],
                cwd=self.home,
                env={**self.environment, **environment},
                input=stdin,
                capture_output=True,
                timeout=60,
            )
        )

    def client(self, service):
        return self.stand_in.client(service)

    @property
    def audit(self):
        """The records of the trail."""
        path = self.home / ".local/state/curtain/audit.jsonl"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
