"""Document → Annotations: sentences, times, figures, names, statements; one report at a time."""
