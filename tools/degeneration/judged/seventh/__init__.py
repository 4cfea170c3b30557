"""Exact loops and counters, judged on once, after those of `sixth`."""
