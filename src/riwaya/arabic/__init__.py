"""What Riwaya knows of Arabic and nothing of news: letters, tokens, clitics, lemmas, numerals, calendars, names."""
