"""One file a screen; each ends by calling show()."""
