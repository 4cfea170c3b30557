"""Stages that need no trainer: plain functions from artifacts to artifacts."""
