"""What `run` will do: nine stages, each a verb with a configuration of its own."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from dharma_pl.artifacts import digest_file, fingerprint
from dharma_pl.data.processor import resolve
from dharma_pl.errors import UsageError
from dharma_pl.models.backbone import Backbone
from dharma_pl.models.objective import reads_reference
from dharma_pl.stages.pairs import PairRule
from dharma_pl.stages.timing import STAGES

Settings = dict[str, Any]

MAX_HASHED = 256 * 2**20
DISPLAY = ("enable_progress_bar", "enable_model_summary", "log_every_n_steps", "profiler")
"""Trainer arguments that change what is shown and not what is made."""


@dataclass
class GpuStage:
    """Settings of one Lightning stage, over the defaults of `run`.

    Attributes:
        trainer: arguments of `Trainer`, over the common `trainer` section.
        model: arguments of the stage's LightningModule.
        data: arguments of its LightningDataModule.
    """

    trainer: Settings = field(default_factory=dict)
    model: Settings = field(default_factory=dict)
    data: Settings = field(default_factory=dict)


@dataclass
class Sections:
    """The settings of `run`, by stage."""

    documents: Settings
    backbone: Backbone
    trainer: Settings
    sft: GpuStage
    sample: GpuStage
    judge: Settings
    rule: PairRule
    dpo: GpuStage
    evaluate: GpuStage


@dataclass(frozen=True)
class Step:
    """One verb to call.

    Attributes:
        stage: number and name of the stage it belongs to.
        verb: of the command line.
        folder: the artifact or model it makes.
        config: what goes into its YAML file.
        inputs: folders of the steps it builds on.
        content: identifies what the configuration only names: the user's data, the base model.
    """

    number: int
    stage: str
    name: str
    verb: str
    folder: Path
    config: Mapping[str, Any]
    inputs: tuple[Path, ...] = ()
    content: str = ""


def plan_steps(sections: Sections, out: Path, seed: int) -> list[Step]:
    """Lay out the loop below one folder.

    Args:
        sections: the settings.
        out: folder of the run.
        seed: of corpus, splits, order and sampling.

    Raises:
        UsageError: the evaluation shall abort loops.
    """
    return _Planner(sections, out, seed).steps()


class _Planner:
    def __init__(self, sections: Sections, out: Path, seed: int) -> None:
        self.sections, self.out, self.seed = sections, out, seed
        self.documents = out / "documents"
        self.base: Settings = dict(vars(sections.backbone))
        self.sft = self._trained(self._policy(sections.sft, self.base), out / "sft" / "model")

    def steps(self) -> list[Step]:
        """All steps in order."""
        data = content_digest(self.sections.documents.get("source"))
        model = content_digest(resolve(self.base["name_or_path"]))
        content = {"documents": data, "sft": model, "sample vanilla": model}
        return [
            replace(step, content=content.get(step.name, ""))
            for step in (*self._prepare(), *self._learn(), *self._evaluate())
        ]

    def _step(self, stage: str, name: str, verb: str, folder: Path, config: Settings,
              *inputs: Path) -> Step:  # fmt: skip
        return Step(STAGES.index(stage) + 1, stage, name, verb, folder, config, inputs)

    def _prepare(self) -> list[Step]:
        """Documents, SFT, and the pairs that its failures give."""
        out, sections = self.out, self.sections
        source = dict(sections.documents)
        _seed_source(source, self.seed)
        policy = self._policy(sections.sft, self.base)
        config = {"seed": self.seed} | source | {"out": str(self.documents)}
        sft = self._fit("sft", sections.sft, "SFTModule", "SFTData", policy, {})
        sample = self._sampling(out / "sample", self.sft, sections.sample, ["train"])
        judge = self._judging(out / "sample", out / "judge")
        pairs = {
            "outputs": str(out / "sample"),
            "verdicts": str(out / "judge"),
            "documents": str(self.documents),
            "out": str(out / "pairs"),
            "processor": self.sft["name_or_path"],
            "rule": asdict(sections.rule),
            # What makes an output fail makes a target unfit to be chosen.
            "failure_modes": sections.judge.get("failure_modes"),
        }
        return [
            self._step("documents", "documents", "documents", self.documents, config),
            self._step("sft", "sft", "fit", out / "sft", sft, self.documents),
            self._step("sample", "sample", "predict", out / "sample", sample, out / "sft"),
            self._step("judge", "judge", "judge", out / "judge", judge, out / "sample"),
            self._step("pairs", "pairs", "pairs", out / "pairs", pairs, out / "judge"),
        ]

    def _learn(self) -> list[Step]:
        """Reference log-probs, DPO, and the control: as many further SFT steps."""
        out, sections = self.out, self.sections
        policy = self._policy(sections.dpo, self.sft)
        cache = {"cache_dir": str(out / "reference")}
        data = {"pairs": str(out / "pairs")}
        reference = self._predict(
            "ReferenceModule", {"backbone": policy, **cache},
            "PreferenceData", {**_data(sections.dpo), **data}, sections.dpo.trainer, "reference",
        )  # fmt: skip
        dpo = self._fit(
            "dpo", sections.dpo, "DPOModule", "PreferenceData", policy, data, model=cache
        )
        control = GpuStage(sections.dpo.trainer, _shared(sections.dpo.model), sections.dpo.data)
        more = self._fit("sft_more", control, "SFTModule", "SFTData", policy, data)
        inputs = (out / "sft", out / "pairs")
        steps = [
            self._step("reference", "reference", "predict", out / "reference", reference, *inputs),
            self._step("dpo", "dpo", "fit", out / "dpo", dpo, *inputs),
            self._step("sft_more", "sft_more", "fit", out / "sft_more", more, *inputs),
        ]
        return steps if _compares(sections.dpo) else steps[1:]

    def _evaluate(self) -> list[Step]:
        """Greedy outputs of every stage on what was held out, judged, and the report."""
        out = self.out
        policy = self._policy(self.sections.dpo, self.sft)
        models = {
            "vanilla": (self.base | {"lora": None}, ()),
            "sft": (self.sft, (out / "sft",)),
            "sft_more": (self._trained(policy, out / "sft_more" / "model"), (out / "sft_more",)),
            "dpo": (self._trained(policy, out / "dpo" / "model"), (out / "dpo",)),
        }
        steps, folders = [], []
        for name, (backbone, inputs) in models.items():
            outputs, verdicts = (
                out / "evaluate" / name / "outputs",
                out / "evaluate" / name / "verdicts",
            )
            sampling = self._sampling(
                outputs, backbone, self.sections.evaluate, ["heldout", "legitimate"]
            )
            if sampling["model"]["init_args"].pop("abort", False):
                raise UsageError("evaluate.model.abort: rates come from full decoding; remove it")
            sampling["model"]["init_args"]["temperatures"] = [0.0]
            judging = self._judging(outputs, verdicts)
            steps += [
                self._step("evaluate", f"sample {name}", "predict", outputs, sampling,
                           self.documents, *inputs),
                self._step("evaluate", f"judge {name}", "judge", verdicts, judging, outputs),
            ]  # fmt: skip
            folders.append(verdicts)
        report = {
            "stages": {name: str(out / "evaluate" / name) for name in models},
            "documents": str(self.documents),
            "out": str(out / "report"),
            "run": str(out),
        }
        steps.append(self._step("evaluate", "report", "report", out / "report", report, *folders))
        return steps

    def _policy(self, stage: GpuStage, start: Settings) -> Settings:
        """What a fit starts from: a stage may add an adapter of its own."""
        return {**start, **stage.model.get("backbone", {})}

    def _trained(self, started: Settings, folder: Path) -> Settings:
        """The backbone that a fit's export is: an adapter on its base, or whole weights."""
        if started["adapter_path"] or started["lora"]:
            return started | {"adapter_path": str(folder), "lora": None}
        return started | {"name_or_path": str(folder), "adapter_path": None}

    def _fit(self, name: str, stage: GpuStage, module: str, data: str, backbone: Settings,
             extra: Settings, model: Settings | None = None) -> Settings:  # fmt: skip
        root = self.out / name
        trainer = self._trainer(stage.trainer, root)
        trainer["callbacks"] = [
            {
                "class_path": "lightning.pytorch.callbacks.ModelCheckpoint",
                "init_args": {
                    "dirpath": str(root / "checkpoints"),
                    "every_n_train_steps": trainer.pop("checkpoint_every_n_steps", 50),
                    "save_top_k": 0,
                    "save_last": True,
                    "enable_version_counter": False,  # one last.ckpt, also in a run that moved
                },
            },
            {
                "class_path": "dharma_pl.callbacks.ModelExport",
                "init_args": {"folder": str(root / "model")},
            },
            *trainer.get("callbacks", []),
        ]
        for callback in trainer["callbacks"]:
            arguments = callback.setdefault("init_args", {})
            if callback["class_path"].endswith("DegenerationLogger"):
                arguments["documents"] = arguments.get("documents") or str(self.documents)
        settings = {**_model(stage), **(model or {}), "backbone": backbone}
        return {
            "seed_everything": self.seed,
            "trainer": trainer,
            "model": _class("models", module, settings | {"seed": self.seed}),
            "data": _class("data", data, {
                "documents": str(self.documents), "seed": self.seed, **_data(stage), **extra,
            }),
        }  # fmt: skip

    def _predict(self, module: str, model: Settings, data: str, data_settings: Settings,
                 trainer: Settings, name: str) -> Settings:  # fmt: skip
        kept = {k: v for k, v in trainer.items() if k in ("precision", "accelerator", "devices",
                                                           "strategy", "num_nodes")}  # fmt: skip
        return {
            "seed_everything": self.seed,
            "return_predictions": False,
            "trainer": self._trainer(kept, self.out / name) | {"logger": False},
            "model": _class("models", module, model),
            "data": _class("data", data, {"documents": str(self.documents), **data_settings}),
        }

    def _sampling(self, folder: Path, backbone: Settings, stage: GpuStage,
                  splits: list[str]) -> Settings:  # fmt: skip
        model = {"seed": self.seed, **_model(stage), "backbone": backbone, "out": str(folder)}
        data = {"splits": splits, **_data(stage)}
        return self._predict("SamplingModule", model, "SamplingData", data, stage.trainer,
                             folder.relative_to(self.out).as_posix())  # fmt: skip

    def _judging(self, outputs: Path, out: Path) -> Settings:
        return {
            **self.sections.judge,
            "outputs": str(outputs),
            "documents": str(self.documents),
            "out": str(out),
        }

    def _trainer(self, stage: Settings, root: Path) -> Settings:
        logger = {
            "class_path": "lightning.pytorch.loggers.TensorBoardLogger",
            "init_args": {"save_dir": str(root), "name": "tensorboard", "version": ""},
        }
        defaults = {
            "default_root_dir": str(root),
            "logger": logger,
            "enable_model_summary": False,
            "num_sanity_val_steps": 0,
            "log_every_n_steps": 1,
        }
        return {**defaults, **self.sections.trainer, **stage}


def _class(package: str, name: str, settings: Settings) -> Settings:
    if "class_path" in settings:
        path, settings = settings["class_path"], {**settings, **settings.get("init_args", {})}
        settings = {k: v for k, v in settings.items() if k not in ("class_path", "init_args")}
        return {"class_path": path, "init_args": settings}
    return {"class_path": f"dharma_pl.{package}.{name}", "init_args": settings}


def _model(stage: GpuStage) -> Settings:
    return {key: value for key, value in stage.model.items() if key != "backbone"}


def _data(stage: GpuStage) -> Settings:
    return dict(stage.data)


def _compares(stage: GpuStage) -> bool:
    """Whether DPO reads a reference at all: SimPO, for one, does not."""
    settings = {**stage.model, **stage.model.get("init_args", {})}
    return reads_reference(settings.get("loss", "sigmoid"))


def _shared(model: Settings) -> Settings:
    """What DPO's settings mean to SFT too."""
    names = ("backbone", "optimizer", "schedule", "warmup_steps")
    return {name: model[name] for name in names if name in model}


def _seed_source(documents: Settings, seed: int) -> None:
    """Hand the seed to a source that takes one, such as the demo's pages."""
    source = documents.get("source")
    if isinstance(source, dict) and "seed" in source.get("init_args", {}):
        documents["source"] = source | {"init_args": source["init_args"] | {"seed": seed}}


def step_fingerprint(step: Step, inputs: Mapping[Path, str], out: Path) -> str:
    """Identify a step by its settings and those of all it builds on, wherever `out` lies."""
    config = dict(step.config)
    if "trainer" in config:
        config["trainer"] = {k: v for k, v in config["trainer"].items() if k not in DISPLAY}
    parents = [inputs[path] for path in step.inputs]
    return fingerprint(step.verb, _relative(config, out), parents, step.content)


def content_digest(source: Any) -> str:
    """Identify what lies at a path, so that edited data or new weights are noticed.

    A file counts with its bytes up to 256 MiB; files of a folder, and larger ones, with their
    sizes and times. Anything that is no path here, a name on the Hub or a source, is empty.
    """
    path = Path(source).expanduser() if isinstance(source, str) else None
    if path is None or not path.exists():
        return ""
    if path.is_file() and path.stat().st_size <= MAX_HASHED:
        return digest_file(path)
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    facts = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    return fingerprint(facts)


def _relative(value: Any, out: Path) -> Any:
    if isinstance(value, Mapping):
        return {key: _relative(item, out) for key, item in value.items()}
    if isinstance(value, list):
        return [_relative(item, out) for item in value]
    return value.replace(str(out), "OUT") if isinstance(value, str) else value
