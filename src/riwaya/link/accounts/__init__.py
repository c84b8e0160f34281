"""Claims and events with all who tell them: what each has, lacks, contradicts, and how many origins there are."""
