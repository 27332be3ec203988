"""Telling people what they asked to be told."""
