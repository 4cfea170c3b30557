"""Pure functions on tensors and strings: no state, no files, no configuration."""
