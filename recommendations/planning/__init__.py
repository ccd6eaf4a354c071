"""Choosing and dating projects: the problem in numbers, a plan at once, the best one found."""
