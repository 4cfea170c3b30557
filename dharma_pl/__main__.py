"""`python -m dharma_pl VERB --config FILE.yaml`."""

import sys

from dharma_pl.cli import main

if __name__ == "__main__":
    sys.exit(main())
