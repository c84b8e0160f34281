"""The SQL views: tables under names that read well in Datasette."""

from __future__ import annotations

VIEWS = {
    "reports": """
SELECT v.id AS version, a.key, v.doc, v.title, v.outlet, n.published, n.basis, v.url, v.number AS version_number,
  (SELECT count(*) FROM statements s WHERE s.version = v.id) AS statements
FROM versions v JOIN articles a ON a.id = v.article LEFT JOIN annotations n ON n.version = v.id WHERE v.current""",
    "who_said_what": """
SELECT s.speaker, s.speaker_kind, s.stance, s.mode, s.text, s.chain, s.occasion,
  s.occasion_date, s.occasion_place, v.outlet, n.published, v.doc, v.title,
  s.version, s.starts, s.ends, s.negated, s.modality, s.future,
  s.condition, s.deadline, s.due
FROM statements s JOIN versions v ON v.id = s.version JOIN annotations n ON n.version = v.id""",
    "names": """
SELECT entity AS name, type, count(DISTINCT version) AS reports, count(*) AS mentions
FROM mentions GROUP BY entity, type""",
    "story_timeline": """
SELECT s.title AS story_title, t.date, t.status, t.type, t.what, t.story, t.number
FROM timeline t JOIN stories s ON s.id = t.story""",
    "story_processes": """
SELECT s.title AS story_title, p.process, p.kind, p.number, p.name, p.date, p.status, p.story
FROM processes p JOIN stories s ON s.id = p.story""",
    "who_undertook_what": """
SELECT s.title AS story_title, c.who, c.what, c.deadline, c.condition, c.status, c.turns, c.story
FROM commitments c JOIN stories s ON s.id = c.story""",
    "story_figures": """
SELECT s.title AS story_title, f.what, f.fate, f.verdict, f.low, f.high, f.counts, f.story
FROM figure_series f JOIN stories s ON s.id = f.story""",
    "who_stands_behind": """
SELECT s.title AS story_title, a.event, a.date, a.witnesses, a.origins, a.unknown, a.disputed, a.story
FROM accounts a JOIN stories s ON s.id = a.story""",
    "who_holds_what": """
SELECT s.title AS story_title, p.who, p.matter, p.date, p.kind, p.shift, p.text, p.story
FROM positions p JOIN stories s ON s.id = p.story""",
    "not_read": "SELECT stage, reason, count(*) AS reports FROM failures GROUP BY stage, reason",
}
