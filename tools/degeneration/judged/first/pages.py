"""The clean pages that were blind once: other pages than those of `pages_*`."""

from degeneration.judged.first import (
    code,
    forms,
    leaders,
    lists,
    tables,
    text,
)

KINDS = (
    *leaders.KINDS,
    *forms.KINDS,
    *tables.KINDS,
    *lists.KINDS,
    *text.KINDS,
    *code.KINDS,
)
