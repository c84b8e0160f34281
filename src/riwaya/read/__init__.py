"""Sources → Documents: text, HTML, JSON Lines, CSV; title, outlet, publication date, frame and furniture."""
