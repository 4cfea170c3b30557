"""Sampling: a model's own outputs, with token ids and the reason each one ended."""

import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from tokenizers.decoders import DecodeStream
from torch import Tensor
from transformers import GenerationConfig, PreTrainedTokenizerBase, StoppingCriteriaList

from dharma_pl.artifacts import ArtifactWriter, fingerprint
from dharma_pl.data.encode import Codec, Inputs, tokenizer_of
from dharma_pl.data.sampling import SamplingData
from dharma_pl.errors import UsageError
from dharma_pl.models.abort import AbortOnLoop, AbortSettings
from dharma_pl.models.backbone import Backbone, BackboneModule
from dharma_pl.models.forward import Model, unwrap
from dharma_pl.records import FinishReason, Output
from dharma_pl.schemas import OUTPUTS, output_to_row

Generated = tuple[tuple[int, ...], FinishReason]


class SamplingModule(BackboneModule):
    """Generates for every document and writes an outputs artifact, one shard a batch.

    A shard depends on its documents, the decoding settings and the seed alone, so a killed run
    goes on with the shards that are missing, and any number of ranks writes the same ones.
    Decoding is plain: no repetition penalty, no n-gram ban, no early stop but `abort`, whatever the
    model's own generation config says, since those would hide the failures that are looked for.

    Args:
        backbone: the model to sample from.
        out: folder of the outputs artifact.
        temperatures: one output a document for each; 0 is greedy decoding.
        top_p: nucleus of the sampled outputs.
        max_new_tokens: an output that reaches it ends with finish reason `length`.
        seed: of the sampled outputs.
        overwrite: replace outputs of other settings instead of refusing.
        abort: stop rows that loop beyond doubt, with finish reason `abort` and the text so far,
            to harvest failures for less; true for the default settings. Never for evaluation,
            which decodes in full.
    """

    def __init__(
        self,
        backbone: Backbone,
        out: str,
        temperatures: list[float] | None = None,
        top_p: float = 1.0,
        max_new_tokens: int = 1024,
        seed: int = 0,
        overwrite: bool = False,
        abort: bool | AbortSettings = False,
    ) -> None:
        super().__init__(backbone)
        self.temperatures = [0.0] if temperatures is None else temperatures
        if not self.temperatures or min(self.temperatures) < 0:
            raise UsageError(f"temperatures={temperatures}: expected one or more numbers >= 0")
        self.out, self.top_p, self.max_new_tokens = out, top_p, max_new_tokens
        self.seed, self.overwrite = seed, overwrite
        self.abort = (AbortSettings() if abort else None) if isinstance(abort, bool) else abort
        self._writer: ArtifactWriter | None = None
        self._started = time.monotonic()

    @property
    def writer(self) -> ArtifactWriter:
        """The artifact, addressed by all that its content depends on.

        Every rank asks for it first where it lists the shards that are there.
        """
        if self._writer is None:
            zero = self.trainer.is_global_zero
            if self.overwrite and not zero:  # what the first rank removes must not be new shards
                self.trainer.strategy.barrier("outputs removed")
            data = self._data()
            config = {
                "temperatures": self.temperatures,
                "top_p": self.top_p,
                "max_new_tokens": self.max_new_tokens,
                "seed": self.seed,
                "batch_size": data.batch_size,
                "precision": str(self.trainer.precision),
                "dtype": self.backbone.dtype,
                "attn_implementation": self.backbone.attn_implementation,
            }
            if self.abort is not None:
                config["abort"] = asdict(self.abort)
            parents = {"model": self.weights, "documents": data.content()}
            self._writer = ArtifactWriter(
                Path(self.out), "outputs", OUTPUTS,
                config=config, parents=parents, overwrite=self.overwrite,
            )  # fmt: skip
            if self.overwrite and zero:
                self.trainer.strategy.barrier("outputs removed")
        return self._writer

    def _data(self) -> SamplingData:
        data = self.trainer.datamodule  # type: ignore[attr-defined]
        if not isinstance(data, SamplingData):
            raise UsageError(f"SamplingModule reads SamplingData, got {type(data).__name__}")
        return data

    def present_shards(self) -> set[int]:
        """Shards that need no work."""
        return self.writer.present()

    def predict_step(self, batch: dict[str, Any], batch_idx: int) -> int:
        """Generate for one batch and write its shard; returns the number of outputs."""
        codec = self._data().codec
        assert codec is not None
        outputs: list[Output] = []
        for sample, temperature in enumerate(self.temperatures):
            torch.manual_seed(int(fingerprint(self.seed, batch["shard"], sample)[:15], 16))
            generated = generate(
                self.loaded, codec, batch["inputs"],
                temperature=temperature, top_p=self.top_p, max_new_tokens=self.max_new_tokens,
                abort=self.abort,
            )  # fmt: skip
            for document_id, (token_ids, finish_reason) in zip(
                batch["document_ids"], generated, strict=True
            ):
                text, ends = decode(tokenizer_of(codec.encoder), token_ids)
                output = Output(
                    document_id,
                    sample,
                    text,
                    token_ids,
                    ends,
                    finish_reason,
                    temperature,
                    self.max_new_tokens,
                )
                outputs.append(output)
        outputs.sort(key=lambda output: (output.document_id, output.sample))
        self.writer.write(batch["shard"], map(output_to_row, outputs))
        return len(outputs)

    def teardown(self, stage: str) -> None:
        """Declare the artifact finished once every rank is done.

        Not `on_predict_end`: Lightning skips it on a rank that has nothing left to do, such as
        all ranks of a run that was killed before its manifest.
        """
        if stage != "predict":
            return
        self.trainer.strategy.barrier("outputs written")
        if self.trainer.is_global_zero and not self.writer.done:
            self.writer.finish(seconds=time.monotonic() - self._started)
        self.trainer.strategy.barrier("manifest written")


@torch.inference_mode()
def generate(
    model: Model,
    codec: Codec,
    inputs: Inputs,
    *,
    temperature: float = 0.0,
    top_p: float = 1.0,
    max_new_tokens: int,
    abort: AbortSettings | None = None,
) -> list[Generated]:
    """Generate one output a row, by plain greedy decoding or plain sampling.

    Args:
        model: in any mode; generation runs in eval mode and restores it.
        codec: knows where the model stops.
        inputs: left-padded prompts.
        temperature: 0 is greedy.
        top_p: nucleus of a sampled output.
        max_new_tokens: the limit.
        abort: stop rows that loop; other rows are what they would be without it.

    Returns:
        Token ids, the end-of-sequence token included where it was emitted, and why it ended.
    """
    settings: dict[str, Any] = {"do_sample": temperature > 0}
    if temperature > 0:
        settings |= {"temperature": temperature, "top_p": top_p, "top_k": 0}
    if codec.placeholder_ids:
        settings["suppress_tokens"] = sorted(codec.placeholder_ids)
    config = GenerationConfig(
        max_new_tokens=max_new_tokens,
        eos_token_id=list(codec.end_ids),
        pad_token_id=codec.pad_id,
        repetition_penalty=1.0,
        no_repeat_ngram_size=0,
        num_beams=1,
        use_cache=True,
        **settings,
    )
    start = inputs["input_ids"].shape[1]
    criteria = []
    if abort is not None:
        tokenizer = tokenizer_of(codec.encoder)
        criteria = [AbortOnLoop(abort, codec.end_ids, start, lambda ids: decode(tokenizer, ids)[0])]
    was_training = model.training
    model.eval()
    base: Any = unwrap(model)
    # What `config` leaves open, `generate` would take from the model's own.
    own, base.generation_config = base.generation_config, GenerationConfig()
    try:
        sequences: Tensor = base.generate(
            **inputs, generation_config=config, stopping_criteria=StoppingCriteriaList(criteria)
        )
    finally:
        base.generation_config = own
        model.train(was_training)
    stops = criteria[0].aborted_at if criteria else [0] * len(sequences)
    return [
        finish(row, codec.end_ids, stop if stop < max_new_tokens else 0)
        for row, stop in zip(sequences[:, start:].tolist(), stops, strict=True)
    ]


def finish(row: Sequence[int], end_ids: Sequence[int], aborted_at: int = 0) -> Generated:
    """Cut padding behind the end of a generated row, and say how the row ended.

    Args:
        row: generated tokens, filled up behind their end.
        end_ids: tokens at which the model stops by itself.
        aborted_at: number of tokens after which the row was stopped as a loop; 0 if it was not.

    >>> finish([5, 6, 2, 0, 0], end_ids=[2])
    ((5, 6, 2), 'eos')
    >>> finish([5, 6, 5, 6, 5], end_ids=[2])
    ((5, 6, 5, 6, 5), 'length')
    >>> finish([5, 6, 5, 6, 0], end_ids=[2], aborted_at=4)
    ((5, 6, 5, 6), 'abort')
    """
    if aborted_at:
        return tuple(row[:aborted_at]), "abort"
    for position, token in enumerate(row):
        if token in end_ids:
            return tuple(row[: position + 1]), "eos"
    return tuple(row), "length"


def decode(
    tokenizer: PreTrainedTokenizerBase, token_ids: Sequence[int]
) -> tuple[str, tuple[int, ...]]:
    """Decode generated tokens, and say where in the text each token ends.

    Args:
        tokenizer: with a Rust backend, as all of transformers 5 are.
        token_ids: generated tokens.

    Returns:
        The text without special tokens, and for each token the length of the text decoded so
        far, in characters. A token that completes no character ends where the one before does.
    """
    text = str(tokenizer.decode(list(token_ids), skip_special_tokens=True))
    stream = DecodeStream(skip_special_tokens=True)
    backend = tokenizer.backend_tokenizer
    ends, length = [], 0
    for token in token_ids:
        length += len(stream.step(backend, token) or "")
        ends.append(min(length, len(text)))
    if ends:
        ends[-1] = len(text)
    return text, tuple(ends)
