"""How digests are written down and read again: packed numbers as they stand in memory, little end first."""

from __future__ import annotations

import sys
from array import array
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

if TYPE_CHECKING:
    Numbers = array[int]
else:
    Numbers = array  # what msgspec sees when it reads the annotation

T = TypeVar("T")


def packed(item: object) -> bytes:
    """Return a struct as MessagePack, the same bytes on every machine."""
    return msgspec.msgpack.encode(item, enc_hook=_written)


def unpacker(kind: type[T]) -> msgspec.msgpack.Decoder[T]:
    """Return what reads structs of a kind again."""
    return msgspec.msgpack.Decoder(kind, dec_hook=_read)


def _written(item: object) -> object:
    if isinstance(item, array):
        return item.typecode, item.itemsize, _little(item).tobytes()
    raise NotImplementedError(f"{type(item)} cannot be packed")


def _read(kind: type, item: Any) -> object:
    if kind is not array:
        raise NotImplementedError(f"{kind} cannot be unpacked")
    code, size, numbers = item
    found = array(code)
    if found.itemsize != size or len(numbers) % size:
        raise ValueError("packed on another kind of machine")
    found.frombytes(numbers)
    return _little(found)


def _little(numbers: Numbers) -> Numbers:
    if sys.byteorder == "little":
        return numbers
    turned = numbers[:]
    turned.byteswap()
    return turned
