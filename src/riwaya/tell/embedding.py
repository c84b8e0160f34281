"""Putting styles, scripts, fonts and data into one page that may load nothing and run nothing else."""

from __future__ import annotations

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any

_ESCAPED = {ord(char): f"\\u{ord(char):04x}" for char in "<>&'\u2028\u2029"}
_FACES = (("arabic", 400), ("arabic", 600), ("latin", 400), ("latin", 600))
_RANGES = {
    "arabic": "U+0600-06FF,U+0750-077F,U+200C-200E,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE80-FEFC",
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2190-2193",
}


def data(value: Any) -> str:
    """Return JSON for a ``<script type="application/json">``: no character in it can end the element."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).translate(_ESCAPED)


@cache
def style() -> str:
    """Return the style sheet of the page, its fonts in it."""
    return _faces() + _file("dossier.css").decode("utf-8")


@cache
def script() -> str:
    """Return the script of the page: its own, then what draws chains over texts, then the accounts'."""
    return "".join(_file(name).decode("utf-8") for name in ("dossier.js", "drawing.js", "accounts.js"))


@cache
def policy() -> str:
    """Return the Content-Security-Policy: nothing is loaded, and only this style and this script are used."""
    allowed = [f"style-src {_digest(style())}", f"script-src {_digest(script())}", "font-src data:", "img-src data:"]
    return "; ".join(["default-src 'none'", *allowed, "base-uri 'none'", "form-action 'none'"])


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _file(name: str) -> bytes:
    return (resources.files(__package__) / "page" / name).read_bytes()


def _faces() -> str:
    return "".join(_face(script, weight) for script, weight in _FACES)


def _face(subset: str, weight: int) -> str:
    font = b64encode(_file(f"fonts/ibm-plex-sans-arabic-{subset}-{weight}-normal.woff2")).decode()
    return (
        f'@font-face{{font-family:"Plex Arabic";font-style:normal;font-weight:{weight};font-display:swap;'
        f"unicode-range:{_RANGES[subset]};src:url(data:font/woff2;base64,{font}) format('woff2')}}\n"
    )
