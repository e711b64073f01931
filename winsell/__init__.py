"""Winsell: where a deal stands, why, and what to do next, from plain YAML deal files.

The packages below are the floors of one house (see `docs/decisions.md`); all of them are internal. What others may
rely on is the command line, its exit codes and its JSON, and `__version__`.
"""

__version__ = "0.1.0"
