"""Exact loops and counters, judged on once."""
