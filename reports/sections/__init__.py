"""One file per section: a dossier becomes blocks. reports/outline.py gives their order."""
