"""Documents to generate for, in batches that do not depend on the number of ranks."""

from typing import Any

import lightning as L

from dharma_pl.artifacts import fingerprint
from dharma_pl.data.base import DocumentSource
from dharma_pl.data.documents import load_documents
from dharma_pl.data.encode import Codec, load_codec, prompt_length
from dharma_pl.data.images import image_digest
from dharma_pl.data.lengths import OnOverlong, fitting
from dharma_pl.data.loader import BatchLoader, sequential_plan
from dharma_pl.errors import DataError
from dharma_pl.ranks import failing_together
from dharma_pl.records import Document, Split


class SamplingData(L.LightningDataModule):
    """Documents to sample outputs for. One batch becomes one shard of the outputs.

    Args:
        documents: a data file, folder, artifact or `datasets` name, or a source.
        processor: model whose processor encodes them; follows `model.backbone` by default.
        prompt: for documents without one.
        splits: which documents; all of them where empty.
        limit: how many at most, the first by id; 0 for all.
        batch_size: documents a batch.
        num_workers: processes that decode images ahead.
        overlong: what a document does whose prompt leaves no room for the tokens to be generated.
        max_tokens: of prompt and completion; 0 for the model's own context.
    """

    def __init__(
        self,
        documents: str | DocumentSource,
        processor: str = "",
        prompt: str | None = None,
        splits: list[Split] | None = None,
        limit: int = 0,
        batch_size: int = 16,
        num_workers: int = 0,
        overlong: OnOverlong = "error",
        max_tokens: int = 0,
    ) -> None:
        super().__init__()
        # A rank may find nothing left to do.
        self.allow_zero_length_dataloader_with_multiple_devices = True
        self.documents, self.processor, self.prompt = documents, processor, prompt
        self.splits, self.limit = splits or [], limit
        self.batch_size, self.num_workers = batch_size, num_workers
        self.overlong, self.max_tokens = overlong, max_tokens
        self.codec: Codec | None = None
        self.rows: list[Document] = []

    @failing_together()
    def setup(self, stage: str) -> None:
        """Read and order the documents: long pages first, so that a batch's rows are alike.

        Raises:
            DataError: no document in the splits asked for.
        """
        if self.codec is not None:
            return
        self.codec = load_codec(self.processor)
        rows = [
            document
            for document in load_documents(self.documents, prompt=self.prompt)
            if not self.splits or document.split in self.splits
        ]
        if not rows:
            raise DataError(
                f"{self.documents} has no documents in the splits {', '.join(self.splits)}: "
                "expected a column `split`, or enough documents to split by themselves"
            )
        if self.limit:
            rows = sorted(rows, key=lambda document: document.id)[: self.limit]
        module = getattr(self.trainer, "lightning_module", None)
        new = int(getattr(module, "max_new_tokens", 1))
        rows = fitting(rows, self.codec, lambda row: (row, new), self.overlong, self.max_tokens)
        self.rows = sorted(rows, key=lambda document: (-prompt_length(document), document.id))

    def content(self) -> str:
        """Fingerprint of what the model will read."""
        assert self.codec is not None
        documents = [
            (row.id, row.prompt, [image_digest(ref) for ref in row.images]) for row in self.rows
        ]
        return fingerprint(self.codec.digest, documents)

    def predict_dataloader(self) -> BatchLoader:
        """The batches whose shards are not written yet.

        A shard's rank does not depend on which are written: ranks may look at different moments.
        """
        trainer = self.trainer
        assert trainer is not None
        present: set[int] = getattr(trainer.lightning_module, "present_shards", set)()
        plan = list(enumerate(sequential_plan(len(self.rows), self.batch_size)))
        share = plan[trainer.global_rank :: trainer.world_size]
        mine = [rows for index, rows in share if index not in present]
        return BatchLoader(self.rows, lambda _: mine, self.collate, self.num_workers)

    def collate(self, documents: list[Document]) -> dict[str, Any]:
        """Left-padded prompts, and the number of the shard they belong to."""
        assert self.codec is not None
        first = self._position[documents[0].id]
        return {
            "shard": first // self.batch_size,
            "document_ids": [document.id for document in documents],
            "inputs": self.codec.pad([self.codec.prompt(doc) for doc in documents], "left"),
        }

    @property
    def _position(self) -> dict[str, int]:
        if not hasattr(self, "_positions"):
            self._positions = {document.id: i for i, document in enumerate(self.rows)}
        return self._positions
