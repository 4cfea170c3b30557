"""The judge of the degeneration detector: a labelled corpus, real files, rivals and the scoring.

Written from the detector's contract alone, by somebody who had not read the detector. Kinds of
texts are divided into `dev` and `test`; only `test` figures are published.
"""
