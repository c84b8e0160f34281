"""Streams of bytes with a bound: gzip and zstd are opened by what they hold, and bombs are told from archives."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

import zstandard

from riwaya.errors import BadDocument

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_CHUNK = 1 << 20
_MOST_EXPANSION = 200
_ALWAYS_ALLOWED = 1 << 26
PACKED = (".gz", ".zst")


class Counted:
    """A stream that says how many bytes were read from it; a pipe cannot tell where it is."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self.taken = stream, 0

    def read(self, size: int = -1) -> bytes:
        """Return the next ``size`` bytes."""
        data = self._stream.read(size)
        self.taken += len(data)
        return data


class Packed(io.RawIOBase):
    """The unpacked bytes of a compressed file; more than 200 times its own size is taken for a bomb."""

    def __init__(self, raw: Counted, opened: IO[bytes]) -> None:
        self._raw, self._opened, self._given = raw, opened, 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer``; raises BadDocument where the archive is damaged or a bomb."""
        try:
            data = self._opened.read(len(buffer))
        except (OSError, EOFError, zlib.error, zstandard.ZstdError) as error:
            raise BadDocument(f"damaged archive ({error})") from error
        self._given += len(data)
        if self._given > _ALWAYS_ALLOWED and self._given > _MOST_EXPANSION * max(1, self._raw.taken):
            raise BadDocument("expands to more than 200 times its size: not read on")
        buffer[: len(data)] = data
        return len(data)


def unpacked(raw: BinaryIO) -> io.BufferedReader:
    """Return a reader of the bytes inside ``raw``: gzip and zstd unpacked, anything else as it is."""
    buffered = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, raw))
    head = buffered.peek(4)[:4]
    counted = Counted(buffered)
    if head.startswith(_GZIP):
        opened = gzip.GzipFile(fileobj=cast(IO[bytes], counted))
        return io.BufferedReader(Packed(counted, cast(IO[bytes], opened)), _CHUNK)
    if head == _ZSTD:
        reader = zstandard.ZstdDecompressor().stream_reader(cast(IO[bytes], counted), read_across_frames=True)
        return io.BufferedReader(Packed(counted, cast(IO[bytes], reader)), _CHUNK)
    return buffered


def whole(stream: IO[bytes], most: int) -> bytes:
    """Return all of ``stream``; raises BadDocument where it is longer than ``most`` bytes."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise BadDocument(f"larger than {most / 1e6:g} MB, the bound for one document")
    return data


def rows(stream: IO[bytes], most: int) -> Iterator[bytes | BadDocument]:
    """Yield the lines of ``stream``; one longer than ``most`` bytes is skipped and yielded as BadDocument."""
    readline = stream.readline
    while line := readline(most + 1):
        if len(line) <= most or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = readline(_CHUNK)
        yield BadDocument(f"a line larger than {most / 1e6:g} MB: skipped")
