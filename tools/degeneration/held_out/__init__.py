"""Kinds that nobody tuned the detector on: other loops and pages than any in `dev`.

Written without a look at the detector and without a run of it. Keep it so: what fires on them is
news, and a page that is mended to pass is of no more use. Who tunes on them moves them to `judged`,
which is of `dev`, and writes new ones.
"""
