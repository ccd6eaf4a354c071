"""Charts: a dossier becomes a figure, a sentence and a table that say the same."""
