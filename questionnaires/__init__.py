"""The questionnaires: YAML files, one folder an instrument, read into checked questionnaires."""

from questionnaires.checklists import read_checklist
from questionnaires.reading import CHECKLISTS, INSTRUMENTS, UnknownInstrument, read

__all__ = ["CHECKLISTS", "INSTRUMENTS", "UnknownInstrument", "read", "read_checklist"]
