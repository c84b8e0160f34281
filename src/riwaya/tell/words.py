"""The words of the interface in Arabic and English, and nouns counted as each language counts."""

from __future__ import annotations

from functools import cache
from importlib import resources

from msgspec import Struct


class Both(Struct, frozen=True):
    """A text of the interface in both languages."""

    ar: str
    en: str

    def __str__(self) -> str:
        return self.ar


@cache
def _words() -> dict[str, Both]:
    lines = (resources.files(__package__) / "page" / "words.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: Both(row[1], row[2]) for row in cells[1:]}


def word(key: str) -> Both:
    """Return the interface's word for a key of ``page/words.tsv``; an unknown key stands for itself."""
    return _words().get(key) or Both(key, key)


def counted(key: str, number: int) -> Both:
    """Return a number with its noun: 2, ``n.reports`` → ``تقريران`` and ``2 reports``."""
    forms = word(key)
    return Both(_arabic(forms.ar.split("|"), number), _english(forms.en.split("|"), number))


def _arabic(forms: list[str], number: int) -> str:
    if number == 1:
        form = forms[0]
    elif number == 2:
        form = forms[1]
    elif 3 <= number % 100 <= 10:
        form = forms[2]
    else:
        form = forms[3 if number % 100 > 10 else 4]
    return form.replace("{}", f"{number:,}")


def _english(forms: list[str], number: int) -> str:
    return forms[0 if number == 1 else -1].replace("{}", f"{number:,}")
