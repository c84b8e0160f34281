"""Numbered series: rounds of talks, sessions, summits; each instance of them as the reports of a story tell it."""
