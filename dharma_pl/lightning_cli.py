"""Lightning's own verbs on our modules."""

import sys
import warnings
from pathlib import Path

import lightning as L
from lightning.pytorch.cli import LightningArgumentParser, LightningCLI, SaveConfigCallback
from lightning.pytorch.utilities.exceptions import SIGTERMException

import dharma_pl.callbacks
import dharma_pl.data  # noqa: F401  # so that configurations can say class names alone
from dharma_pl.models import BackboneModule


class SaveConfig(SaveConfigCallback):
    """Keeps the configuration beside the run; without a folder for it, nowhere."""

    def setup(self, trainer: L.Trainer, pl_module: L.LightningModule, stage: str) -> None:
        """Write it."""
        if trainer.log_dir and Path(trainer.log_dir).resolve() != Path.cwd():
            super().setup(trainer, pl_module, stage)


class Cli(LightningCLI):
    """One processor for model and data."""

    def add_arguments_to_parser(self, parser: LightningArgumentParser) -> None:
        """Link the two."""
        parser.link_arguments("model.init_args.backbone.name_or_path", "data.init_args.processor")


class Checked(Exception):
    """Leaves LightningCLI once a configuration has been parsed."""


class CheckingCli(Cli):
    """Parses a configuration and makes nothing of it."""

    def before_instantiate_classes(self) -> None:
        """End here."""
        raise Checked


def run_lightning(verb: str, args: list[str], *, check_only: bool = False) -> None:
    """Run one of Lightning's verbs on our modules, or only check its configuration."""
    # Lightning's own use of torch, and validation data that there may well be none of.
    warnings.filterwarnings("ignore", message=".*LeafSpec.* is deprecated")
    warnings.filterwarnings("ignore", message="`is_gradient_checkpointing` is deprecated")  # peft
    warnings.filterwarnings("ignore", message="Total length of `(list|BatchLoader)` across")
    # Lightning's multi-process launchers start this very program again, from sys.argv.
    command, sys.argv = sys.argv, [sys.argv[0], verb, *args]
    try:
        (CheckingCli if check_only else Cli)(
            BackboneModule,
            L.LightningDataModule,
            subclass_mode_model=True,
            subclass_mode_data=True,
            auto_configure_optimizers=False,
            save_config_callback=SaveConfig,
            save_config_kwargs={"overwrite": True},
            seed_everything_default=0,
            run=True,
        )
    except Checked:
        pass
    except SIGTERMException:
        # Lightning would end with exit code 0, as if all were done.
        print("terminated: what is finished stays; the same command goes on", file=sys.stderr)
        raise SystemExit(143) from None
    except SystemExit as error:
        # Lightning answers Ctrl-C with exit code 1 and no word of it.
        if isinstance(error.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from None
        raise
    finally:
        sys.argv = command
