"""Numbers in digits at a place: thousands apart (``1 234 567``), a comma or ر for a point (``26،5 مليون``)."""

from __future__ import annotations

import re

from riwaya.arabic.digits import number
from riwaya.arabic.numeral_places import Places
from riwaya.arabic.tokens import Token

_TURNS = "\u200f"
_MOST = 1e15
_PERCENT = frozenset("%٪")


class Digits(Places):
    """The reader of numbers in digits."""

    __slots__ = ()

    def digits(self, at: int) -> tuple[float, int, float, bool] | None:
        if self.is_part_of_name(at):
            return None
        turned = self.turned(at) or self.comma(at)
        if turned is not None:
            return turned[0], turned[1], 1.0, False
        token = self.tokens[at]
        value = number(
            token.text if "٫" in token.text or _TURNS in token.text else token.form, self.has_fraction(at + 1)
        )
        if value is None:
            return None
        value, last = self.spaced(at, value)
        return value, last, 1.0, False

    def is_part_of_name(self, at: int) -> bool:
        """Say whether a word is written up to the number, not one that lacks its space (``نحو20``)."""
        token, before = self.tokens[at], self.tokens[at - 1] if at else None
        if before is None or before.end != token.start or before.kind not in ("word", "latin"):
            return False
        return not (self.guard("proclitic", at - 1) or self.guard("glue", at - 1))

    def has_fraction(self, at: int) -> bool:
        """Say whether what follows makes the sign before three digits a point: ``1.234 مليون``, ``9.940 في المئة``."""
        if self.plain(at, "scale", "scales", "scale-a") is not None:
            return True
        if self.key(at) in _PERCENT or self.guard("percents", at):
            return True
        return self.guard("second", at) or (self.guard("percent", at) and self.guard("percents", at + 1))

    def turned(self, at: int) -> tuple[float, int] | None:
        """Read agencies' numbers around ر, the fraction or the lowest group first: ``5ر15`` 15.5, ``225ر29`` 29,225."""
        tokens, parts, last = self.tokens, [self.tokens[at].form], at + 1
        while self.key(last) == "ر" and last + 1 < len(tokens) and tokens[last + 1].kind == "number":
            if tokens[last].start != tokens[last - 1].end or tokens[last + 1].start != tokens[last].end:
                break
            parts.append(tokens[last + 1].form)
            last += 2
        if len(parts) == 1 or not all(part.isdigit() for part in parts):
            return None
        if all(len(part) == 3 for part in parts[:-1]):
            return int("".join(reversed(parts))), last
        return (float(f"{parts[1]}.{parts[0]}"), last) if len(parts) == 2 else None

    def comma(self, at: int) -> tuple[float, int] | None:
        """Read an Arabic comma as a point before a scale or per cent: ``26،5 مليون``."""
        tokens = self.tokens
        if at + 2 >= len(tokens) or tokens[at + 1].text != "،" or tokens[at + 2].kind != "number":
            return None
        sign, part = tokens[at + 1], tokens[at + 2]
        glued = sign.start == tokens[at].end and part.start == sign.end
        if not (glued and tokens[at].form.isdigit() and part.form.isdigit() and len(part.form) < 3):
            return None
        return (float(f"{tokens[at].form}.{part.form}"), at + 3) if self.has_fraction(at + 3) else None

    def spaced(self, at: int, value: float) -> tuple[float, int]:
        """Join thousands set apart by one space or an Arabic comma: ``1 234 567``, ``26،013``."""
        tokens, last = self.tokens, at + 1
        if not (tokens[at].form.isdigit() and 0 < len(tokens[at].form) <= 3 and tokens[at].form[0] != "0"):
            return value, last
        while last < len(tokens):
            comma = tokens[last].text == "،" and tokens[last].start == tokens[last - 1].end
            group = last + comma
            if (
                group >= len(tokens)
                or not _is_group(tokens[group])
                or tokens[group].start - tokens[group - 1].end != (not comma)
            ):
                break
            form = tokens[group].form
            value, last = value * 1000 + (int(form) if form.isdigit() else float(form.replace(",", "."))), group + 1
            if not form.isdigit() or value > _MOST:
                break  # the group that its decimals end
        return value, last


_GROUP = re.compile(r"\d{3}(?:[.,]\d{1,2})?")


def _is_group(token: Token) -> bool:
    return token.kind == "number" and _GROUP.fullmatch(token.form) is not None
