"""The questionnaires: YAML files, one folder an instrument, read into checked questionnaires."""

from questionnaires.reading import INSTRUMENTS, UnknownInstrument, read

__all__ = ["INSTRUMENTS", "UnknownInstrument", "read"]
