"""Dependence: which reports are one witness, because their text is copied, their agency one, or their owner."""
