"""Loading, adapting, freezing, identifying and saving the model."""

import json
import shutil
from pathlib import Path

import pytest
import torch
from peft import PeftModel
from peft.tuners.lora import LoraLayer
from safetensors.torch import load_file, save_file

from dharma_pl.errors import DataError
from dharma_pl.models.backbone import Backbone, BackboneModule, LoraSpec
from dharma_pl.models.identity import weights_fingerprint

LORA = LoraSpec(rank=2, alpha=4)


def ready(path: str, **spec) -> BackboneModule:
    module = BackboneModule(Backbone(path, **spec))
    module.configure_model()
    return module


def copy(model: str, folder: Path) -> Path:
    shutil.copytree(model, folder)
    return folder


def trained_adapter(model: str, folder: Path, seed: int = 0, alpha: int = 4) -> str:
    """A LoRA adapter that changes something, saved as peft saves it."""
    module = ready(model, lora=LoraSpec(rank=2, alpha=alpha))
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for _, parameter in module.trainable():
            parameter.copy_(torch.randn(parameter.shape, generator=generator) * 0.1)
    module.export(folder)
    return str(folder)


def test_every_family_loads_with_its_own_class(any_model):
    module = ready(any_model)
    kind = json.loads((Path(any_model) / "config.json").read_text())["architectures"][0]
    assert type(module.loaded).__name__ == kind
    assert next(module.loaded.parameters()).dtype == torch.float32


def test_configure_model_is_idempotent(llama):
    module = ready(llama)
    model = module.model
    module.configure_model()
    assert module.model is model


@pytest.mark.parametrize(("dtype", "want"), [("bfloat16", torch.bfloat16), ("auto", torch.float32)])
def test_dtype(llama, dtype, want):
    assert next(ready(llama, dtype=dtype).loaded.parameters()).dtype == want


def test_freeze_vision_freezes_the_tower_and_nothing_else(vision_model):
    def tower(name: str) -> bool:
        return any(part in name.split(".") for part in ("visual", "vision_tower", "vision_model"))

    frozen = ready(vision_model)
    for name, parameter in frozen.named_parameters():
        assert parameter.requires_grad == (not tower(name)), name
    assert any(tower(name) for name, _ in frozen.named_parameters())
    assert all(p.requires_grad for p in ready(vision_model, freeze_vision=False).parameters())


def test_lora_learns_the_adapter_alone_and_leaves_the_tower(vision_model):
    module = ready(vision_model, lora=LORA)
    names = [name for name, _ in module.trainable()]
    assert names
    assert all("lora_" in name for name in names)
    assert not any(part in name for name in names for part in ("visual", "vision_"))
    seeing = [name for name, _ in ready(vision_model, lora=LORA, freeze_vision=False).trainable()]
    assert set(names) < set(seeing)


def test_a_fresh_adapter_changes_nothing_and_does_not_count(llama):
    ids = torch.arange(20)[None]
    base, adapted = ready(llama), ready(llama, lora=LORA)
    assert adapted.weights == base.weights
    with torch.no_grad():
        assert adapted.loaded(ids).logits.equal(base.loaded(ids).logits)


def test_an_adapter_goes_on_being_trained(llama, tmp_path):
    path = trained_adapter(llama, tmp_path / "adapter")
    module = ready(llama, adapter_path=path)
    assert isinstance(module.loaded, PeftModel)
    assert all("lora_" in name for name, _ in module.trainable())
    assert module.weights != ready(llama).weights
    with torch.no_grad():
        ids = torch.arange(20)[None]
        assert not module.loaded(ids).logits.allclose(ready(llama).loaded(ids).logits)


@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
def test_an_adapter_casts_its_input_once(llama, tmp_path, dtype):
    """peft casts it to fp32, and autocast would cast it back: the same numbers, and less kept."""
    path = trained_adapter(llama, tmp_path / "adapter")
    module = ready(llama, adapter_path=path, dtype=dtype)
    layers = [layer for layer in module.loaded.modules() if isinstance(layer, LoraLayer)]
    assert layers

    def step() -> tuple[torch.Tensor, list[torch.Tensor], int]:
        kept: dict[int, int] = {}

        def note(tensor: torch.Tensor) -> torch.Tensor:
            storage = tensor.untyped_storage()
            kept[storage.data_ptr()] = storage.nbytes()
            return tensor

        hooks = torch.autograd.graph.saved_tensors_hooks(note, lambda tensor: tensor)
        with hooks, torch.autocast("cpu", torch.bfloat16):
            logits = module.loaded(torch.arange(20)[None]).logits
        grads = torch.autograd.grad(logits.sum(), [p for _, p in module.trainable()])
        return logits, list(grads), sum(kept.values())

    logits, grads, kept = step()
    assert module.loaded(torch.arange(20)[None]).logits.dtype == getattr(torch, dtype)
    for layer in layers:
        layer.cast_input_dtype_enabled = True
    theirs, their_grads, more = step()
    assert logits.equal(theirs)
    assert all(map(torch.equal, grads, their_grads))
    assert kept < more


def test_an_adapter_wins_over_a_fresh_one(llama, tmp_path):
    path = trained_adapter(llama, tmp_path / "adapter")
    both = ready(llama, adapter_path=path, lora=LoraSpec(rank=8))
    assert {p.shape[0] for n, p in both.trainable() if "lora_A" in n} == {2}


def test_one_changed_weight_changes_the_fingerprint(llama, tmp_path):
    folder = copy(llama, tmp_path / "changed")
    assert ready(str(folder)).weights == ready(llama).weights
    tensors = load_file(folder / "model.safetensors")
    tensors["model.norm.weight"][3] += 1e-6
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    assert ready(str(folder)).weights != ready(llama).weights


def test_names_shapes_and_dtypes_count_too():
    zeros = torch.zeros(4)
    prints = {
        weights_fingerprint({"a": zeros}),
        weights_fingerprint({"b": zeros}),
        weights_fingerprint({"a": zeros.view(2, 2)}),
        weights_fingerprint({"a": zeros.to(torch.int32)}),
        weights_fingerprint({"a": zeros, "b": torch.zeros(0)}),
    }
    assert len(prints) == 5
    both = {"a": zeros, "b": torch.ones(2)}
    assert weights_fingerprint(both) == weights_fingerprint(dict(reversed(both.items())))


def test_the_fingerprint_knows_what_is_not_in_the_weights(llama, tmp_path):
    """Settings that change log-probabilities under the same tensors."""
    prints = {ready(llama).weights}
    for name, value in (("rms_norm_eps", 1e-3), ("head_dim", 16), ("attention_bias", False)):
        folder = copy(llama, tmp_path / name)
        config = json.loads((folder / "config.json").read_text())
        config[name] = value
        (folder / "config.json").write_text(json.dumps(config))
        prints.add(ready(str(folder)).weights)
    assert len(prints) == 2  # the last two are what they were before
    adapters = [
        trained_adapter(llama, tmp_path / f"alpha-{alpha}", alpha=alpha) for alpha in (4, 32)
    ]
    first, second = (ready(llama, adapter_path=path).weights for path in adapters)
    assert first != second


def test_the_fingerprint_does_not_depend_on_place(llama, tmp_path):
    folder = copy(llama, tmp_path / "moved")
    assert ready(str(folder)).weights == ready(llama).weights
    path = trained_adapter(llama, tmp_path / "adapter")
    assert ready(str(folder), adapter_path=path).weights == ready(llama, adapter_path=path).weights


def test_an_export_of_untouched_weights_is_the_same_model(any_model, tmp_path):
    module = ready(any_model)
    module.export(tmp_path / "export")
    again = ready(str(tmp_path / "export"))
    assert weights_fingerprint(again.loaded.state_dict()) == weights_fingerprint(
        module.loaded.state_dict()
    )


@pytest.mark.parametrize("missing", ["weights", "config", "folder"])
def test_a_folder_without_a_model_is_one_line(llama, tmp_path, missing):
    folder = copy(llama, tmp_path / "broken")
    if missing == "weights":
        (folder / "model.safetensors").unlink()
    elif missing == "config":
        (folder / "config.json").unlink()
    else:
        shutil.rmtree(folder)
    with pytest.raises(DataError, match=r"backbone.name_or_path=.*broken") as caught:
        ready(str(folder))
    assert "\n" not in str(caught.value)


def test_broken_weights_are_one_line(llama, tmp_path):
    folder = copy(llama, tmp_path / "broken")
    (folder / "model.safetensors").write_bytes(b"not safetensors")
    with pytest.raises(DataError, match=r"backbone\.name_or_path") as caught:
        ready(str(folder))
    assert "\n" not in str(caught.value)


def test_pickled_weights_are_refused(llama, tmp_path):
    folder = copy(llama, tmp_path / "pickle")
    torch.save(load_file(folder / "model.safetensors"), folder / "pytorch_model.bin")
    (folder / "model.safetensors").unlink()
    with pytest.raises(DataError, match="safetensors"):
        ready(str(folder))


def test_weights_that_lack_tensors_are_refused(llama, tmp_path):
    """transformers would fill them with random numbers and go on."""
    folder = copy(llama, tmp_path / "partial")
    tensors = load_file(folder / "model.safetensors")
    del tensors["model.layers.1.mlp.up_proj.weight"]
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    with pytest.raises(DataError, match="up_proj"):
        ready(str(folder))


def test_a_folder_without_an_adapter(llama, tmp_path):
    with pytest.raises(DataError, match=r"backbone.adapter_path=.*found none"):
        ready(llama, adapter_path=str(tmp_path))


def test_an_adapter_for_another_shape(llama, builders, tmp_path):
    path = trained_adapter(builders.llama(tmp_path / "wide", hidden_size=64), tmp_path / "adapter")
    with pytest.raises(DataError, match="does not fit the base"):
        ready(llama, adapter_path=path)


def test_a_checkpoint_keeps_what_learns_alone(llama):
    module = ready(llama, lora=LORA)
    checkpoint = {"state_dict": dict(module.state_dict())}
    module.on_save_checkpoint(checkpoint)
    assert checkpoint["state_dict"].keys() == {name for name, _ in module.trainable()}


def test_a_checkpoint_of_another_base_is_refused(llama, builders, tmp_path):
    other = ready(builders.llama(tmp_path / "other", seed=1), lora=LORA)
    checkpoint = {"state_dict": dict(other.state_dict())}
    other.on_save_checkpoint(checkpoint)
    with pytest.raises(DataError, match="trained from weights"):
        ready(llama, lora=LORA).on_load_checkpoint(checkpoint)


def test_a_checkpoint_that_lacks_parameters_is_refused(llama):
    module = ready(llama, lora=LoraSpec(rank=2, target_modules=["q_proj"]))
    checkpoint = {"state_dict": dict(module.state_dict())}
    module.on_save_checkpoint(checkpoint)
    with pytest.raises(DataError, match=r"lacks .* trainable parameters, first .*lora_A"):
        ready(llama, lora=LORA).on_load_checkpoint(checkpoint)
    module.on_load_checkpoint(checkpoint)


def test_tied_weights_survive_a_checkpoint(builders, tmp_path):
    path = builders.llama(tmp_path / "tied", tie_word_embeddings=True)
    module = ready(path)
    with torch.no_grad():
        module.loaded.get_input_embeddings().weight += 1
    checkpoint = {"state_dict": dict(module.state_dict())}
    module.on_save_checkpoint(checkpoint)
    fresh = ready(path)
    fresh.on_load_checkpoint(checkpoint)
    fresh.load_state_dict(checkpoint["state_dict"], strict=False)
    head = module.loaded.get_output_embeddings().weight
    assert fresh.loaded.get_output_embeddings().weight.equal(head)
