"""Image features of a frozen tower: made once, the same bits, and none where something learns."""

import json
import logging
import math
import os
import shutil
import threading
import traceback
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from tiny_families import batch, build, measured
from torch.nn.modules.module import register_module_forward_pre_hook

from dharma_pl.cli import main
from dharma_pl.data import encode
from dharma_pl.data.image_features import FeatureFiles, ImageFeatures
from dharma_pl.data.preference import PreferenceData
from dharma_pl.data.reference_cache import ReferenceCache
from dharma_pl.errors import UsageError
from dharma_pl.models import Backbone, DPOModule, LoraSpec, ReferenceModule
from dharma_pl.models import image_features as module
from dharma_pl.models.backbone import VISION_TOWERS
from dharma_pl.models.forward import pair_logprobs
from dharma_pl.models.image_features import FeatureCache, encoded

SEES = ["qwen2_vl", "qwen2_5_vl", "qwen3_vl", "gemma3_vision"]
KEYS = ["first", "", "third"]
"""The second prompt of the batch has no image."""


@pytest.fixture
def towers():
    """Runs of a vision tower, but for those that find out what the model can."""
    calls = []
    kinds = ("VisionTransformerPretrainedModel", "SiglipVisionModel", "Idefics3VisionTransformer")

    def count(layer, inputs):
        if type(layer).__name__.endswith(kinds):
            frames = {frame.name for frame in traceback.extract_stack()}
            if not frames & {"settle_layout", "open_features"}:
                calls.append(type(layer).__name__)

    handle = register_module_forward_pre_hook(count)
    yield calls
    handle.remove()


def frozen(family):
    model = build(family)
    for name, parameter in model.named_parameters():
        if {*VISION_TOWERS, "multi_modal_projector"} & set(name.split(".")):
            parameter.requires_grad_(False)
    return model


def cached(model, folder):
    return FeatureCache(model, ReferenceCache(folder, "0" * 32))


@pytest.mark.parametrize("layout", ["two", "shared"])
@pytest.mark.parametrize("family", SEES)
def test_log_probs_and_gradients_are_those_of_pixels(family, layout, tmp_path):
    """Several images a prompt and none, several completions; computed, and read again."""
    model, inputs = frozen(family), batch(family)._replace(images=KEYS)
    cache = cached(model, tmp_path)
    want, wants = measured(model, inputs, layout)
    for files in (0, 2):
        assert len(list(tmp_path.rglob("*.pt"))) == files
        given = cache.put_in(inputs)
        assert "pixel_values" in inputs.prompts
        assert "pixel_values" not in given.prompts
        got, gots = measured(model, given, layout)
        for side in ("chosen", "rejected"):
            torch.testing.assert_close(getattr(got, side), getattr(want, side), rtol=1e-5, atol=0)
        assert gots.keys() == wants.keys()
        for name, grad in wants.items():
            assert (grad - gots[name]).norm() <= 1e-5 * grad.norm(), name


@pytest.mark.parametrize("family", SEES)
def test_what_is_read_is_what_was_written_whatever_the_batch(family, tmp_path):
    model, inputs = frozen(family), batch(family)._replace(images=KEYS)
    with torch.autocast("cpu", torch.bfloat16):
        whole = cached(model, tmp_path / "whole").put_in(inputs).features
        cached(model, tmp_path / "alone").put_in(inputs.first())
        again = cached(model, tmp_path / "alone").put_in(inputs).features
    assert [features is None for features in whole] == [False, True, False]
    assert (whole[0].deepstack_features is not None) == (family == "qwen3_vl")
    for one, other in zip(leaves(whole[0]), leaves(again[0]), strict=True):
        assert one.dtype == other.dtype
        assert one.equal(other)
        assert not other.requires_grad


def leaves(features):
    layers = [features.pooler_output, *(features.deepstack_features or [])]
    return [tensor for layer in layers for tensor in layer]


def test_a_batch_without_images_stays_as_it_is(tmp_path):
    model, inputs = frozen("qwen2_5_vl"), batch("llama")._replace(images=["", "", ""])
    assert cached(model, tmp_path).put_in(inputs) is inputs


@pytest.mark.parametrize("text", ["truncated", "foreign", "empty"])
def test_a_damaged_file_is_made_anew(text, towers, tmp_path, caplog):
    model, inputs = frozen("qwen2_5_vl"), batch("qwen2_5_vl")._replace(images=KEYS)
    want = cached(model, tmp_path).put_in(inputs)
    path = next(tmp_path.rglob("third.pt"))
    if text == "foreign":
        torch.save([1, 2], path)
    else:
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2] * (text == "truncated"))
    towers.clear()
    with caplog.at_level(logging.WARNING):
        got = cached(model, tmp_path).put_in(inputs)
    assert len(towers) == 1
    assert "third.pt holds no image features" in caplog.text
    assert leaves(got.features[2])[0].equal(leaves(want.features[2])[0])
    cached(model, tmp_path).put_in(inputs)
    assert len(towers) == 1


def test_a_disk_that_takes_nothing_costs_one_warning(tmp_path, caplog):
    model, inputs = frozen("qwen2_5_vl"), batch("qwen2_5_vl")._replace(images=KEYS)
    cache = cached(model, tmp_path)
    (tmp_path / ("0" * 32) / "images").touch()  # no folder can be made there
    with caplog.at_level(logging.WARNING):
        given = cache.put_in(inputs)
    assert len([r for r in caplog.records if "are not kept in" in r.getMessage()]) == 1
    assert pair_logprobs(model, given, "two").chosen.equal(pair_logprobs(model, inputs, "two")[0])


def test_many_writers_of_one_folder_lose_nothing(tmp_path):
    device, numbers = torch.device("cpu"), range(20)
    wrong = []

    def fill():
        files = FeatureFiles(tmp_path)
        for number in numbers:
            files.write(f"{number}", ImageFeatures(torch.full((50, 8), float(number))))
            found = files.read(f"{number}", device)
            if found is None or not (found.pooler_output == number).all():
                wrong.append(number)

    threads = [threading.Thread(target=fill) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert sorted(int(path.stem) for path in tmp_path.iterdir()) == list(numbers)


def lora(model):
    """What learns is the language model alone, projectors excepted."""
    return Backbone(model, lora=LoraSpec(rank=2, target_modules=["q_proj", "v_proj"]))


@pytest.fixture
def run(trainer, tmp_path, pairs_of, write_pairs, record):
    def run(model, documents, *, spec=None, cache="reference", precision="32-true", **options):
        pairs = tmp_path / f"pairs-{Path(model).name}"
        pairs = str(pairs) if pairs.exists() else write_pairs(pairs, pairs_of(model))
        dpo = DPOModule(
            spec or lora(model), lambda p: torch.optim.AdamW(p, lr=1e-3),
            **({"cache_dir": str(tmp_path / cache), "cache_images": True} | options),
        )  # fmt: skip
        seen = record()
        torch.manual_seed(0)  # of a new adapter
        data = PreferenceData(pairs, documents, model, batch_size=3, val_fraction=0.3)
        trainer(max_epochs=2, precision=precision, callbacks=[seen]).fit(dpo, data)
        return dpo, seen

    return run


def test_the_tower_runs_once_for_an_image(vision_model, run, towers, page_documents):
    """Reference pass, two epochs and validation, the gate and the sample from disk, another run."""
    run(vision_model, page_documents)
    assert len(towers) == 8
    towers.clear()
    run(vision_model, page_documents, loss="hinge", seed=4)
    run(vision_model, page_documents, loss="simpo")
    assert towers == []


@pytest.mark.parametrize("first", [True, False])
def test_the_step_0_gate_passes_under_bf16(first, run, towers, qwen, page_documents):
    """Reference rows may have been computed from pixels."""
    run(qwen, page_documents, precision="bf16-mixed", cache_images=first)
    _, seen = run(qwen, page_documents, precision="bf16-mixed")
    assert seen.column("train/loss")[0] == pytest.approx(math.log(2), abs=1e-3)
    before = len(towers)
    run(qwen, page_documents, precision="bf16-mixed")
    assert len(towers) == before


@pytest.fixture
def decoded(monkeypatch):
    """Images decoded, but for those of the few pairs that a model is tried on."""
    calls = []
    original = encode.load_image

    def count(ref):
        if "sample_inputs" not in {frame.name for frame in traceback.extract_stack()}:
            calls.append(ref.path)
        return original(ref)

    monkeypatch.setattr(encode, "load_image", count)
    return calls


def test_an_image_is_decoded_once(vision_model, run, decoded, page_documents):
    _, first = run(vision_model, page_documents, loss="hinge")
    assert len(decoded) == len(set(decoded)) == 8
    decoded.clear()
    _, second = run(vision_model, page_documents, loss="hinge")
    assert decoded == []
    assert second.column("train/loss") == pytest.approx(first.column("train/loss"), rel=1e-5)


@pytest.mark.parametrize("name", ["*.pt", "*.prompt"])
def test_what_is_damaged_is_decoded_again(name, run, decoded, towers, qwen, page_documents,
                                          tmp_path):  # fmt: skip
    _, first = run(qwen, page_documents)
    path = sorted(tmp_path.rglob(f"images/{name}"))[3]
    path.write_bytes(path.read_bytes()[:100])
    decoded.clear()
    towers.clear()
    _, second = run(qwen, page_documents)  # its batch has features beside pixels
    assert len(decoded) == 1
    assert len(towers) == (name == "*.pt")
    assert second.column("train/loss") == pytest.approx(first.column("train/loss"), rel=1e-5)


def test_the_same_image_under_another_prompt(run, decoded, towers, qwen, page_documents, tmp_path):
    """Features are the image's, inputs the prompt's."""
    run(qwen, page_documents)
    rows = [json.loads(line) for line in Path(page_documents).read_text().splitlines()]
    rows[0]["prompt"] = "Another question entirely."
    other = Path(page_documents).with_name("other.jsonl")
    other.write_text("\n".join(map(json.dumps, rows)))
    decoded.clear()
    towers.clear()
    run(qwen, str(other))
    assert len(decoded) == 1
    assert towers == []


def test_data_that_served_a_cache_serves_a_run_without_one(trainer, towers, qwen, qwen_pairs,
                                                           page_documents, tmp_path):  # fmt: skip
    data = PreferenceData(qwen_pairs, page_documents, qwen, batch_size=3)
    for on in (True, False):
        dpo = DPOModule(lora(qwen), cache_dir=str(tmp_path / "reference"), cache_images=on)
        towers.clear()
        trainer(max_epochs=1).fit(dpo, data)
    assert len(towers) > 0


def test_losses_are_those_of_pixels(run, qwen, page_documents):
    plain, kept = (
        run(qwen, page_documents, cache=f"{on}", cache_images=on)[1].column("train/loss")
        for on in (False, True)
    )
    assert len(plain) > 2
    assert kept == pytest.approx(plain, rel=1e-5)


def test_one_pixel_is_one_image(run, towers, qwen, page_documents, tmp_path):
    run(qwen, page_documents)
    towers.clear()
    pages = tmp_path / "pages"
    shutil.copytree(Path(page_documents).parent, pages)
    shutil.copy(pages / "9.png", pages / "0.png")
    run(qwen, str(pages / "documents.jsonl"))
    assert len(towers) == 1


def test_another_tower_has_another_folder(run, towers, qwen, page_documents, tmp_path):
    run(qwen, page_documents)
    towers.clear()
    model = tmp_path / "model"
    shutil.copytree(qwen, model)
    tensors = load_file(model / "model.safetensors")
    name = next(name for name in tensors if "visual" in name)
    tensors[name].view(-1)[0] += 1e-4
    save_file(tensors, model / "model.safetensors", metadata={"format": "pt"})
    run(str(model), page_documents)
    assert len(towers) == 8


def test_the_predict_verb_makes_features_too(run, trainer, towers, qwen, qwen_pairs,
                                             page_documents, tmp_path):  # fmt: skip
    reference = ReferenceModule(lora(qwen), str(tmp_path / "reference"), cache_images=True)
    data = PreferenceData(qwen_pairs, page_documents, qwen, batch_size=3)
    trainer().predict(reference, data, return_predictions=False)
    assert len(towers) == 8
    run(qwen, page_documents)
    assert len(towers) == 8


@pytest.mark.parametrize(
    ("family", "spec", "first"),
    [
        ("qwen", {"freeze_vision": False}, "model.visual"),
        ("qwen", {"freeze_vision": False, "lora": LoraSpec(rank=2)}, "visual"),
        ("gemma", {}, "model.multi_modal_projector"),
        ("idefics", {"lora": LoraSpec(rank=2)}, "model.connector"),
    ],
)
def test_what_learns_is_not_cached(request, run, page_documents, family, spec, first):
    """Projectors lie outside of the towers that `freeze_vision` freezes."""
    model = request.getfixturevalue(family)
    with pytest.raises(UsageError, match=rf"weights that learn, first \S*{first}"):
        run(model, page_documents, spec=Backbone(model, **spec))


def test_batch_norms_are_refused(run, qwen, page_documents, monkeypatch):
    original = module.unwrap

    def with_norm(model):
        base = original(model)
        base.model.visual.norm = torch.nn.BatchNorm1d(4).requires_grad_(False)
        return base

    monkeypatch.setattr(module, "unwrap", with_norm)
    with pytest.raises(UsageError, match="has batch norms"):
        run(qwen, page_documents)


def test_a_model_of_text_has_nothing_to_cache(run, llama, text_documents, tmp_path, caplog):
    with caplog.at_level(logging.WARNING):
        dpo, _ = run(llama, text_documents)
    assert "cache_images" not in caplog.text
    assert not list(tmp_path.rglob("images"))
    assert dpo.features is None


@pytest.mark.parametrize("fault", ["signature", "fails", "differs"])
def test_a_family_that_takes_no_features_runs_without(fault, run, towers, qwen, page_documents,
                                                      monkeypatch, caplog):  # fmt: skip
    reason = {
        "signature": "takes no image features in this version",
        "fails": "does not run on image features",
        "differs": "makes something else of image features",
    }[fault]
    if fault == "signature":
        from transformers.models.qwen2_5_vl.modeling_qwen2_5_vl import Qwen2_5_VLModel

        original = Qwen2_5_VLModel.forward
        monkeypatch.setattr(Qwen2_5_VLModel, "forward",
                            lambda self, **kwargs: original(self, **kwargs))  # fmt: skip
    else:

        def wrong(body, inputs, number):
            found = encoded(body, inputs, number)
            output = [-2 * image for image in found.pooler_output]
            return ImageFeatures(output if fault == "differs" else output[:0], None)

        monkeypatch.setattr(module, "encoded", wrong)
    with caplog.at_level(logging.WARNING):
        run(qwen, page_documents)
    (warning,) = [r.getMessage() for r in caplog.records if "cache_images" in r.getMessage()]
    assert reason in warning
    assert len(towers) > 8


def test_the_verb_counts_and_removes_them(run, qwen, page_documents, tmp_path, capfd):
    def call(*flags):
        assert main(["reference", "--cache_dir", str(tmp_path / "reference"), *flags]) == 0
        return capfd.readouterr().out

    run(qwen, page_documents)
    (folder,) = (tmp_path / "reference").iterdir()
    files = list((folder / "images").glob("*.pt"))
    assert len(files) == 8
    left = folder / "images" / ".old.tmp"
    left.touch()
    os.utime(left, (0, 0))
    row = next(line for line in call("--list").splitlines() if folder.name[:12] in line)
    assert [cell.strip() for cell in row.split("│")][4:6] == ["8", "8"]
    assert "removed" in call("--prune")
    assert not left.exists()
    assert all(path.exists() for path in files)
    model = frozen("qwen2_5_vl")
    in_use = FeatureCache(model, ReferenceCache(folder.parent, folder.name))
    assert "in use" in call("--prune", "--key", folder.name)
    del in_use
    assert "8 images" in call("--prune", "--key", folder.name)
    assert not folder.exists()
