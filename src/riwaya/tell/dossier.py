"""The dossier: one HTML file that holds everything it shows, loads nothing, and opens the words behind every line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from msgspec import Struct

from riwaya.model import Evidence, Failure, Story
from riwaya.tell import embedding
from riwaya.tell.account import reasons, relayed, tabled
from riwaya.tell.bidi import tame
from riwaya.tell.chains import BOX, drawing, relays, speaker
from riwaya.tell.clause import standalone
from riwaya.tell.countries import called
from riwaya.tell.dates import spoken, weekday
from riwaya.tell.early import early
from riwaya.tell.gaps import gaps
from riwaya.tell.known import marked
from riwaya.tell.limits import Limits
from riwaya.tell.pieces import printable
from riwaya.tell.reason import reason
from riwaya.tell.reckoning import reckoning
from riwaya.tell.sheet import Sheet, sheet
from riwaya.tell.story import StoryPage, story_page
from riwaya.tell.views import Views
from riwaya.tell.words import Both, counted, word

_IN_SCRIPT = ("guessed", "search.lines", "search.hits", "search.none", "filter.count", "theme", "theme.light")


class Options(Struct, frozen=True, kw_only=True):
    """What the page is about and how much it holds; ``story`` narrows it to one."""

    story: str | None = None
    limits: Limits = Limits()


def dossier(views: Views, options: Options | None = None) -> str:
    """Return the page for the stories of a store: the same reports, the same bytes.

    The page is UTF-8 HTML with Arabic and English words, its styles, fonts and script within; its own policy forbids
    it to load or run anything else. Misses: in a large story only some texts are in the page; it says how many are not.
    """
    chosen = options or Options()
    stories = [story for story in views.stories() if chosen.story in (None, story.id)]
    failures = list(views.failures())
    shown = stories[: chosen.limits.stories]
    pages = _pages(shown, views, failures, chosen.limits)
    template = _environment().get_template("dossier.html.j2")
    return template.render(
        pages=pages,
        failures=list(gaps((), failures)) if len(pages) != 1 else [],
        left_stories=max(0, len(stories) - chosen.limits.stories),
        words=Markup(embedding.data({key: [word(key).ar, word(key).en] for key in _IN_SCRIPT})),
        style=Markup(embedding.style()),
        script=Markup(embedding.script()),
        policy=Markup(embedding.policy()),
    )


def _pages(stories: Sequence[Story], views: Views, failures: Sequence[Failure], limits: Limits) -> list[StoryPage]:
    pages: list[StoryPage] = []
    taken, share = 0, limits.articles_in_all // max(len(stories), 1)
    for n, story in enumerate(stories):
        kept_for_others = share * (len(stories) - n - 1)
        room = min(limits.articles, limits.articles_in_all - taken - kept_for_others)
        sheets = _sheets(story, views, taken, room, limits)
        own = limits.shared(len(stories), n)
        taken += len(sheets)
        pages.append(story_page(n, story, views, failures if len(stories) == 1 else (), sheets, own))
    return pages


def _sheets(story: Story, views: Views, first: int, room: int, limits: Limits) -> tuple[Sheet, ...]:
    wanted = set(_cited(story, views, room))
    reports = (report for report in views.reports(story.id) if report.document.id in wanted)
    return tuple(
        sheet(first + at, report, views.versions(report.document.key), limits.letters)
        for at, report in enumerate(reports)
    )


def _cited(story: Story, views: Views, room: int) -> Iterable[str]:
    """Choose whose texts go into the page: those that the timeline rests on, then the newest."""
    if len(story.documents) <= room:
        return story.documents
    cited = [one.doc for entry in views.timeline(story.id) for one in entry.evidence]
    within = set(story.documents)
    return [doc for doc in dict.fromkeys((*cited, *reversed(story.documents))) if doc in within][:room]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("riwaya.tell", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_final,
    )
    environment.globals.update(
        country=called,
        word=word,
        counted=counted,
        spoken=spoken,
        weekday=weekday,
        joined=_joined,
        reason=reason,
        reckoning=reckoning,
        drawing=drawing,
        tabled=tabled,
        reasons=reasons,
        relayed=relayed,
        relays=relays,
        speaker=speaker,
        box=BOX,
    )
    environment.filters.update(
        address=_address, clock=_number, docs=_docs, early=early, marked=marked, standalone=standalone, tame=tame
    )
    return environment


def _final(value: Any) -> Any:
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _joined(words: Sequence[Both]) -> Both:
    return Both("، ".join(one.ar for one in words), ", ".join(one.en for one in words))


def _address(url: str | None) -> str | None:
    """Return a URL only where following it cannot run anything: http and https."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


def _number(value: float | int | None) -> str:
    return "" if value is None else f"{value:,}"


def _docs(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return the first evidence of each document."""
    return list({one.doc: one for one in reversed(list(evidence))}.values())[::-1]
