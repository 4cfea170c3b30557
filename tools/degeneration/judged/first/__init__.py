"""Loops and pages, judged on three times."""
