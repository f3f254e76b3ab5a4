"""The proxy that the guide for hosts describes lets words and photos through without a byte of them on its disk."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

GUIDES = sorted((Path(__file__).parents[2] / "docs/guide").glob("host.*.md"))
PHOTO = b"\xff\xd8 a paper of the case " * 250_000
LETTER = b"words=" + b"a long letter " * 4_000
NOT_OF_THIS_TEST = re.compile(r"^\s*(listen|http2|ssl_|server_name|return|add_header).*\n", re.MULTILINE)
WITHOUT_IT = {
    "no request goes through": "proxy_request_buffering off;",
    "no answer stays in memory": "proxy_max_temp_file_size 0;",
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not on this machine"),
]


class House(BaseHTTPRequestHandler):
    """Takes a body slowly, and answers with as much, more slowly than a proxy reads."""

    def do_POST(self) -> None:
        left = int(self.headers["Content-Length"])
        while left > 0:
            left -= len(self.rfile.read(min(left, 512 * 1024)))
            time.sleep(0.01)
        self.send_response(200)
        self.send_header("Content-Length", str(len(PHOTO)))
        self.end_headers()
        self.wfile.write(PHOTO)

    def log_message(self, *words: object) -> None:
        """Nothing."""


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def server_block(guide: Path) -> str:
    """The first server of the guide's example, without what only a public machine has."""
    block = guide.read_text("utf-8").split("```nginx\n")[1].split("```")[0].split("server {\n")[1]
    return NOT_OF_THIS_TEST.sub("", block.rstrip().removesuffix("}"))


@contextmanager
def proxy(block: str, folder: Path) -> Iterator[int]:
    """nginx with this server in front of the house; whatever it wants to lay down on a disk, it cannot."""
    house = ThreadingHTTPServer(("127.0.0.1", 0), House)
    Thread(target=house.serve_forever, daemon=True).start()
    port, temporary = free_port(), folder / "temporary"
    temporary.mkdir()
    block = block.replace("127.0.0.1:8000", f"127.0.0.1:{house.server_port}")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {temporary / kind};\n" for kind in kinds)
    config = folder / "nginx.conf"
    config.write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log stderr;\nevents {{}}\n"
        f"http {{\n{places}server {{\nlisten 127.0.0.1:{port};\n{block}\n}}\n}}\n"
    )
    with (folder / "said").open("wb") as said:
        running = subprocess.Popen(["nginx", "-p", str(folder), "-c", str(config)], stdout=said, stderr=said)
    try:
        wait_for(port, running)
        shutil.rmtree(temporary)
        yield port
    finally:
        running.terminate()
        running.wait(timeout=10)
        house.shutdown()
        house.server_close()


def wait_for(port: int, running: "subprocess.Popen[bytes]") -> None:
    """Until it listens."""
    for _ in range(100):
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert running.poll() is None, "nginx does not take the guide's example"
        time.sleep(0.05)
    raise AssertionError("nginx does not listen")


def sent(port: int, body: bytes) -> bool:
    """Whether the body went through, and the whole answer came back to somebody who reads slowly."""
    line = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        line.request("POST", "/talk/", body)
        answer = line.getresponse()
        time.sleep(0.5)
        return answer.status == 200 and answer.read() == PHOTO
    except (OSError, HTTPException):
        return False
    finally:
        line.close()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.suffixes[0][1:])
def test_a_photo_and_a_long_letter_go_through_without_a_file(guide: Path, tmp_path: Path) -> None:
    with proxy(server_block(guide), tmp_path) as port:
        assert sent(port, LETTER)
        assert sent(port, PHOTO)


@pytest.mark.parametrize("line", WITHOUT_IT.values(), ids=WITHOUT_IT)
def test_without_its_two_lines_something_would_be_laid_down(line: str, tmp_path: Path) -> None:
    block = server_block(GUIDES[0])
    assert line in block

    with proxy(block.replace(line, ""), tmp_path) as port:
        assert not sent(port, PHOTO)
