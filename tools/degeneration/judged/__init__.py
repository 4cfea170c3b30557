"""Kinds that were blind once and have been judged on; now they are `dev` as the others."""
