"""The same pipeline in one process or over cores."""
