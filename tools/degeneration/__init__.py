"""The judge of the degeneration detector: a labelled corpus, real files, rivals and the scoring.

Written from the detector's contract alone, by people who had not read the detector. What has been
tuned on since is `dev`, which `judged` is a part of; `test` is `held_out`, and only its figures are
published.
"""
