"""Reading: sources of any kind to documents with their title, outlet, date, frame and furniture."""

from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents

__all__ = ["ReadOptions", "documents"]
