"""openness serve, as a process of its own."""

import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

SMALL = Path(__file__).parent / "registry"


@pytest.mark.enable_socket
def test_the_site_is_served_on_loopback():
    code = "from openness.cli.main import run; run()"
    server = subprocess.Popen(
        [sys.executable, "-c", code, "serve", "--port", "0", "--registry", str(SMALL)], stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stderr is not None
        address = re.search(r"http://127\.0\.0\.1:\d+/", server.stderr.readline())
        assert address is not None
        with urllib.request.urlopen(address[0], timeout=10) as answer:
            assert b"How open is it?" in answer.read()
    finally:
        server.send_signal(signal.SIGINT)
        _, rest = server.communicate(timeout=10)
    assert server.returncode == 130
    assert "Traceback" not in rest
