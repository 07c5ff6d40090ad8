"""The incident's page in a real browser: it is read without a network, runs no script and shows its pictures."""

import os
import shutil
import struct
import subprocess

import pytest

from conftest import BINARY

BROWSER = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium"))), None)
HOSTILE = "<img src=x onerror=document.title=1> <script>document.title='ran'</script>"

pytestmark = pytest.mark.skipif(
    BROWSER is None, reason="no Chromium here; on Debian: apt-get install --no-install-recommends chromium-headless-shell"
)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """Written without any AWS: notes, a decision, a todo, and a hostile title."""
    home = tmp_path_factory.mktemp("report")
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "CURTAIN_STATE_DIR": str(home / "state")}

    def curtain(*arguments):
        done = subprocess.run([str(BINARY), "incident", *arguments], env=environment, capture_output=True, timeout=30)
        assert done.returncode == 0, done.stderr.decode()

    curtain("open", HOSTILE, "--id", "INC-1", "--severity", "P1", "--commander", "on-call")
    curtain("note", "paste went up", "--at", "2026-11-24T08:55:00Z", "--estimated", "--moment", "compromise")
    curtain("note", "all works", "--at", "2026-11-24T10:02:00Z", "--moment", "recovered", "--ref", "secret:prod/orders/db")
    curtain("decision", "stop the key now", "--by", "on-call")
    curtain("todo", "tell the provider", "--owner", "finance")
    curtain("export", "--file", str(home / "report.html"))
    return home / "report.html"


def browse(page, *options):
    return subprocess.run(
        [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND",
         f"--user-data-dir={page.parent}/profile", *options, f"file://{page}"],
        capture_output=True,
        timeout=60,
        env={**os.environ, "HOME": str(page.parent)},
    )


def test_it_is_whole_and_runs_nothing(page):
    done = browse(page, "--dump-dom")
    assert done.returncode == 0, done.stderr.decode()
    dom = done.stdout.decode()
    for words in ("Timeline", "Blast radius", "stop the key now", "tell the provider", "time to recover", "Detection gaps"):
        assert words in dom, words
    assert dom.count("<svg") == 1  # no search for the value is on record, so no radius
    assert "<img" not in dom and "<script" not in dom and "<title>ran" not in dom


def test_it_is_drawn_and_printed(page):
    picture, paper = page.parent / "page.png", page.parent / "page.pdf"
    assert browse(page, f"--screenshot={picture}", "--window-size=1200,1800").returncode == 0
    head = picture.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n" and struct.unpack(">II", head[16:24]) == (1200, 1800)
    assert picture.stat().st_size > 20_000, "a page of text is more than that"
    assert browse(page, f"--print-to-pdf={paper}").returncode == 0
    assert paper.read_bytes()[:5] == b"%PDF-"
