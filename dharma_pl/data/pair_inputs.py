"""A batch of preference pairs with every prompt, image and completion in it once."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from dharma_pl.data.encode import Codec, Inputs, is_sequence, pad_rows
from dharma_pl.data.image_features import ImageFeatures, joined
from dharma_pl.functional.shared_prefix import Group
from dharma_pl.records import Pair


class PairInputs(NamedTuple):
    """Prompts, their completions, and which completions make a pair.

    Pairs of one document share its prompt, and a chosen side that several pairs have in common is
    there once. Lengths and numbers are plain Python, so that laying a batch out never waits for
    the device.

    Attributes:
        prompts: right-padded token rows [prompts, tokens]; pixels follow one another.
        prompt_lengths: tokens of each prompt.
        pixels: by input that is no token row, how much of its first dimension each prompt has.
        completions: right-padded token ids [completions, tokens], int64.
        completion_lengths: tokens of each completion.
        owners: each completion's prompt, rising.
        chosen: each pair's chosen completion.
        rejected: each pair's rejected completion.
        pad_id: what fills rows up.
        images: each prompt's content key of its images, empty where it has none.
        features: what the vision tower made of each prompt's images, in the place of pixels.
        loaded: the same as it comes from disk, for those prompts that have no pixels for it.
    """

    prompts: Inputs
    prompt_lengths: list[int]
    pixels: dict[str, list[int]]
    completions: Tensor
    completion_lengths: list[int]
    owners: list[int]
    chosen: list[int]
    rejected: list[int]
    pad_id: int
    images: Sequence[str] = ()
    features: Sequence[ImageFeatures | None] = ()
    loaded: Sequence[dict[str, Any] | None] = ()

    @property
    def groups(self) -> list[Group]:
        """Each prompt with its completions, in tokens."""
        lengths: list[list[int]] = [[] for _ in self.prompt_lengths]
        for owner, length in zip(self.owners, self.completion_lengths, strict=True):
            lengths[owner].append(length)
        return [Group(p, tuple(c)) for p, c in zip(self.prompt_lengths, lengths, strict=True)]

    @property
    def labels(self) -> Tensor:
        """Token ids of all completions, one after the other [tokens]."""
        rows = zip(self.completions, self.completion_lengths, strict=True)
        return torch.cat([ids[:length] for ids, length in rows])

    def first(self, most: int | None = None) -> "PairInputs":
        """The first prompt and its completions alone, or so many of them at most."""
        count = len([owner for owner in self.owners if owner == 0][:most])
        lengths = self.completion_lengths[:count]
        rows = {
            name: value if name in self.pixels else value[:1, : self.prompt_lengths[0]]
            for name, value in (self.prompts | self.pixels_of([0])).items()
        }
        return self._replace(
            prompts=rows,
            prompt_lengths=self.prompt_lengths[:1],
            pixels={name: sizes[:1] for name, sizes in self.pixels.items()},
            completions=self.completions[:count, : max(lengths)],
            completion_lengths=lengths,
            owners=self.owners[:count],
            chosen=[number for number in self.chosen if number < count],
            rejected=[number for number in self.rejected if number < count],
            images=self.images[:1],
            features=self.features[:1],
            loaded=self.loaded[:1],
        )

    def pixels_of(self, order: Sequence[int]) -> Inputs:
        """What is no token row, of prompts in some order, repeated where it says so."""
        as_they_are = list(order) == list(range(len(self.prompt_lengths)))
        return {
            name: value if as_they_are else torch.cat([value.split(sizes)[i] for i in order])
            for name, sizes in self.pixels.items()
            for value in (self.prompts[name],)
        }

    def features_of(self, order: Sequence[int]) -> dict[str, Any]:
        """What a model takes in the place of pixels, of prompts in some order; empty without."""
        given = [self.features[i] for i in order] if self.features else []
        there = [features for features in given if features is not None]
        return {"mm_encoder_outputs": {"image": joined(there)}} if there else {}

    def two_sequences(self) -> dict[str, Any]:
        """A row for each completion, its prompt before it, with `completion_mask`."""
        whole = [self.prompt_lengths[owner] for owner in self.owners]
        totals = [p + c for p, c in zip(whole, self.completion_lengths, strict=True)]
        places = torch.arange(max(totals))
        prompt_end, end = torch.tensor(whole)[:, None], torch.tensor(totals)[:, None]
        device = self.completions.device
        of_completion = ((places >= prompt_end) & (places < end)).to(device)
        batch = self.pixels_of(self.owners) | self.features_of(self.owners)
        for name, value in self.prompts.items():
            if name in self.pixels:
                continue
            fill = self.pad_id if name == "input_ids" else 0
            rows = value.new_full((len(totals), max(totals)), fill)
            width = min(value.shape[1], max(totals))
            rows[:, :width] = value[self.owners, :width]
            # Behind a shorter prompt stands padding that is the completion's place now.
            if name == "input_ids":
                rows[of_completion] = self.labels
            else:
                rows[of_completion] = int(name == "attention_mask")
            batch[name] = rows
        return batch | {"completion_mask": of_completion}


def pair_inputs(
    codec: Codec,
    prompts: dict[str, Inputs],
    pairs: Sequence[Pair],
    images: Mapping[str, str] | None = None,
    loaded: Mapping[str, dict[str, Any]] | None = None,
) -> PairInputs:
    """Collate pairs.

    Args:
        codec: what the prompts were encoded with.
        prompts: by document id, inputs of one row.
        pairs: whose documents are all there.
        images: by document id, the content key of its images.
        loaded: by document id, features for prompts that come without pixels.
    """
    numbers: dict[tuple[str, tuple[int, ...]], int] = {}
    documents = list(dict.fromkeys(pair.document_id for pair in pairs))
    for document in documents:
        mine = [pair for pair in pairs if pair.document_id == document]
        for ids in [p.chosen.token_ids for p in mine] + [p.rejected.token_ids for p in mine]:
            numbers.setdefault((document, ids), len(numbers))
    rows = [prompts[document] for document in documents]
    names = {name for row in rows for name in row if not is_sequence(row, name)}
    completions = [torch.tensor(ids) for _, ids in numbers]
    return PairInputs(
        prompts=pad_rows(rows, codec.pad_id, "right"),
        prompt_lengths=[row["input_ids"].shape[1] for row in rows],
        pixels={n: [len(row[n]) if n in row else 0 for row in rows] for n in sorted(names)},
        completions=pad_sequence(completions, batch_first=True, padding_value=codec.pad_id),
        completion_lengths=[len(ids) for ids in completions],
        owners=[documents.index(document) for document, _ in numbers],
        chosen=[numbers[pair.document_id, pair.chosen.token_ids] for pair in pairs],
        rejected=[numbers[pair.document_id, pair.rejected.token_ids] for pair in pairs],
        pad_id=codec.pad_id,
        images=[images[document] for document in documents] if images else (),
        loaded=[loaded.get(document) for document in documents] if loaded else (),
    )
