"""Counts of one thing by several reports: aligned, over time, and where they differ."""
