"""The folder a fit leaves: loadable, whole, and never missing."""

import pytest
import torch
from lightning.pytorch.callbacks import ModelCheckpoint
from peft import AutoPeftModelForCausalLM
from transformers import AutoModelForCausalLM, AutoModelForImageTextToText

from dharma_pl.artifacts import read_manifest
from dharma_pl.callbacks import ModelExport
from dharma_pl.data.processor import load_processor
from dharma_pl.data.sft import SFTData
from dharma_pl.models import Backbone, BackboneModule, LoraSpec, SFTModule


def make(model, lora=None):
    return SFTModule(Backbone(model, lora=lora), lambda p: torch.optim.SGD(p, lr=0.1))


def same(module, model):
    want, got = module.loaded.state_dict(), model.state_dict()
    assert want.keys() == got.keys()
    for name, value in want.items():
        assert value.equal(got[name]), name


@pytest.mark.parametrize("name", ["llama", "qwen"])
def test_full_weights_open_with_from_pretrained(trainer, request, text_documents, page_documents,
                                                tmp_path, name):  # fmt: skip
    model = request.getfixturevalue(name)
    documents = text_documents if name == "llama" else page_documents
    folder = tmp_path / "model"
    module = make(model)
    trainer(max_steps=2, callbacks=[ModelExport(str(folder))]).fit(
        module, SFTData(documents, model, batch_size=4)
    )
    kind = AutoModelForCausalLM if name == "llama" else AutoModelForImageTextToText
    same(module, kind.from_pretrained(folder))
    assert load_processor(str(folder)).chat_template == load_processor(model).chat_template
    manifest = read_manifest(folder, "model")
    assert manifest.notes["steps"] == 2
    assert manifest.config["started_from"] == module.weights
    again = BackboneModule(Backbone(str(folder)))
    again.configure_model()
    assert again.weights != module.weights


def test_an_adapter_opens_with_peft_and_as_adapter_path(trainer, llama, text_documents, tmp_path):
    folder = tmp_path / "model"
    module = make(llama, LoraSpec(rank=2))
    trainer(max_steps=2, callbacks=[ModelExport(str(folder))]).fit(
        module, SFTData(text_documents, llama, batch_size=4)
    )
    assert not list(folder.glob("model*.safetensors"))
    same(module, AutoPeftModelForCausalLM.from_pretrained(folder))
    again = BackboneModule(Backbone(llama, adapter_path=str(folder)))
    again.configure_model()
    same(module, again.loaded)


def test_the_manifest_comes_last(trainer, llama, text_documents, tmp_path, monkeypatch):
    """A process killed while it writes leaves no folder that looks finished."""
    folder = tmp_path / "model"

    def die(self, folder):
        folder.mkdir()
        (folder / "config.json").write_text("{}")
        raise KeyboardInterrupt

    module = make(llama)
    monkeypatch.setattr(BackboneModule, "export", die)
    with pytest.raises((KeyboardInterrupt, SystemExit)):
        trainer(max_steps=1, callbacks=[ModelExport(str(folder))]).fit(
            module, SFTData(text_documents, llama, batch_size=4)
        )
    assert not folder.exists()


def test_a_fit_killed_between_its_last_step_and_the_export_still_exports(
    trainer, llama, text_documents, tmp_path
):
    """Resumed there, Lightning has nothing left to train and skips the training loop."""

    def callbacks():
        return [
            ModelCheckpoint(str(tmp_path / "ckpt"), every_n_train_steps=2, save_top_k=0,
                            save_last=True),
            ModelExport(str(tmp_path / "model")),
        ]  # fmt: skip

    class Killed(Exception):
        pass

    class Dies(ModelExport):
        def on_train_end(self, *args):
            raise Killed

        on_fit_end = on_train_end

    first = make(llama)
    with pytest.raises(Killed):
        trainer(
            max_steps=2, enable_checkpointing=True,
            callbacks=[callbacks()[0], Dies(str(tmp_path / "model"))],
        ).fit(first, SFTData(text_documents, llama, batch_size=4))  # fmt: skip
    assert not (tmp_path / "model").exists()
    second = make(llama)
    trainer(max_steps=2, enable_checkpointing=True, callbacks=callbacks()).fit(
        second, SFTData(text_documents, llama, batch_size=4), ckpt_path=tmp_path / "ckpt/last.ckpt"
    )
    assert read_manifest(tmp_path / "model", "model").notes["steps"] == 2
    same(first, AutoModelForCausalLM.from_pretrained(tmp_path / "model"))


def test_a_fit_that_fails_exports_nothing(trainer, llama, text_documents, tmp_path):
    module = make(llama)
    module.training_step = lambda batch, batch_idx: 1 / 0
    with pytest.raises(ZeroDivisionError):
        trainer(max_steps=1, callbacks=[ModelExport(str(tmp_path / "model"))]).fit(
            module, SFTData(text_documents, llama, batch_size=4)
        )
    assert not (tmp_path / "model").exists()
