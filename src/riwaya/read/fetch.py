"""Pages from the net, within bounds: size, time, redirects, robots.txt, and no address inside the user's own network.

A host's name is resolved once, the address checked, and that very address connected to: a name that answers
differently the second time (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
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
_SAFE = "%/:=&?~+!$,;'@()*[]"
_MOVED = (301, 302, 303, 307, 308)


class Page(Struct, frozen=True):
    """What an address gave: its final address, bytes, media type and declared charset."""

    url: str
    data: bytes
    content_type: str
    charset: str | None


def is_url(source: str) -> bool:
    """Say whether a SOURCE is a web address."""
    return source.lower().startswith(("http://", "https://"))


def fetch(url: str, options: ReadOptions) -> Page:
    """Return the page at ``url``; raises BadDocument with the reason where it may not or cannot be had."""
    deadline = time.monotonic() + options.timeout
    for _ in range(_REDIRECTS + 1):
        if options.robots and not _allowed(url, options):
            raise BadDocument("robots.txt of the site forbids it")
        status, headers, data = _get(url, options, options.most_bytes, deadline)
        if status in _MOVED and headers.get("location"):
            url = urljoin(url, headers["location"])
            continue
        if status != 200:
            raise BadDocument(f"the server answered {status}")
        kind, charset = _media(headers.get("content-type", ""))
        return Page(url, data, kind, charset)
    raise BadDocument(f"more than {_REDIRECTS} redirects")


def _media(header: str) -> tuple[str, str | None]:
    kind, _, rest = header.partition(";")
    _, _, charset = rest.partition("charset=")
    return kind.strip().lower(), charset.strip(" \"'") or None


def _get(url: str, options: ReadOptions, most: int, deadline: float) -> tuple[int, dict[str, str], bytes]:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadDocument(f"not an http address: {url[:80]}")
    pool = _pool(parts.scheme, parts.hostname, _port(url), options)
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    headers = {**_HEADERS, "Host": parts.netloc.rpartition("@")[2]}
    try:
        answer = pool.request(
            "GET", quote(path, safe=_SAFE), headers=headers, redirect=False, retries=False, preload_content=False
        )
        try:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, _bounded(answer, most, deadline)
        finally:
            answer.release_conn()
    except urllib3.exceptions.HTTPError as error:
        raise BadDocument(f"not reachable: {_plain(error)}") from error
    finally:
        pool.close()


def _plain(error: urllib3.exceptions.HTTPError) -> str:
    if isinstance(error, urllib3.exceptions.TimeoutError):
        return "time-out"
    if isinstance(error, urllib3.exceptions.SSLError):
        return "its certificate does not hold"
    return type(error).__name__


def _port(url: str) -> int:
    try:
        return urlsplit(url).port or (443 if url.lower().startswith("https") else 80)
    except ValueError as error:
        raise BadDocument(f"not an http address: {url[:80]}") from error


def _bounded(answer: urllib3.BaseHTTPResponse, most: int, deadline: float) -> bytes:
    data = bytearray()
    for chunk in answer.stream(_CHUNK, decode_content=True):
        data += chunk
        if len(data) > most:
            raise BadDocument(f"larger than {most / 1e6:g} MB: not read on")
        if time.monotonic() > deadline:
            raise BadDocument("time-out while reading")
    return bytes(data)


def _pool(scheme: str, host: str, port: int, options: ReadOptions) -> urllib3.HTTPConnectionPool:
    """A pool that connects to the one address that was checked, under the name that was asked for."""
    address = _address(host, port, options.allow_private)
    timeout = urllib3.Timeout(connect=options.timeout, read=options.timeout)
    if scheme == "https":
        return urllib3.HTTPSConnectionPool(
            address,
            port,
            timeout=timeout,
            maxsize=1,
            server_hostname=host,
            assert_hostname=host,
            cert_reqs="CERT_REQUIRED",
        )
    return urllib3.HTTPConnectionPool(address, port, timeout=timeout, maxsize=1)


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
    options = ReadOptions(allow_private=allow_private, timeout=timeout)
    try:
        status, _, data = _get(origin + "/robots.txt", options, _ROBOTS_BYTES, time.monotonic() + timeout)
    except BadDocument:
        return None
    return Protego.parse(data.decode("utf-8", "replace")) if status == 200 else None


def _allowed(url: str, options: ReadOptions) -> bool:
    parts = urlsplit(url)
    if not parts.hostname:
        raise BadDocument(f"not an http address: {url[:80]}")
    origin = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    rules = _robots(origin, options.allow_private, options.timeout)
    return rules is None or bool(rules.can_fetch(url, AGENT))
