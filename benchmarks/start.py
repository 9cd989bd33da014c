"""Cold start and peak memory of the command as a whole process, and the size of a default install.

    python benchmarks/start.py

Every command runs in turn with `python -c pass`, several times; the table gives medians and how often they hold its.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
import time
from importlib.metadata import distribution
from pathlib import Path

RUNS = 15
FLOOR = "python -c pass"
STORY = (
    "Tarrow Motors sold 84,212 vehicles in April. Of the total, 71,905 were sold at home and the remaining 12,307 were "
    "exported. By body type, it sold 31,448 sedans, 46,903 SUVs and 5,861 MPVs."
)


def run(arguments: list[str]) -> tuple[float, float]:
    """Seconds and peak MiB of one process."""
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    start = time.perf_counter()
    pid = os.posix_spawn(arguments[0], arguments, os.environ, file_actions=quiet)
    _, _, usage = os.wait4(pid, 0)
    return time.perf_counter() - start, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def table() -> str:
    """The results, in Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder, "story.txt")
        story.write_text(STORY, encoding="utf-8")
        crossfoot = str(Path(sys.executable).with_name("crossfoot"))
        commands = {
            FLOOR: [sys.executable, "-c", "pass"],
            "crossfoot --help": [crossfoot, "--help"],
            "crossfoot check story.txt": [crossfoot, "check", str(story)],
            "crossfoot demo": [crossfoot, "demo"],
        }
        runs = [{name: run(arguments) for name, arguments in commands.items()} for _ in range(RUNS)]
    middle = {name: [statistics.median(once[name][i] for once in runs) for i in (0, 1)] for name in commands}
    seconds, memory = middle[FLOOR]
    rows = [
        f"| `{name}` | {1000 * s:.0f} | {s / seconds:.1f} | {m:.0f} | {m / memory:.1f} |"
        for name, (s, m) in middle.items()
    ]
    size, number = installed("crossfoot")
    return "\n".join(
        [
            f"| command | ms | times `{FLOOR}` | peak MiB | times `{FLOOR}` |",
            "|---|--:|--:|--:|--:|",
            *rows,
            "",
            f"A default install is {size / 1e6:.0f} MB in {number} distributions.",
        ]
    )


def installed(name: str) -> tuple[int, int]:
    """Bytes on disk of a distribution and all that it needs, and how many distributions these are."""
    seen: set[str] = set()
    left = [name]
    size = 0
    while left:
        one = re.sub(r"[-_.]+", "-", left.pop()).lower()
        if one in seen:
            continue
        seen.add(one)
        found = distribution(one)
        size += sum(_size(Path(str(file.locate()))) for file in found.files or ())
        needed = (row for row in found.requires or () if "extra ==" not in row and "platform" not in row)
        left += [re.split(r"[^\w.-]", row, maxsplit=1)[0] for row in needed]
    if not any(
        file.name == "model.py" for file in distribution(name).files or ()
    ):  # an editable install is only a link
        import crossfoot

        size += sum(_size(path) for path in Path(crossfoot.__path__[0]).rglob("*") if "__pycache__" not in path.parts)
    return size, len(seen)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() and path.suffix != ".pyc" else 0


if __name__ == "__main__":
    print(table())
