"""Names of one report: people with their titles, organisations, places.

A conditional random field finds names; the grammar of titles puts their bounds right, finds titles and who bears them;
the mentions of one person are gathered under the fullest name.
"""

from riwaya.annotate.names.report import NameTagger

__all__ = ["NameTagger"]
