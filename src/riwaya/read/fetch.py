"""Pages from the net, within bounds: size, time, redirects, robots.txt, and no address inside the user's own network.

A host's name is resolved once, the address checked, and that very address connected to: a name that answers
differently the second time (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import threading
import time
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import urllib3
from msgspec import Struct
from protego import Protego

from riwaya.errors import BadDocument
from riwaya.read.options import ReadOptions

AGENT = "riwaya"
_HEADERS = {
    "User-Agent": f"{AGENT} (+https://pypi.org/project/riwaya)",
    "Accept": "text/html,application/json;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_REDIRECTS = 5
_ROBOTS_BYTES = 500_000
_CHUNK = 1 << 16
_LEAST_WAIT = 0.1
_SAFE = "%/:=&?~+!$,;'@()*[]"
_MOVED = (301, 302, 303, 307, 308)


class Page(Struct, frozen=True):
    """What an address gave: its final address, bytes, media type and declared charset."""

    url: str
    data: bytes
    content_type: str
    charset: str | None


class Site(Struct, frozen=True):
    """Whom an address asks for what: ``host`` in ASCII, ``named`` as the Host header has it, the path quoted."""

    scheme: str
    host: str
    port: int
    named: str
    path: str


class Answer(Struct, frozen=True):
    """What a server answered; ``cut`` where the body went on beyond the bound."""

    status: int
    headers: dict[str, str]
    data: bytes
    cut: bool


def is_url(source: str) -> bool:
    """Say whether a SOURCE is a web address."""
    return source.lower().startswith(("http://", "https://"))


def fetch(url: str, options: ReadOptions) -> Page:
    """Return the page at ``url``; raises BadDocument with the reason where it may not or cannot be had.

    Misses: a name server or a TLS handshake that answers drop by drop; there the system's own bounds hold.
    """
    deadline = time.monotonic() + options.timeout
    for _ in range(_REDIRECTS + 1):
        if options.robots and not _allowed(url, options):
            raise BadDocument("robots.txt of the site forbids it")
        answer = _get(url, options, options.most_bytes, deadline)
        if answer.status in _MOVED and answer.headers.get("location"):
            url = _joined(url, answer.headers["location"])
            continue
        if answer.status != 200:
            raise BadDocument(f"the server answered {answer.status}")
        if answer.cut:
            raise BadDocument(f"larger than {options.most_bytes / 1e6:g} MB: not read on")
        kind, charset = _media(answer.headers.get("content-type", ""))
        return Page(url, answer.data, kind, charset)
    raise BadDocument(f"more than {_REDIRECTS} redirects")


def _media(header: str) -> tuple[str, str | None]:
    kind, _, rest = header.partition(";")
    _, _, charset = rest.partition("charset=")
    return kind.strip().lower(), charset.strip(" \"'") or None


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise BadDocument(f"not an http address: {location[:80]}") from error


def _site(url: str) -> Site:
    """The server of an address, an Arabic name in its ASCII form (IDNA); raises BadDocument where it names none."""
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname or ""
    except ValueError as error:
        raise BadDocument(f"not an http address: {url[:80]}") from error
    if parts.scheme not in ("http", "https") or not host:
        raise BadDocument(f"not an http address: {url[:80]}")
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise BadDocument(f"no such host: {host[:80]}") from error
    named = f"[{host}]" if ":" in host else host
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    return Site(
        parts.scheme,
        host,
        port or (443 if parts.scheme == "https" else 80),
        named if port is None else f"{named}:{port}",
        quote(path, safe=_SAFE),
    )


def _get(url: str, options: ReadOptions, most: int, deadline: float) -> Answer:
    site = _site(url)
    pool = _pool(site, options, max(_LEAST_WAIT, deadline - time.monotonic()))
    watch = _Watch(pool, deadline)
    try:
        answer = pool.request(
            "GET",
            site.path,
            headers={**_HEADERS, "Host": site.named},
            redirect=False,
            retries=False,
            preload_content=False,
        )
        try:
            data = _bounded(answer, most)
            if watch.over:  # a body without a length seems to end where we hung up
                raise BadDocument("time-out")
            return Answer(
                answer.status, {k.lower(): v for k, v in answer.headers.items()}, data[:most], len(data) > most
            )
        finally:
            answer.release_conn()
    except urllib3.exceptions.HTTPError as error:
        raise BadDocument("time-out" if watch.over else f"not reachable: {_plain(error)}") from error
    finally:
        watch.end()
        pool.close()


class _Watch:
    """Hangs up at the deadline: a server that sends a byte now and then keeps no time-out of the socket from rising.

    Status line, headers and body alike; how many headers there may be, http.client bounds (100 of 64 KB).
    """

    def __init__(self, pool: urllib3.HTTPConnectionPool, deadline: float) -> None:
        self.over = False
        self._sockets: list[socket.socket] = []
        opened, sockets = pool.ConnectionCls, self._sockets

        class Watched(opened):  # type: ignore[misc, valid-type]
            def connect(self) -> None:
                super().connect()
                sockets.append(self.sock)

        pool.ConnectionCls = Watched
        self._timer = threading.Timer(max(0.0, deadline - time.monotonic()), self._hang_up)
        self._timer.daemon = True
        self._timer.start()

    def _hang_up(self) -> None:
        self.over = True
        for one in self._sockets:
            with contextlib.suppress(OSError):  # it is closed already
                socket.socket.shutdown(one, socket.SHUT_RDWR)

    def end(self) -> None:
        """Watch no longer."""
        self._timer.cancel()


def _plain(error: urllib3.exceptions.HTTPError) -> str:
    if isinstance(error, urllib3.exceptions.TimeoutError):
        return "time-out"
    if isinstance(error, urllib3.exceptions.SSLError):
        return "its certificate does not hold"
    return type(error).__name__


def _bounded(answer: urllib3.BaseHTTPResponse, most: int) -> bytes:
    """The body, or a little more than ``most`` bytes of a longer one."""
    data = bytearray()
    for chunk in answer.stream(_CHUNK, decode_content=True):
        data += chunk
        if len(data) > most:
            break
    return bytes(data)


def _pool(site: Site, options: ReadOptions, wait: float) -> urllib3.HTTPConnectionPool:
    """A pool that connects to the one address that was checked, under the name that was asked for."""
    address = _address(site.host, site.port, options.allow_private)
    timeout = urllib3.Timeout(connect=wait, read=wait)
    if site.scheme == "https":
        return urllib3.HTTPSConnectionPool(
            address,
            site.port,
            timeout=timeout,
            maxsize=1,
            server_hostname=site.host,
            assert_hostname=site.host,
            cert_reqs="CERT_REQUIRED",
        )
    return urllib3.HTTPConnectionPool(address, site.port, timeout=timeout, maxsize=1)


def _address(host: str, port: int, allow_private: bool) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise BadDocument(f"no such host: {host[:80]}") from error
    addresses = [str(one[4][0]) for one in found]
    if not allow_private:
        for address in addresses:
            _require_public(address, host)
    return addresses[0]


def _require_public(address: str, host: str) -> None:
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    if not ip.is_global or ip.is_multicast:
        raise BadDocument(f"{host[:80]} is an address inside a private network; --allow-private reads it")


@lru_cache(maxsize=256)
def _robots(origin: str, allow_private: bool, timeout: float) -> Protego | None:
    """The rules of a site, ``None`` where it has none; as RFC 9309 has it, a site that is down allows nothing."""
    options = ReadOptions(allow_private=allow_private, timeout=timeout)
    url, deadline = origin + "/robots.txt", time.monotonic() + timeout
    for _ in range(_REDIRECTS + 1):
        answer = _get(url, options, _ROBOTS_BYTES, deadline)
        if answer.status in _MOVED and answer.headers.get("location"):
            url = _joined(url, answer.headers["location"])
            continue
        if answer.status >= 500:
            raise BadDocument(f"robots.txt of the site cannot be read: the server answered {answer.status}")
        return Protego.parse(answer.data.decode("utf-8", "replace")) if answer.status == 200 else None
    return None


def _allowed(url: str, options: ReadOptions) -> bool:
    site = _site(url)
    rules = _robots(f"{site.scheme}://{site.named}", options.allow_private, options.timeout)
    return rules is None or bool(rules.can_fetch(url, AGENT))
