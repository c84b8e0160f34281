"""Numbers in digits: ``2,500``, ``٢٬٥٠٠``, ``4.5``, ``1.234,5``."""

from __future__ import annotations

import re
from functools import lru_cache

from riwaya.arabic.letters import normalise

_LARGEST = 18
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:\.\d{3}){2,5}")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_TURNED = re.compile(r"(\d+)[.,]\u200f(\d+)")
_MIXED = re.compile(r"([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)|([1-9]\d{0,2}(?:\.\d{3})+),(\d+)")


@lru_cache(maxsize=1 << 12)
def number(digits: str, scaled: bool = False) -> float | None:
    """Return the value of a number in digits: ``2,500`` and ``2.500`` → 2500, ``4.5`` → 4.5, ``26.7.2021`` → None.

    A single separator before three digits parts thousands, unless the number opens with 0, the sign is ``٫`` or a
    scale word follows (``scaled``: ``1.234 مليون``). A right-to-left mark behind the point turns the two sides, as the
    page shows them. Misses: exchange rates such as 3.752, read as thousands.
    """
    if turned := _TURNED.fullmatch(digits):
        digits, scaled = f"{turned[2]}.{turned[1]}", True
    arabic_decimal = "٫" in digits
    digits = normalise(digits).text
    if len(digits) > _LARGEST:
        return None
    if digits.isdigit():
        return float(digits) if len(digits) > 15 else int(digits)
    if not (arabic_decimal or scaled) and (
        _THOUSANDS.fullmatch(digits) or re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", digits)
    ):
        return int(digits.replace(",", "").replace(".", ""))
    if mixed := _MIXED.fullmatch(digits):
        whole, part = (mixed[1], mixed[2]) if mixed[1] else (mixed[3], mixed[4])
        return float(whole.replace(",", "").replace(".", "") + "." + part)
    return float(digits.replace(",", ".")) if _DECIMAL.fullmatch(digits) else None
