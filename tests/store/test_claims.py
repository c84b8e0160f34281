"""What statements claim, in the rows of a store; stores from before there were claims."""

from __future__ import annotations

import re

from msgspec.structs import replace
from sqlalchemy import select, text

from riwaya.model import Annotations, Claim, Deadline, Document, Failure, Published, Span
from riwaya.run.add import add_documents
from riwaya.store import Store, open_store
from riwaya.store.schema import SCHEMA, about, figures, mentions, statements
from store.conftest import Places
from store.invented import Invented, document, paragraphs, reports

PRINTED = "قال سمير الحدّاد إن النقابة لن تعلق الإضراب قبل 20 رحلة إلا إذا عاد 3 عمال"


class Claiming(Invented):
    """Says of every statement what the invented report above claims."""

    def annotate(self, document: Document, dated: Published | None = None) -> Annotations | Failure:
        record = super().annotate(document, dated)
        if isinstance(record, Failure):
            return record
        return replace(
            record,
            statements=tuple(
                replace(one, claim=_claim(document.text, record) if one is record.statements[-1] else Claim())
                for one in record.statements
            ),
        )


def _claim(printed: str, record: Annotations) -> Claim:
    spans = {words: re.search(words, printed) for words in ("لن", "إلا إذا عاد 3 عمال", "قبل 20 رحلة")}
    negation, condition, deadline = (Span(start=m.start(), end=m.end()) if m else None for m in spans.values())
    return Claim(
        negated=negation is not None,
        modality="intended",
        marks=(negation,) if negation else (),
        condition=condition,
        deadline=Deadline(start=deadline.start, end=deadline.end, until="2021-02-01") if deadline else None,
        figures=(len(record.figures) - 1,) if record.figures else (),
    )


def test_a_claim_has_its_columns_and_its_figures_their_statement(store: Store) -> None:
    add_documents([document("invented/1", PRINTED)], store, pipeline=Claiming, paragraphs=paragraphs)
    with store._writing() as connection:
        columns = (statements.c.negated, statements.c.modality, statements.c.condition, statements.c.deadline)
        row = connection.execute(select(*columns, statements.c.due)).one()
        assert tuple(row) == (True, "intended", "إلا إذا عاد 3 عمال", "قبل 20 رحلة", "2021-02-01")
        assert list(connection.scalars(select(figures.c.statement).order_by(figures.c.number))) == [None, 0]
        assert list(connection.scalars(select(mentions.c.statement))) == [None]


def test_a_store_from_before_there_were_claims(places: Places) -> None:
    old = places()
    with open_store(old) as store:
        add_documents(reports(5), store, pipeline=Invented, paragraphs=paragraphs)
    with open_store(old) as store, store._writing() as connection:
        connection.execute(text("DROP VIEW who_said_what"))
        for column in (
            "negated",
            "modality",
            "future",
            "condition",
            "deadline",
            "due",
            "occasion_date",
            "occasion_place",
        ):
            connection.execute(text(f"ALTER TABLE statements DROP COLUMN {column}"))
        for table in ("mentions", "times", "figures"):
            connection.execute(text(f"ALTER TABLE {table} DROP COLUMN statement"))
        connection.execute(about.update().where(about.c.name == "schema").values(value="3"))
    with open_store(old, create=False) as store:
        assert len(list(store.reports())) == 5
    with open_store(old) as store:
        later = reports(5, seed=2)
        add_documents(later, store, pipeline=Claiming, paragraphs=paragraphs)
        with store._writing() as connection:
            assert connection.scalar(select(about.c.value).where(about.c.name == "schema")) == str(SCHEMA)
            assert connection.execute(text("SELECT negated, due FROM who_said_what")).all()
