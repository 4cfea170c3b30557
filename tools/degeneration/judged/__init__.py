"""Kinds that were blind once, and were judged on three times; now they are `dev` as the others."""
