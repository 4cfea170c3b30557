"""Kinds that nobody tuned the detector on: other loops, pages and material than in `dev`.

Written without a look at the detector and without a run of it. Who tunes on them makes them `dev`,
and writes new ones.
"""
