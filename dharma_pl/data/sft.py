"""Prompts with the text to learn: documents' targets, or the chosen side of pairs."""

from typing import Any

import lightning as L
import torch

from dharma_pl.data.base import DocumentSource
from dharma_pl.data.ditto import Ditto, pseudo_repetitions
from dharma_pl.data.documents import load_documents
from dharma_pl.data.encode import Codec, Inputs, append_completion, load_codec, prompt_length
from dharma_pl.data.lengths import OnOverlong, fitting
from dharma_pl.data.loader import BatchLoader, evaluation_loader, global_plan, shares
from dharma_pl.data.preference import read_pairs
from dharma_pl.errors import DataError
from dharma_pl.ranks import failing_together
from dharma_pl.records import Document, Split

Example = tuple[Document, list[int]]


class SFTData(L.LightningDataModule):
    """Documents with targets, for supervised fine-tuning.

    Args:
        documents: a data file, folder, artifact or `datasets` name, or a source.
        processor: model whose processor encodes them; follows `model.backbone` by default.
        prompt: for documents without one.
        pairs: a pairs artifact: train on its chosen completions instead of the targets.
        train_split: documents to learn from.
        val_split: documents for the validation loss, where there are any.
        test_split: documents for the loss that the verb `test` prints.
        batch_size: documents a rank and step.
        num_workers: processes that decode images ahead.
        seed: of the order.
        ditto: add pseudo-repetitions of the targets to each training batch, for the loss of
            `model.ditto_weight`.
        overlong: what a document does whose prompt and target are more than the model's context.
        max_tokens: of prompt and target; 0 for the model's own context.
    """

    def __init__(
        self,
        documents: str | DocumentSource,
        processor: str = "",
        prompt: str | None = None,
        pairs: str | None = None,
        train_split: Split = "train",
        val_split: Split = "validation",
        batch_size: int = 8,
        num_workers: int = 0,
        seed: int = 0,
        ditto: Ditto | None = None,
        overlong: OnOverlong = "error",
        max_tokens: int = 0,
        test_split: Split = "heldout",
    ) -> None:
        super().__init__()
        self.ditto = ditto
        self.documents, self.processor, self.prompt, self.pairs = (
            documents,
            processor,
            prompt,
            pairs,
        )
        self.train_split, self.val_split, self.test_split = train_split, val_split, test_split
        self.batch_size, self.num_workers, self.seed = batch_size, num_workers, seed
        self.overlong, self.max_tokens = overlong, max_tokens
        self.codec: Codec | None = None
        self.train: list[Example] = []
        self.val: list[Example] = []
        self.test: list[Example] = []

    @failing_together()
    def setup(self, stage: str) -> None:
        """Read the documents.

        Raises:
            DataError: nothing to learn from.
        """
        if self.codec is not None:
            return
        self.codec = codec = load_codec(self.processor)
        loaded = list(load_documents(self.documents, prompt=self.prompt))
        with_target = [
            (document, codec.target(document.target))
            for document in loaded
            if document.target is not None
        ]
        self.val = [item for item in with_target if item[0].split == self.val_split]
        self.test = [item for item in with_target if item[0].split == self.test_split]
        if self.pairs is None:
            self.train = [item for item in with_target if item[0].split == self.train_split]
        else:
            by_id = {document.id: document for document in loaded}
            self.train = [
                (by_id[pair.document_id], list(pair.chosen.token_ids))
                for pair in read_pairs(self.pairs, by_id)
            ]
        if not self.train and stage == "fit":
            raise DataError(
                f"{self.documents} has no {self.train_split} documents with a target: SFT needs "
                "the text to learn in the column `target` (rename with columns)"
            )

        self.train, self.val = self._fitting(self.train), self._fitting(self.val)

    def _fitting(self, rows: list[Example]) -> list[Example]:
        assert self.codec is not None
        return fitting(
            rows, self.codec, lambda row: (row[0], len(row[1])), self.overlong, self.max_tokens
        )

    def train_dataloader(self) -> BatchLoader:
        """Shuffled by the seed alone; ranks share each global batch."""
        assert self.trainer is not None
        plan = global_plan(
            len(self.train),
            self.batch_size,
            self.trainer.world_size,
            seed=self.seed,
            lengths=[prompt_length(document) + len(ids) for document, ids in self.train],
        )
        share = shares(self.trainer.global_rank, self.trainer.world_size)
        return BatchLoader(
            self.train, lambda epoch: share(plan(epoch)), self._collate_train, self.num_workers
        )

    def val_dataloader(self) -> BatchLoader | list[Any]:
        """Every validation document once; ranks share each batch."""
        return self._evaluation(self.val)

    def test_dataloader(self) -> BatchLoader | list[Any]:
        """Every document of the test split once.

        Raises:
            DataError: there is none.
        """
        if not self.test:
            raise DataError(
                f"{self.documents} has no {self.test_split} documents with a target to test on: "
                "choose another data.test_split"
            )
        return self._evaluation(self._fitting(self.test))

    def sample_inputs(self, tokens: int) -> Inputs:
        """The shortest prompt with so many tokens of its target: to try a model on."""
        assert self.codec is not None
        document, ids = min(self.train, key=lambda row: (prompt_length(row[0]), row[0].id))
        return append_completion(self.codec.prompt(document), ids[:tokens])

    def _evaluation(self, rows: list[Example]) -> BatchLoader | list[Any]:
        return evaluation_loader(
            rows, self.batch_size, self.trainer, self._collate, self.num_workers
        )

    def _collate(self, rows: list[Example]) -> dict[str, Any]:
        return self._batch(rows, [])

    def _collate_train(self, rows: list[Example]) -> dict[str, Any]:
        assert self.codec is not None
        if self.ditto is None:
            return self._batch(rows, [])
        repeated = pseudo_repetitions(rows, self.ditto, self.codec, self.seed)
        batch = self._batch(rows, [(row.document, list(row.token_ids)) for row in repeated])
        none = [0] * len(rows)
        batch["ditto_start"] = torch.tensor([*none, *(row.start for row in repeated)])
        batch["ditto_period"] = torch.tensor([*none, *(row.period for row in repeated)])
        return batch

    def _batch(self, rows: list[Example], more: list[Example]) -> dict[str, Any]:
        """Rows, and below them rows of some of the same documents."""
        assert self.codec is not None
        prompts = {document.id: self.codec.prompt(document) for document, _ in rows}
        encoded = [append_completion(prompts[doc.id], ids) for doc, ids in [*rows, *more]]
        return {
            "inputs": self.codec.pad(encoded, "right"),
            "document_ids": [document.id for document, _ in rows],
        }
