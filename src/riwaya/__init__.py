"""Riwaya (رواية): reads Arabic news reports of developing stories and tells each story with its sources."""

__version__ = "0.1.0"
