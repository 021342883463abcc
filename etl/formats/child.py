"""The other process of `etl.formats.confined`: bytes come in, what they say goes out.

    python -m etl.formats.child MODULE NAME SECONDS BYTES < file

It writes {"text": …} or, where the reader refuses the file, {"problems": […]} as JSON.
"""

from __future__ import annotations

import json
import resource
import sys

from etl.errors import InputError
from etl.formats.dispatch import read_with


def main(module: str, name: str, seconds: int, memory: int) -> None:
    """Read one file from standard input within limits, and tell what it says."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    answers = sys.stdout
    sys.stdout = sys.stderr  # what a library prints is no answer
    try:
        told = {"text": read_with(module, sys.stdin.buffer.read(), name)}
    except InputError as refused:
        told = {"problems": list(refused.problems)}
    answers.write(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
