"""The whole loop: calls the verbs a person would call, and skips what is already done."""

import json
import logging
import shlex
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

import transformers
import yaml
from rich.console import Console

from dharma_pl.artifacts import write_atomically
from dharma_pl.errors import DataError, DharmaError
from dharma_pl.models.backbone import Backbone
from dharma_pl.models.memory import release_memory
from dharma_pl.stages.pairs import PairRule
from dharma_pl.stages.plan import GpuStage, Sections, Step, plan_steps, step_fingerprint
from dharma_pl.stages.timing import STAGES, read_plan, write_plan

T = TypeVar("T")


class Verbs(Protocol):
    """The command line, as far as the loop needs it."""

    def dispatch(self, arguments: list[str]) -> None:
        """Run one verb in this process; errors are raised."""

    def check_arguments(self, arguments: list[str]) -> None:
        """Parse one verb's arguments and configuration without running it."""


def run(
    verbs: Verbs,
    documents: dict[str, Any],
    backbone: Backbone,
    out: str | None = None,
    seed: int = 0,
    overwrite: bool = False,
    trainer: dict[str, Any] | None = None,
    sft: GpuStage = GpuStage(),  # noqa: B008  # jsonargparse shows the defaults
    sample: GpuStage = GpuStage(),  # noqa: B008
    judge: dict[str, Any] | None = None,
    rule: PairRule = PairRule(),  # noqa: B008
    dpo: GpuStage = GpuStage(),  # noqa: B008
    evaluate: GpuStage = GpuStage(),  # noqa: B008
    name: str = "run",
) -> None:
    """Run the loop from documents to the report, or go on where an earlier run stopped.

    Args:
        verbs: how other verbs are called.
        documents: options of the `documents` verb: `source`, `prompt`, `columns`, ...
        backbone: the base model.
        out: folder of the run; `runs/<name>` by default.
        seed: of corpus, splits, order and sampling.
        overwrite: remake the stages whose settings changed, instead of refusing.
        trainer: arguments of `Trainer` for every GPU stage.
        sft: supervised fine-tuning.
        sample: sampling of the training documents.
        judge: options of the `judge` verb: `failure_modes`, `judge`.
        rule: which outputs become pairs.
        dpo: preference optimization; the control shares its settings.
        evaluate: greedy sampling of what was held out.
        name: of the run.

    Raises:
        DataError: a stage failed; the work of the others stays.
    """
    folder = Path(out or f"runs/{name}")
    gpu = [_stage(section) for section in (sft, sample, dpo, evaluate)]
    sections = Sections(
        documents=documents,
        backbone=_dataclass(Backbone, backbone),
        trainer={"enable_progress_bar": sys.stderr.isatty(), **(trainer or {})},
        sft=gpu[0],
        sample=gpu[1],
        judge=judge or {},
        rule=_dataclass(PairRule, rule),
        dpo=gpu[2],
        evaluate=gpu[3],
    )
    _quiet_libraries()
    runner = _Runner(verbs, folder, overwrite)
    runner.run(plan_steps(sections, folder, seed))


def _quiet_libraries() -> None:
    """Seventeen verbs in one terminal: leave the stage lines readable."""
    for library in ("lightning.pytorch", "lightning.fabric"):
        logging.getLogger(library).setLevel(logging.WARNING)
    transformers.utils.logging.disable_progress_bar()


def _dataclass(kind: type[T], value: T | dict[str, Any]) -> T:
    """A section as the parser gives it, which leaves plug-ins for later, or as a caller does."""
    return kind(**value) if isinstance(value, dict) else value


def _stage(value: GpuStage | dict[str, Any]) -> GpuStage:
    """A GPU stage's section, fit to be parsed again by the verb it is for."""
    stage = _dataclass(GpuStage, value)
    model = dict(stage.model)
    optimizer = model.get("optimizer")
    if isinstance(optimizer, dict):
        # Only the module knows its parameters; the parser of `run` notes them down as None.
        arguments = {k: v for k, v in optimizer.get("init_args", {}).items() if k != "params"}
        model["optimizer"] = optimizer | {"init_args": arguments}
    return GpuStage(stage.trainer, model, stage.data)


@dataclass
class _Runner:
    verbs: Verbs
    out: Path
    overwrite: bool

    def __post_init__(self) -> None:
        self.console = Console(highlight=False, soft_wrap=True)

    def run(self, steps: list[Step]) -> None:
        """Check every configuration before the first hour is spent, then go step by step."""
        prints: dict[Path, str] = {}
        for step in steps:
            prints[step.folder] = step_fingerprint(step, prints, self.out)
        todo = [step for step in steps if not self._done(step, prints[step.folder])]
        configs = [self._write_config(index, step) for index, step in enumerate(steps, 1)]
        if not todo:
            self.console.print(f"nothing to do: all {len(STAGES)} stages of {self.out} are done")
        for step, config in zip(steps, configs, strict=True):
            if step in todo:
                self.verbs.check_arguments([step.verb, "--config", str(config)])
        for step, config in zip(steps, configs, strict=True):
            self._announce(step, config, skipped=step not in todo)
            if step in todo:
                self._execute(step, config, prints[step.folder])
        self._show(steps)

    def _write_config(self, index: int, step: Step) -> Path:
        path = self.out / "configs" / f"{index:02d}-{step.name.replace(' ', '-')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        header = f"# {_command(step.verb, path)}\n"
        write_atomically(path, header + yaml.safe_dump(dict(step.config), sort_keys=False))
        return path

    def _done(self, step: Step, fingerprint: str) -> bool:
        """True where this very step is finished; another run's leftovers are an error."""
        plan = read_plan(step.folder)
        if plan is None:
            return False
        if plan["fingerprint"] != fingerprint:
            if not self.overwrite:
                raise DataError(
                    f"{step.folder} was made with other settings or inputs for the stage "
                    f"{step.stage} or one before it; choose another --out, or pass "
                    "--overwrite true to remake it and what builds on it"
                )
            return False
        return bool(plan["done"])

    def _announce(self, step: Step, config: Path, *, skipped: bool) -> None:
        state = "[dim]done[/]" if skipped else f"[dim]{_command(step.verb, config)}[/]"
        self.console.print(f"[bold]({step.number}/{len(STAGES)}) {step.name:<15}[/] {state}")

    def _execute(self, step: Step, config: Path, fingerprint: str) -> None:
        plan = read_plan(step.folder) or {"seconds": 0.0, "fingerprint": fingerprint}
        if plan["fingerprint"] != fingerprint:  # asked to overwrite, and all settings parsed
            shutil.rmtree(step.folder)
            plan = {"seconds": 0.0}
        plan |= {"fingerprint": fingerprint, "done": False}
        write_plan(step.folder, plan)
        started = time.monotonic()
        arguments = [step.verb, "--config", str(config)]
        last = self.out / step.name / "checkpoints" / "last.ckpt"
        if step.verb == "fit" and last.is_file():
            arguments += ["--ckpt_path", str(last)]
        if _wants_processes(step):
            _call_alone(arguments)
        else:  # in this process, which spares the imports
            self.verbs.dispatch(arguments)
            release_memory()
        seconds = time.monotonic() - started
        plan |= {"seconds": plan["seconds"] + seconds, "done": True}
        write_plan(step.folder, plan)
        self.console.print(f"      [dim]{step.folder}, {seconds:.0f} s[/]")

    def _show(self, steps: list[Step]) -> None:
        from dharma_pl.stages.report import report_table

        report = json.loads((self.out / "report" / "report.json").read_text(encoding="utf-8"))
        self.console.print(report_table(report))
        for name in ("report.md", "report.json", "degeneration.png"):
            self.console.print(f"  {self.out / 'report' / name}")
        self.console.print(f"  tensorboard --logdir {self.out}")


def _command(verb: str, config: Path) -> str:
    return shlex.join(["python", "-m", "dharma_pl", verb, "--config", str(config)])


def _wants_processes(step: Step) -> bool:
    """Several devices: Lightning's launchers start this program again, so it must be the verb."""
    trainer = step.config.get("trainer", {})
    return trainer.get("devices", 1) not in (1, "1") or int(trainer.get("num_nodes", 1)) > 1


def _call_alone(arguments: list[str]) -> None:
    """Call a verb in a process of its own."""
    command = [sys.executable, "-m", "dharma_pl", *arguments]
    code = subprocess.run(command, check=False).returncode
    if code:
        raise DharmaError(f"`{shlex.join(arguments)}` ended with exit code {code}")
