"""Many reports → people and organisations, stories, timeline, sources."""
