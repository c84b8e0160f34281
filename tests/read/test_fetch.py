"""Addresses, against a server of our own on 127.0.0.1."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from riwaya.errors import BadDocument
from riwaya.model import Document, Failure
from riwaya.read import ReadOptions, documents
from riwaya.read import fetch as fetching
from riwaya.read.fetch import fetch

PARAGRAPH = "افتتحت وزيرة الثقافة مكتبة عامة في حي الزيتون بعد أعمال ترميم استمرت ثلاث سنوات وحضرها سكان الحي."
PAGE = f"<html><head><title>مكتبة</title></head><body><h1>مكتبة</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></body></html>"
LOCAL = ReadOptions(allow_private=True, timeout=2.0, most_bytes=100_000)


class Site(BaseHTTPRequestHandler):
    """What the tests ask for."""

    def do_GET(self) -> None:
        host = self.headers["Host"]
        answers = {
            "/robots.txt": (200, "text/plain", b"User-agent: *\nDisallow: /private\n"),
            "/page": (200, "text/html; charset=utf-8", PAGE.encode()),
            "/1256": (200, "text/html; charset=windows-1256", PAGE.encode("cp1256")),
            "/large": (200, "text/html", b"x" * 200_000),
            "/record": (200, "application/json", ('{"id": "5", "title": "خبر", "text": "' + PARAGRAPH + '"}').encode()),
            "/away": (302, f"http://{host}/page", b""),
            "/inside": (302, "http://10.0.0.1/", b""),
            "/round": (302, f"http://{host}/round", b""),
            "/broken": (302, "http://[bad", b""),
            "/file": (302, "file:///etc/passwd", b""),
        }
        status, kind, body = answers.get(self.path, (404, "text/html", b""))
        self.send_response(status)
        self.send_header("Location" if status == 302 else "Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def reason(url: str, options: ReadOptions = LOCAL) -> str:
    (found,) = documents([url], options)
    assert isinstance(found, Failure)
    assert found.key == url
    return found.reason


@pytest.mark.parametrize("path", ["/page", "/1256", "/away"])
def test_a_page_becomes_a_document(site: str, path: str) -> None:
    (found,) = documents([site + path], LOCAL)
    assert isinstance(found, Document)
    assert found.text == f"مكتبة\n{PARAGRAPH}\n{PARAGRAPH}"
    assert found.url == found.key == site + ("/page" if path == "/away" else path)


def test_a_record_becomes_a_document(site: str) -> None:
    (found,) = documents([site + "/record"], LOCAL)
    assert isinstance(found, Document)
    assert found.doc == "5"


def test_what_is_not_read_is_said(site: str) -> None:
    assert reason(site + "/missing") == "the server answered 404"
    assert reason(site + "/large") == "larger than 0.1 MB: not read on"
    assert reason(site + "/private/a") == "robots.txt of the site forbids it"
    assert reason(site + "/round") == "more than 5 redirects"
    assert reason(site + "/file").startswith("not an http address")
    assert reason("http://does-not-exist.invalid/").startswith("no such host")
    assert reason("http:///page").startswith("not an http address")


def test_robots_can_be_set_aside(site: str) -> None:
    with pytest.raises(BadDocument, match="404"):
        fetch(site + "/private/a", ReadOptions(allow_private=True, robots=False))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"]
)
def test_private_addresses_are_refused(host: str) -> None:
    with pytest.raises(BadDocument, match="private network"):
        fetch(f"http://{host}/", ReadOptions(timeout=2.0))


def test_a_redirect_into_the_private_network_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse = fetching._require_public

    def but_for_ours(address: str, host: str) -> None:
        if address != "127.0.0.1":
            refuse(address, host)

    monkeypatch.setattr(fetching, "_require_public", but_for_ours)
    assert "10.0.0.1 is an address inside a private network" in reason(site + "/inside", ReadOptions(timeout=2.0))


class Other(BaseHTTPRequestHandler):
    """A site whose robots.txt lies elsewhere, and that sends its pages drop by drop."""

    robots: tuple[int, str, bytes] = (404, "", b"")

    def do_GET(self) -> None:
        status, location, body = self.robots if self.path == "/robots.txt" else (200, "", PAGE.encode())
        if self.path == "/rules":
            status, location, body = 200, "", b"User-agent: *\nDisallow: /private\n"
        if self.path == "/slow-head":
            self._drip(b"HTTP/1.0 200 OK\r\nX-A: " + b"a" * 500)
            return
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        if self.path != "/slow-endless":
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self._drip(body) if self.path.startswith("/slow") else self.wfile.write(body)

    def _drip(self, body: bytes) -> None:
        with contextlib.suppress(OSError):
            for byte in body:
                self.wfile.write(bytes([byte]))
                time.sleep(0.05)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def other() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Other)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("url", ["http://[bad", "http://a:99999999/", "http://[::1", "http://a:b/", "http://"])
def test_addresses_that_are_none(url: str) -> None:
    assert reason(url).startswith("not an http address")


def test_a_redirect_to_no_address(site: str) -> None:
    assert reason(site + "/broken") == "not an http address: http://[bad"


def test_an_arabic_host_is_asked_for_in_ascii(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    resolve = fetching.socket.getaddrinfo

    def resolved(host: str, port: int, *rest: int, **options: int) -> object:
        asked.append(host)
        return resolve("127.0.0.1", port, *rest, **options)

    monkeypatch.setattr(fetching.socket, "getaddrinfo", resolved)
    port = site.rpartition(":")[2]
    (found,) = documents([f"http://صحيفة.مثال:{port}/page"], LOCAL)
    assert isinstance(found, Document)
    assert set(asked) - {"127.0.0.1"} == {"صحيفة.مثال".encode("idna").decode()}
    assert reason(f"http://{'ص' * 80}.مثال/").startswith("no such host")


def test_robots_that_lie_elsewhere_are_followed(other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Other, "robots", (301, "/rules", b""))
    assert reason(other + "/private/a") == "robots.txt of the site forbids it"
    assert isinstance(next(iter(documents([other + "/page"], LOCAL))), Document)


def test_robots_may_not_lie_in_the_private_network(other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse = fetching._require_public
    monkeypatch.setattr(fetching, "_require_public", lambda ip, host: None if ip == "127.0.0.1" else refuse(ip, host))
    monkeypatch.setattr(Other, "robots", (301, "http://10.0.0.1/", b""))
    assert "private network" in reason(other + "/page", ReadOptions(timeout=2.0))


def test_a_site_that_is_down_allows_nothing(other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Other, "robots", (503, "", b""))
    assert reason(other + "/page") == "robots.txt of the site cannot be read: the server answered 503"


@pytest.mark.parametrize("path", ["/slow", "/slow-endless", "/slow-head"])
def test_a_page_drop_by_drop_is_given_up(other: str, path: str) -> None:
    start = time.monotonic()
    assert reason(other + path, ReadOptions(allow_private=True, timeout=0.5)) == "time-out"
    assert time.monotonic() - start < 2
