"""The clean pages that no detector was tuned on: other pages than those of `pages_*`.

They were written without a look at the detector and without a run of it. Keep it so: what fires on
them is news, and a page that is mended to pass is of no more use.
"""

from degeneration import (
    unseen_code,
    unseen_forms,
    unseen_leaders,
    unseen_lists,
    unseen_tables,
    unseen_text,
)

KINDS = (
    *unseen_leaders.KINDS,
    *unseen_forms.KINDS,
    *unseen_tables.KINDS,
    *unseen_lists.KINDS,
    *unseen_text.KINDS,
    *unseen_code.KINDS,
)
