"""The views: rows, terminal tables, the HTML dossier."""
