"""Errors that a person can mend: shown as sentences, without a traceback, exit code 2."""


class InputError(Exception):
    """Something in the input is wrong; `problems` are sentences that say what to do."""

    def __init__(self, *problems: str) -> None:
        """Keep every problem, so that all are reported together."""
        super().__init__("\n".join(problems))
        self.problems = problems
