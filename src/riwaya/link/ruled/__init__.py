"""A person's rulings on stories, events, claims and copies: where they stand now, and what they join and part."""
