"""Preference pairs with their prompts, images and reference log-probabilities."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from typing import Any

import lightning as L
import torch
from torch.nn.utils.rnn import pad_sequence

from dharma_pl.artifacts import fingerprint
from dharma_pl.data.base import DocumentSource
from dharma_pl.data.documents import load_documents
from dharma_pl.data.encode import Codec, Inputs, load_codec, prompt_length
from dharma_pl.data.grouping import budget_plan, group_shares
from dharma_pl.data.image_features import FeatureFiles, plain
from dharma_pl.data.images import image_digest
from dharma_pl.data.lengths import OnOverlong
from dharma_pl.data.loader import (
    BatchLoader,
    Plan,
    evaluation_loader,
    global_plan,
    sequential_plan,
)
from dharma_pl.data.pair_inputs import PairInputs, pair_inputs
from dharma_pl.data.pairs import OnBad, RejectedEos, is_pairs_artifact, load_pairs, read_pairs
from dharma_pl.data.reference_cache import ReferenceRow
from dharma_pl.data.splits import splits_of
from dharma_pl.errors import DataError, GateError
from dharma_pl.ranks import failing_together
from dharma_pl.records import Document, Pair

__all__ = ["PreferenceData", "ReferenceRow", "read_pairs"]

TRANSFORMERS = metadata.version("transformers")
"""Of the code that makes features of images."""


class PreferenceData(L.LightningDataModule):
    """Pairs for DPO.

    Args:
        pairs: a pairs artifact; or preference data with `prompt`, `chosen`, `rejected` and
            `images` where there are any, text or chat messages: a `.jsonl` or `.parquet` file, a
            folder, a `datasets` name, or a reader.
        documents: where the prompts and images of a pairs artifact are: what its outputs were
            sampled from.
        processor: model whose processor encodes them; follows `model.backbone` by default.
        prompt: for documents without one.
        batch_size: pairs a rank and step.
        token_budget: most tokens a rank and step, in place of `batch_size`: batches of like
            lengths, with more pairs where they are short. Costs one pass over the prompts.
        group_pairs: pairs of one document share a batch, so that its prompt runs once for them.
        val_fraction: share of documents whose pairs are kept for validation.
        num_workers: processes that decode images ahead.
        seed: of the order and of the validation share.
        rejected_eos: whether rejected texts of preference data end with the end of the turn;
            `auto`: where the row says so, or else where no loop runs to their end. Pairs of ours
            know.
        on_bad: what a pair does that cannot be trained on.
        overlong: what a pair does that has more tokens than the model's context.
        max_tokens: of prompt and longer side; 0 for the model's own context.
    """

    def __init__(
        self,
        pairs: str | DocumentSource,
        documents: str | DocumentSource | None = None,
        processor: str = "",
        prompt: str | None = None,
        batch_size: int = 4,
        token_budget: int | None = None,
        group_pairs: bool = True,
        val_fraction: float = 0.0,
        num_workers: int = 0,
        seed: int = 0,
        rejected_eos: RejectedEos = "auto",
        on_bad: OnBad = "error",
        overlong: OnOverlong = "error",
        max_tokens: int = 0,
    ) -> None:
        super().__init__()
        # A rank may find nothing to predict; validation plans are equal by construction.
        self.allow_zero_length_dataloader_with_multiple_devices = True
        self.pairs, self.documents, self.processor, self.prompt = (
            pairs,
            documents,
            processor,
            prompt,
        )
        self.batch_size, self.val_fraction = batch_size, val_fraction
        self.token_budget, self.group_pairs = token_budget, group_pairs
        self.num_workers, self.seed = num_workers, seed
        self.rejected_eos, self.on_bad, self.overlong = rejected_eos, on_bad, overlong
        self.max_tokens = max_tokens
        self.codec: Codec | None = None
        self.reference: Mapping[str, ReferenceRow] = {}
        self.features: FeatureFiles | None = None
        self.train: list[Pair] = []
        self.val: list[Pair] = []
        self.test: list[Pair] = []

    @failing_together()
    def setup(self, stage: str) -> None:
        """Read pairs and documents.

        Raises:
            DataError: no pairs, or a pair that cannot be trained on.
        """
        if self.codec is not None:
            return
        self.codec = load_codec(self.processor)
        loaded = load_pairs(
            self.pairs, self._given_documents(), self.codec, prompt=self.prompt,
            rejected_eos=self.rejected_eos, on_bad=self.on_bad, overlong=self.overlong,
            max_tokens=self.max_tokens,
        )  # fmt: skip
        self._by_id, pairs = loaded.documents, loaded.pairs
        held = loaded.held_out or _held_out(pairs, self.val_fraction, self.seed)
        self.train = [pair for pair in pairs if pair.document_id not in held]
        kept = [pair for pair in pairs if pair.document_id in held]
        splits = {pair.id: self._by_id[pair.document_id].split for pair in kept}
        self.test = [pair for pair in kept if splits[pair.id] == "heldout"]
        # Data of two parts, train and test, is validated on the second one too.
        self.val = [pair for pair in kept if splits[pair.id] != "heldout"] or kept
        self._digests: dict[str, str] = {}
        self._images: dict[str, str] = {}
        self._keys = {pair.id: self._content_key(pair, self._digests) for pair in pairs}

    def _given_documents(self) -> dict[str, Document] | None:
        """Documents of a pairs artifact; preference data brings its own."""
        if self.documents is None:
            if is_pairs_artifact(self.pairs):
                raise DataError(
                    f"{self.pairs} is a pairs artifact, whose prompts are elsewhere: point "
                    "data.documents at the documents that its outputs were sampled from"
                )
            return None
        if not isinstance(self.pairs, str) or Path(self.pairs).is_file():
            raise DataError(
                f"{self.pairs} is preference data, which has prompts and images of its own: leave "
                "data.documents out"
            )
        return {doc.id: doc for doc in load_documents(self.documents, prompt=self.prompt)}

    def pairs_once(self) -> list[Pair]:
        """All pairs, of training, validation and test."""
        return list({pair.id: pair for pair in (*self.train, *self.val, *self.test)}.values())

    @failing_together()
    def check_prompts(self) -> None:
        """Encode every prompt once, before the first step, where no reference does so anyway.

        Raises:
            DataError: a prompt and its images do not fit the model; names the pair.
        """
        first = {pair.document_id: pair for pair in reversed(self.pairs_once())}
        for _ in self._in_order(list(first.values()), self._encoded):
            pass

    def _encoded(self, pairs: list[Pair]) -> int:
        return len([self._prompt(pair) for pair in pairs])

    def take_reference(self, rows: Mapping[str, ReferenceRow], source: object) -> None:
        """Keep the reference that batches will carry.

        Args:
            rows: by content key.
            source: where they come from, for messages.

        Raises:
            GateError: a pair has none, or one of another number of tokens.
        """
        for pair in self.pairs_once():
            row = rows.get(self._keys[pair.id])
            if row is None:
                raise GateError(f"pair {pair.id} has no reference log-probs in {source}: try again")
            for side in ReferenceRow._fields:
                have, want = len(getattr(row, side)), len(getattr(pair, side).token_ids)
                if have != want:
                    raise GateError(
                        f"pair {pair.id}: its {side} side has {want} tokens, but {have} reference "
                        f"log-probs in {source}: delete that folder to recompute them"
                    )
        self.reference = rows

    def take_features(self, files: FeatureFiles | None) -> None:
        """Keep where image features are, or None: batches carry them in the place of pixels."""
        self.features = files

    def keys(self) -> dict[str, str]:
        """Content key to pair id, for the reference cache."""
        return {key: pair_id for pair_id, key in self._keys.items()}

    def _content_key(self, pair: Pair, digests: dict[str, str]) -> str:
        """Hash all that a log-probability depends on beside the model: no names, no paths."""
        assert self.codec is not None
        if pair.document_id not in digests:
            document = self._by_id[pair.document_id]
            images = [image_digest(ref) for ref in document.images]
            digests[pair.document_id] = fingerprint(document.prompt, images, self.codec.digest)
            parts = images, self.codec.digest, TRANSFORMERS
            self._images[pair.document_id] = fingerprint(*parts) if images else ""
        return fingerprint(
            digests[pair.document_id], pair.chosen.token_ids, pair.rejected.token_ids
        )

    def train_dataloader(self) -> BatchLoader:
        """Shuffled by the seed alone; ranks share each global batch."""
        assert self.trainer is not None
        world_size = self.trainer.world_size
        groups = [pair.document_id if self.group_pairs else pair.id for pair in self.train]
        if self.token_budget is not None:
            plan = self._budget_plan(groups, self.token_budget, world_size)
        else:
            prompts = {name: prompt_length(self._by_id[name]) for name in self._documents()}
            longest = self._longest(groups, prompts)
            plan = global_plan(
                len(self.train), self.batch_size, world_size, seed=self.seed,
                lengths=longest, groups=groups,
            )  # fmt: skip
        share = group_shares(self.trainer.global_rank, world_size, groups)
        return BatchLoader(
            self.train, lambda epoch: share(plan(epoch)), self._collate, self.num_workers
        )

    def _documents(self) -> list[str]:
        return list(dict.fromkeys(pair.document_id for pair in self.train))

    def _longest(self, groups: list[str], prompts: Mapping[str, int]) -> list[int]:
        """For each training pair the length of its group's longest."""
        longest: dict[str, int] = {}
        for pair, group in zip(self.train, groups, strict=True):
            length = prompts[pair.document_id] + len(pair.rejected.token_ids)
            longest[group] = max(length, longest.get(group, 0))
        return [longest[group] for group in groups]

    def _budget_plan(
        self, groups: list[str], budget: int, world_size: int
    ) -> Callable[[int], Plan]:
        assert self.codec is not None
        prompts = {
            name: self.codec.prompt(self._by_id[name])["input_ids"].shape[1]
            for name in self._documents()
        }

        def cost(rows: Sequence[int]) -> int:
            """Each prompt once, and each completion of it once."""
            pairs = [self.train[row] for row in rows]
            sides = {(p.document_id, c.token_ids) for p in pairs for c in (p.chosen, p.rejected)}
            documents = {pair.document_id for pair in pairs}
            return sum(prompts[name] for name in documents) + sum(len(ids) for _, ids in sides)

        longest = self._longest(groups, prompts)
        return budget_plan(longest, groups, cost, budget, world_size, seed=self.seed)

    def val_dataloader(self) -> BatchLoader | list[Any]:
        """Every validation pair once; ranks share each batch."""
        return self._evaluation(self.val)

    def test_dataloader(self) -> BatchLoader | list[Any]:
        """Every pair of a held-out document once.

        Raises:
            DataError: there is none.
        """
        if not self.test:
            raise DataError(
                f"{self.pairs} has no pairs of held-out documents to test on: give rows the split "
                "`test`, or make a pairs artifact with splits: [heldout]"
            )
        return self._evaluation(self.test)

    def _evaluation(self, pairs: list[Pair]) -> BatchLoader | list[Any]:
        return evaluation_loader(
            pairs, self.batch_size, self.trainer, self._collate, self.num_workers
        )

    def predict_dataloader(self) -> BatchLoader | list[Any]:
        """The pairs that the reference cache lacks."""
        assert self.trainer is not None
        wanted = getattr(self.trainer.lightning_module, "missing", lambda keys: set(keys))
        return self.reference_loader(wanted(self.keys()))

    def reference_loader(self, keys: set[str]) -> BatchLoader:
        """The pairs of some content keys, each once; ranks take turns."""
        unique = {self._keys[pair.id]: pair for pair in self.pairs_once()}
        return self._in_order([pair for key, pair in unique.items() if key in keys], self._collate)

    def sample_inputs(self, count: int, tokens: int) -> PairInputs:
        """Pairs of a few short prompts, their completions cut short: to try a model on."""
        assert self.codec is not None
        first = {pair.document_id: pair for pair in reversed(self.pairs_once())}
        lengths = {name: prompt_length(self._by_id[name]) for name in first}
        pairs = [
            replace(
                pair,
                chosen=replace(pair.chosen, token_ids=pair.chosen.token_ids[:tokens]),
                rejected=replace(pair.rejected, token_ids=pair.rejected.token_ids[-tokens:]),
            )
            for pair in sorted(first.values(), key=lambda p: (lengths[p.document_id], p.id))[:count]
        ]
        prompts = {p.document_id: self.codec.prompt(self._by_id[p.document_id]) for p in pairs}
        return pair_inputs(self.codec, prompts, pairs)

    def _in_order(self, pairs: list[Pair], collate: Callable[[list[Pair]], Any]) -> BatchLoader:
        assert self.trainer is not None
        # Rows of like length side by side: less padding, and long batches come first; but pairs
        # of one document share its prompt.
        longest: dict[str, int] = {}
        for pair in pairs:
            length = len(pair.rejected.token_ids)
            longest[pair.document_id] = max(length, longest.get(pair.document_id, 0))
        ordered = sorted(pairs, key=lambda p: (-longest[p.document_id], p.document_id, p.id))
        plan = sequential_plan(len(ordered), self.batch_size)
        mine = plan[self.trainer.global_rank :: self.trainer.world_size]
        return BatchLoader(ordered, lambda _: mine, collate, self.num_workers)

    def _prompt(self, pair: Pair) -> Inputs:
        assert self.codec is not None
        try:
            return self.codec.prompt(self._by_id[pair.document_id])
        except DataError as error:
            raise DataError(f"pair {pair.id}: {error}") from error

    def _with_features(self, pair: Pair) -> tuple[Inputs, dict[str, Any] | None]:
        """A pair's prompt, with features for pixels where both are on disk: no image is decoded."""
        name, files = pair.document_id, self.features
        if files is None or not self._images[name]:
            return self._prompt(pair), None
        key = fingerprint(self._digests[name], TRANSFORMERS)
        if (kept := files.read_prompt(key)) is not None:
            found = files.read(self._images[name], torch.device("cpu"))
            if found is not None:
                return kept, plain(found)
        inputs = self._prompt(pair)
        files.write_prompt(key, inputs)
        return inputs, None

    def _collate(self, pairs: list[Pair]) -> dict[str, Any]:
        """Prompts and completions, each once."""
        assert self.codec is not None
        owners = {pair.document_id: pair for pair in pairs}
        given = {name: self._with_features(pair) for name, pair in owners.items()}
        prompts = {name: inputs for name, (inputs, _) in given.items()}
        loaded = {name: found for name, (_, found) in given.items() if found is not None}
        return {
            "pair_ids": [pair.id for pair in pairs],
            "keys": [self._keys[pair.id] for pair in pairs],
            "inputs": pair_inputs(self.codec, prompts, pairs, self._images, loaded),
            "score_gap": torch.tensor([_or(pair.score_gap, math.nan) for pair in pairs]),
            "onset": torch.tensor([_or(pair.onset, -1) for pair in pairs]),
        }

    def reference_rows(self, keys: Sequence[str]) -> ReferenceRow:
        """The reference of a batch by content keys, each side padded to [pairs, tokens], fp32.

        Not a part of the batch: a trainer of precision `bf16-true` rounds every floating-point
        number of a batch, and a reference of 900 tokens would be off by half a nat.
        """
        sides = zip(*(self.reference[key] for key in keys), strict=True)
        return ReferenceRow(*(pad_sequence(list(side), batch_first=True) for side in sides))


def _or(value: float | None, default: float) -> float:
    return default if value is None else value


def _held_out(pairs: list[Pair], fraction: float, seed: int) -> set[str]:
    """Documents whose pairs are for validation."""
    if fraction <= 0:
        return set()
    splits = splits_of({pair.document_id for pair in pairs}, {"validation": fraction}, seed)
    return {key for key, split in splits.items() if split == "validation"}
