"""Exact loops and counters, judged on once; those of three rounds before are gone."""
