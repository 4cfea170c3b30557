"""Documents, pairs, and the LightningDataModules that feed them."""

from dharma_pl.data.ditto import Ditto
from dharma_pl.data.documents import (
    CsvDocuments,
    DocumentSource,
    FolderDocuments,
    HubDocuments,
    JsonlDocuments,
    ParquetDocuments,
)
from dharma_pl.data.preference import PreferenceData
from dharma_pl.data.preference_rows import (
    HubPreferences,
    JsonlPreferences,
    ParquetPreferences,
)
from dharma_pl.data.sampling import SamplingData
from dharma_pl.data.sft import SFTData

__all__ = [
    "CsvDocuments",
    "Ditto",
    "DocumentSource",
    "FolderDocuments",
    "HubDocuments",
    "HubPreferences",
    "JsonlDocuments",
    "JsonlPreferences",
    "ParquetDocuments",
    "ParquetPreferences",
    "PreferenceData",
    "SFTData",
    "SamplingData",
]
