"""Completion log-probabilities against a plain forward with full logits."""

import pytest
import torch

from dharma_pl.data.encode import append_completion, load_codec
from dharma_pl.data.pair_inputs import pair_inputs
from dharma_pl.models.backbone import Backbone, BackboneModule, LoraSpec
from dharma_pl.models.forward import completion_logprobs, pair_logprobs
from dharma_pl.models.sampling import generate
from dharma_pl.records import Completion, Pair

COMPLETIONS = ([40, 50, 60, 70, 80], [90] * 14, [30, 31], [100, 101, 102, 103])


def ready(path, **spec):
    module = BackboneModule(Backbone(path, **spec))
    module.configure_model()
    return module.loaded


def rows_of(codec, document, sees):
    """Prompts of different lengths with none, one or two images, and completions."""
    images = (1, 2, 1, 2) if sees else (0,) * 4
    return [
        append_completion(
            codec.prompt(document(i, count, f"Read page {i}. " + "word " * i)), completion
        )
        for i, (count, completion) in enumerate(zip(images, COMPLETIONS, strict=True))
    ]


def plain(model, row):
    """One row, no padding, all logits, fp64 log-softmax."""
    inputs = {name: value for name, value in row.items() if name != "completion_mask"}
    length = int(row["completion_mask"].sum())
    logits = model(**inputs, use_cache=False).logits[0].double()
    ids = row["input_ids"][0, -length:]
    return logits[-length - 1 : -1].log_softmax(-1)[torch.arange(length), ids]


@torch.no_grad()
def test_they_are_those_of_a_plain_forward_whatever_the_batch(any_model, document):
    model, codec = ready(any_model), load_codec(any_model)
    rows = rows_of(codec, document, "llama" not in any_model)
    values, mask = completion_logprobs(model, codec.pad(rows, "right"))
    assert values.dtype == torch.float32
    assert mask.sum(-1).tolist() == [len(c) for c in COMPLETIONS]
    for row, got, real in zip(rows, values, mask, strict=True):
        want = plain(model, row)
        torch.testing.assert_close(got[real].double(), want, atol=2e-4, rtol=1e-4)
        alone, _ = completion_logprobs(model, codec.pad([row], "right"))
        torch.testing.assert_close(alone[0], got[real], atol=2e-4, rtol=1e-4)
    assert values[mask].std() > 0.3  # a model near uniform would hide mistakes


@torch.no_grad()
@pytest.mark.parametrize("layout", ["two", "shared"])
def test_pairs_are_split_into_their_sides(any_model, document, layout):
    """None, one or two images; two pairs of one document have their chosen side in common."""
    model, codec = ready(any_model), load_codec(any_model)
    sees = "llama" not in any_model
    documents = [document(i, sees * (1 + i % 2), f"Read. {'word ' * i}") for i in range(2)]
    prompts = {str(i): codec.prompt(document) for i, document in enumerate(documents)}
    sides = [Completion("", tuple(ids), "eos") for ids in COMPLETIONS]
    pairs = [
        Pair("a", "0", sides[0], sides[1]),
        Pair("b", "1", sides[2], sides[3]),
        Pair("c", "0", sides[0], sides[2]),
    ]
    inputs = pair_inputs(codec, prompts, pairs)
    assert [len(group.completions) for group in inputs.groups] == [3, 2]
    got = pair_logprobs(model, inputs, layout)
    assert got.chosen.shape == (3, 5)
    assert got.rejected.shape == (3, 14)
    assert got.rejected_mask.sum(-1).tolist() == [14, 4, 2]
    for index, pair in enumerate(pairs):
        for side in ("chosen", "rejected"):
            ids = getattr(pair, side).token_ids
            want = plain(model, append_completion(prompts[pair.document_id], ids))
            values = getattr(got, side)[index][getattr(got, f"{side}_mask")[index]]
            torch.testing.assert_close(values.double(), want, atol=2e-4, rtol=1e-4)
    assert got.chosen[0].equal(got.chosen[2])


@torch.no_grad()
def test_odd_pairs_too(any_model, document):
    """A prompt that ends with its image and one that has none; sides of nothing but special tokens,
    with padding inside, and longer than a sliding window."""
    model, codec = ready(any_model), load_codec(any_model)
    if "gemma" in any_model:  # it starts at zero, and would show no image at all
        model.model.multi_modal_projector.mm_input_projection_weight.normal_()
    sees, pad, end = "llama" not in any_model, codec.pad_id, codec.end_id
    last = [{"type": "text", "text": "Read"}, *([{"type": "image"}] if sees else [])]
    documents = [
        document(0, sees, [{"role": "user", "content": last}]),
        document(1, 0, "word " * 30),
        document(2, 2 * sees, "x"),
    ]
    prompts = {d.id: codec.prompt(d) for d in documents}
    sides = [
        ((40, 50, end), (end,)),
        ((pad, pad, 41, pad, end), (60,) * 40),
        ((end, end, 45), (pad, pad, pad)),
    ]
    pairs = [
        Pair(d.id, d.id, Completion("", chosen, "eos"), Completion("", rejected, "length"))
        for d, (chosen, rejected) in zip(documents, sides, strict=True)
    ]
    inputs = pair_inputs(codec, prompts, pairs)
    for layout in ("two", "shared"):
        got = pair_logprobs(model, inputs, layout)
        for index, pair in enumerate(pairs):
            for side in ("chosen", "rejected"):
                ids = getattr(pair, side).token_ids
                want = plain(model, append_completion(prompts[pair.document_id], ids))
                values = getattr(got, side)[index][getattr(got, f"{side}_mask")[index]]
                torch.testing.assert_close(values.double(), want, atol=2e-5, rtol=1e-5)


@torch.no_grad()
@pytest.mark.parametrize(
    "settings", [{"tie_word_embeddings": True}, {"final_logit_softcapping": 2.0}], ids=str
)
def test_what_a_head_does_after_the_product(builders, tmp_path, document, settings):
    path = builders.llama(tmp_path / "model", **settings)
    model, codec = ready(path), load_codec(path)
    row = rows_of(codec, document, sees=False)[0]
    values, _ = completion_logprobs(model, codec.pad([row], "right"))
    want = plain(model, row)
    if "final_logit_softcapping" in settings:  # Llama ignores it; families that know it cap
        inputs = {name: value for name, value in row.items() if name != "completion_mask"}
        logits = model(**inputs).logits[0, -6:-1].double()
        capped = 2.0 * torch.tanh(logits / 2.0)
        want = capped.log_softmax(-1)[torch.arange(5), row["input_ids"][0, -5:]]
    torch.testing.assert_close(values[0].double(), want, atol=1e-4, rtol=1e-4)


def test_gradients_reach_what_learns_and_agree_with_a_plain_forward(any_model, document):
    codec = load_codec(any_model)
    rows = rows_of(codec, document, "llama" not in any_model)[:2]
    grads = []
    for kind in ("ours", "plain"):
        model = ready(any_model, freeze_vision=False)
        model.train()
        if kind == "ours":
            values, mask = completion_logprobs(model, codec.pad(rows, "right"))
            loss = values.masked_fill(~mask, 0).sum()
        else:
            loss = torch.stack([plain(model, row).sum() for row in rows]).sum()
        loss.backward()
        grads.append({n: p.grad for n, p in model.named_parameters() if p.grad is not None})
    assert grads[0].keys() == grads[1].keys()
    for name, grad in grads[0].items():
        scale = grads[1][name].abs().max() + 1e-3
        assert (grad - grads[1][name]).abs().max() / scale < 1e-3, name


def test_adapters_are_active(llama, document):
    torch.manual_seed(0)
    model, codec = ready(llama, lora=LoraSpec(rank=2)), load_codec(llama)
    batch = codec.pad(rows_of(codec, document, sees=False), "right")
    with torch.no_grad():
        before, mask = completion_logprobs(model, batch)
        for name, parameter in model.named_parameters():
            if "lora_B" in name:
                parameter.normal_()
        after, _ = completion_logprobs(model, batch)
        with model.disable_adapter():
            off, _ = completion_logprobs(model, batch)
    assert (after - before)[mask].abs().max() > 0.1
    torch.testing.assert_close(off, before)


def test_generating_in_between_leaves_no_trace(any_model, document):
    """M-RoPE deltas and caches of a generation must not leak into the next training step."""
    model, codec = ready(any_model), load_codec(any_model)
    sees = "llama" not in any_model
    batch = codec.pad(rows_of(codec, document, sees), "right")
    prompts = codec.pad([codec.prompt(document(9, 2 * sees)), codec.prompt(document(8, sees))],
                        "left")  # fmt: skip
    model.train()
    before, mask = completion_logprobs(model, batch)
    generate(model, codec, prompts, max_new_tokens=4)
    assert model.training
    after, _ = completion_logprobs(model, batch)
    torch.testing.assert_close(after[mask], before[mask])
    after[mask].sum().backward()  # tensors of inference mode would fail here


@torch.no_grad()
def test_bf16_autocast_stays_close_and_returns_fp32(qwen, document):
    model, codec = ready(qwen), load_codec(qwen)
    batch = codec.pad(rows_of(codec, document, sees=True), "right")
    exact, mask = completion_logprobs(model, batch)
    with torch.autocast("cpu", torch.bfloat16):
        rough, _ = completion_logprobs(model, batch)
    assert rough.dtype == torch.float32
    assert 0 < (rough - exact)[mask].abs().max() < 0.5
