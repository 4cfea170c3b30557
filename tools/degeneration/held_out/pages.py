"""All clean pages of the blind split."""

from degeneration.held_out import (
    pages_data,
    pages_forms,
    pages_law,
    pages_lists,
    pages_logs,
    pages_news,
    pages_notation,
    pages_office,
    pages_programs,
    pages_registers,
    pages_school,
    pages_tables,
    pages_verse,
)
from degeneration.sample import NegativeKind

KINDS: tuple[NegativeKind, ...] = (
    *pages_tables.KINDS,
    *pages_registers.KINDS,
    *pages_office.KINDS,
    *pages_school.KINDS,
    *pages_forms.KINDS,
    *pages_law.KINDS,
    *pages_lists.KINDS,
    *pages_verse.KINDS,
    *pages_data.KINDS,
    *pages_notation.KINDS,
    *pages_programs.KINDS,
    *pages_logs.KINDS,
    *pages_news.KINDS,
)
