"""The order of the stages: the only file that knows it.

    read → learned furniture → prose → publication date → times, figures → names → statements → link

A report whose own words give no day may be dated by others; then the stages from the date on are run again for it.

Reading and storing are input and output and live in ``run``; everything here is a pure function of its arguments.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

from riwaya.annotate.dating import published
from riwaya.annotate.figures import figures
from riwaya.annotate.named_weekdays import weekdays
from riwaya.annotate.names import NameTagger
from riwaya.annotate.prose import Prose
from riwaya.annotate.sentences import prose
from riwaya.annotate.statements import StatementFinder, claimed
from riwaya.annotate.times import TimeTagger
from riwaya.errors import BadDocument, ConfigurationError
from riwaya.link.dating import dated
from riwaya.link.kept import Kept
from riwaya.link.links import link, linked
from riwaya.link.task import Spread
from riwaya.link.telling import clues, known_day
from riwaya.model import Annotations, Clues, Document, Failure, Judgement, Links, Published, Report
from riwaya.read.furniture import Recurrence, learned

LONGEST = 400_000
"""Code points of text beyond which a document is a failure: no news report is a hundredth of it."""


MAKES_RECORDS = ("arabic", "annotate", "lexicon", "link", "models", "model", "origin", "pipeline.py", "read")
"""The parts of the package that decide what a record says; a change in any makes stored records stale."""


@cache
def version() -> str:
    """Return a digest of the code, lexicons and models that make records: stored ones of another are made again."""
    digest = sha256()
    package = resources.files("riwaya")
    for part in MAKES_RECORDS:
        for name, file in _files(part, package / part):
            digest.update(name.encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _files(name: str, place: Traversable) -> list[tuple[str, Traversable]]:
    if place.is_file():
        return [(name, place)]
    inside = sorted((p for p in place.iterdir() if p.name != "__pycache__"), key=lambda p: p.name)
    return [file for part in inside for file in _files(f"{name}/{part.name}", part)]


@lru_cache(maxsize=1)
def _prose(document: Document) -> Prose:
    """Return the words of a report: what has just been annotated is not read again for its clues."""
    return prose(document)


class Pipeline:
    """The stages with their lexicons and models loaded; one a process, good for any number of reports."""

    def __init__(self) -> None:
        self.version = version()
        self._times = TimeTagger()
        self._names = NameTagger()
        self._statements = StatementFinder()

    def learned(self, document: Document, recurrence: Recurrence) -> Document:
        """Return the document with the furniture that only other articles of its outlet give away."""
        return learned(document, recurrence)

    def annotate(self, document: Document, dated: Published | None = None) -> Annotations | Failure:
        """Return the annotation record of one report, or why there is none; no other report is looked at.

        ``dated`` is what ``dates`` says of it; all its times are resolved against that, unless it gives its day itself.
        """
        try:
            return self._annotate(document, dated)
        except BadDocument as bad:
            return Failure(doc=document.doc, key=document.key, stage="annotate", reason=bad.reason)
        except ConfigurationError:
            raise
        except Exception as bug:  # noqa: BLE001 - one article must never stop a run over thousands
            reason = f"a fault of Riwaya's own ({type(bug).__name__}: {bug}); please report it"
            return Failure(doc=document.doc, key=document.key, stage="annotate", reason=reason)

    def clues(self, document: Document, record: Annotations) -> Clues:
        """Return what a report gives to the dating of others; the same whether it has been ``dated`` by them or not."""
        own, text = record.published, _prose(document)
        sentences = [(one, text.words(at)) for at, one in enumerate(text.sentences)]
        if own is not None and not own.others and known_day(own):
            return clues(document, record, own, sentences)
        return clues(document, record, published(text), sentences, weekdays(text))

    def dates(self, found: Iterable[Clues]) -> dict[str, Published]:
        """Return by document id when reports were published that don't say it themselves, as others tell."""
        return dated(found)

    def link(self, reports: Iterable[Report], rulings: Sequence[Judgement] = ()) -> Links:
        """Return what the reports say together, people and bodies as a person ruled; order does not matter."""
        return link(reports, rulings)

    def linked(self, kept: Kept, rulings: Sequence[Judgement] = (), spread: Spread | None = None) -> Links:
        """Return what reports say together that are ``kept`` somewhere, less what has not changed since."""
        return linked(kept, rulings, spread)

    def _annotate(self, document: Document, dated: Published | None) -> Annotations:
        if len(document.text) > LONGEST:
            raise BadDocument(f"longer than {LONGEST:,} characters: not one news report")
        text = _prose(document)
        own = published(text)
        date = own if known_day(own) else dated or own
        times = self._times(text, date)
        counts = figures(text, times)
        names = self._names(text)
        statements = self._statements(text, names, times)
        return Annotations(
            doc=document.doc,
            id=document.id,
            outlet=document.outlet,
            title=document.title,
            published=date,
            furniture=document.furniture,
            frame=document.frame,
            sentences=text.sentences,
            times=times,
            figures=counts,
            mentions=names.mentions,
            people=names.people,
            organisations=names.organisations,
            places=names.places,
            statements=claimed(text, statements, times, counts, names, date),
            notes=document.notes,
        )
