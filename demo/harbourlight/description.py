"""What is where, without values: for people who want to check the console's findings, and for the tests."""

import json
from collections import defaultdict


class Description:
    def __init__(self):
        self._sections = defaultdict(list)

    def add(self, section, **row):
        self._sections[section].append(row)

    def __getitem__(self, section):
        return self._sections[section]

    def as_json(self, **more):
        rows = {
            name: sorted(each, key=lambda row: json.dumps(row, sort_keys=True)) for name, each in self._sections.items()
        }
        return {**more, **dict(sorted(rows.items()))}
