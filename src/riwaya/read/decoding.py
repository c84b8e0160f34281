"""Bytes to text: which encoding, and what went wrong on the way here.

Arab newsrooms still hand out windows-1256 and ISO-8859-6, and UTF-8 that was read as one of them (mojibake).
The encoding is the one in which the bytes read like Arabic: its commonest words decide, not statistics of letters.
"""

from __future__ import annotations

import codecs
import re

import ftfy
from msgspec import Struct

from riwaya.errors import BadDocument

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SINGLE = ("cp1256", "iso-8859-6")
_NAMES = {"cp1256": "windows-1256", "iso-8859-6": "ISO-8859-6"}
_COMMON = re.compile(r"(?<!\w)(?:في|من|على|إلى|الى|أن|ان|عن|التي|الذي|هذا|هذه|مع|قال|بعد|كان|لا|ما|و\w+|ال\w+)(?!\w)")
_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"Rar!", "a rar archive"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 1 << 16
_LATIN_MOJIBAKE = re.compile("[ØÙ][\u0080-\u00bf\u0152-\u2122]")
_ARABIC_MOJIBAKE = re.compile("ط§ظ|ظ„|ظٹ|طھ|ظˆ|ظ†|ط±")
_DAMAGED = 5
_LONGEST_NAME = 40
_NO_TEXT = ("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7", "utf_7")
_LETTER = re.compile("[\u0620-\u064a]")


class Decoded(Struct, frozen=True):
    """Text, the encoding it was in, and what the user should know about it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of ``data`` without its BOM; ``declared`` is tried first and dropped where it does not fit.

    Raises BadDocument for what is no text at all.
    """
    refuse_binary(data)
    encoding, bom = _by_bom(data)
    if encoding is None:
        encoding = _wide(data)
    if encoding is not None:
        return _repaired(data[bom:].decode(encoding, "replace"), encoding)
    return _narrow(data, declared)


def refuse_binary(data: bytes) -> None:
    """Raise BadDocument where the bytes are those of a known binary format or hold control characters."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise BadDocument(f"{what}, not text")
    if _by_bom(data)[0] is None and _wide(data) is None:
        head = data[:_SAMPLE]
        controls = len(_CONTROL.findall(head.decode("latin-1")))
        if b"\0" in head or controls * 100 > len(head):
            raise BadDocument("binary data, not text")


def streaming(head: bytes, declared: str | None = None) -> Decoded:
    """Return ``decode`` of a stream's head, with the name under which the rest is to be read, byte order mark and all.

    ``utf-16-be`` with a mark is ``utf-16``, which drops the mark; without one it stays what it is.
    """
    refuse_binary(head)
    found = decode(head[: head.rfind(b"\n") + 1] or head, declared)
    marked = _by_bom(head)[0] is not None
    name = "utf-8-sig" if found.encoding == "utf-8" else found.encoding
    return Decoded(found.text, name.removesuffix("-le").removesuffix("-be") if marked else name, found.notes)


def _by_bom(data: bytes) -> tuple[str | None, int]:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name, len(bom)
    return None, 0


def _wide(data: bytes) -> str | None:
    """UTF-16 without a BOM: every other byte is the high byte of Arabic (06) or of ASCII (00)."""
    head = data[: 4096 & ~1]
    if len(head) < 4:
        return None
    for name, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if (high.count(0) + high.count(6)) * 10 > len(high) * 8:
            return name
    return None


def _narrow(data: bytes, declared: str | None) -> Decoded:
    for name in _known(declared), "utf-8":
        if name is not None:
            try:
                return _repaired(data.decode(name), name)
            except UnicodeDecodeError:
                continue
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    if len(_LETTER.findall(text)) > _DAMAGED * bad:
        return Decoded(text, "utf-8", (f"{bad} undecodable characters in UTF-8",))
    best = max(_SINGLE, key=lambda name: (arabic(data[:_SAMPLE].decode(name, "replace")), name == "cp1256"))
    text = data.decode(best, "replace")
    return Decoded(text, best, (f"decoded as {_NAMES[best]}",))


def known_encoding(name: str) -> bool:
    """Say whether ``name`` is an encoding of text: ``windows-1256`` is, ``arabic-1`` and ``hex`` are not."""
    try:
        bytes(4).decode(name)  # Python lists codecs such as hex that decode to no text
        return len(name) <= _LONGEST_NAME and codecs.lookup(name).name not in _NO_TEXT
    except (LookupError, ValueError):
        return False


def _known(declared: str | None) -> str | None:
    """The Python name of a declared encoding; UTF-16 is never believed without the bytes to show it."""
    bare = (declared or "")[: _LONGEST_NAME + 1].strip("\"' ")
    if not bare or not known_encoding(bare):
        return None
    name = codecs.lookup(bare).name
    return None if name.startswith(("utf-16", "utf-32")) else name


def arabic(text: str) -> int:
    """Return how many words of ``text`` are among the commonest of Arabic or carry its article, less its garbage."""
    return len(_COMMON.findall(text[:_SAMPLE])) - 2 * text.count("\ufffd", 0, _SAMPLE)


def _repaired(text: str, encoding: str) -> Decoded:
    fixed, wrong = repair(text)
    if wrong is None:
        return Decoded(text, encoding)
    return Decoded(fixed, encoding, (f"mojibake repaired: UTF-8 had been read as {wrong}",))


def repair(text: str) -> tuple[str, str | None]:
    """Return ``text`` with mojibake undone and the encoding it had been misread in: ``Ø§Ù„`` and ``ط§ظ„`` are ال."""
    if "Ø" in text and _dense(_LATIN_MOJIBAKE, text):
        fixed = "\n".join(ftfy.fix_encoding(line) for line in text.split("\n"))
        return (fixed, "Latin") if arabic(fixed) > arabic(text) else (text, None)
    if "ظ„" in text and _dense(_ARABIC_MOJIBAKE, text):
        try:
            return text.encode("cp1256").decode("utf-8"), "windows-1256"
        except UnicodeError:
            return text, None
    return text, None


def _dense(pattern: re.Pattern[str], text: str) -> bool:
    head = text[:_SAMPLE]
    return len(pattern.findall(head)) * 10 > len(head)
