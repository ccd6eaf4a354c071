"""Asking for a fact of the profile wherever it matters, and keeping the answer at once."""
