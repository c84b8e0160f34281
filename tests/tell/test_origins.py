"""The count of a whole story's origins never exceeds what the accounts have found to be one."""

from msgspec.structs import replace

from riwaya.model import Evidence
from riwaya.tell.known import Known
from riwaya.tell.line import statement_lines
from riwaya.tell.origins import origins

from .canal import story


def lines():
    return [line for report in story().reports() for line in statement_lines(report, Known(()))]


def told(line, origin):
    (account,) = story().accounts()
    (first, *_) = account.witnesses
    evidence = Evidence(doc=line.doc, start=line.evidence.start, end=line.evidence.start + 1)
    return replace(account, witnesses=(replace(first, doc=line.doc, origin=origin, evidence=evidence),))


def test_statements_of_one_origin_are_one():
    found = lines()
    assert origins([*found, *found], ()) == origins(found, ())


def test_an_account_makes_two_names_one():
    found = lines()
    names = list(dict.fromkeys(line.origin for line in found if line.origin))
    (first,) = [line for line in found if line.origin == names[0]][:1]
    assert origins(found, ()) == len(names)
    assert origins(found, [told(first, names[1])]) == len(names) - 1


def test_unknown_origins_are_never_counted():
    assert origins([line for line in lines() if not line.origin], ()) == 0
