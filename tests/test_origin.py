import json
from pathlib import Path

import msgspec
import pytest

from riwaya.model import Statement
from riwaya.origin import origins

CASES = json.loads((Path(__file__).parent / "cases" / "origins.json").read_text(encoding="utf-8"))


def statement(raw):
    speaker, occasion = raw.get("speaker"), raw.get("occasion")
    return msgspec.convert(
        {
            "start": 0,
            "end": 1,
            "mode": "indirect",
            "cue": {"start": 0, "end": 1, "lemma": "قال", "stance": "neutral"},
            "speaker": {"name": speaker[0], "kind": speaker[1]} if speaker else None,
            "occasion": {"name": occasion} if occasion else None,
            "parent": raw.get("parent"),
            "chain": [{"name": name, "kind": kind} for name, kind in raw.get("chain", [])],
        },
        Statement,
    )


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_origin(case):
    assert list(origins([statement(raw) for raw in case["statements"]])) == case["origins"]
