"""What a curator is told when a file is wrong: where, what, remedy."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one file. `line` counts from 1; `place` reads 'questions[backup] > text'."""

    file: str
    line: int
    place: str
    message: str

    def __str__(self) -> str:
        at = f"\n  at  {self.place}" if self.place else ""
        return f"{self.file}:{self.line}{at}\n  {self.message}"


class ContentError(Exception):
    """Every problem found in the files read, all at once."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n\n".join(str(problem) for problem in self.problems))
