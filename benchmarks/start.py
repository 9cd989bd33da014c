"""Cold start and peak memory of the command as a whole process, and the size of a default install.

    python benchmarks/start.py

Every command runs in turn with `python -c pass`, several times; the table gives medians and how often they hold its.
"""

from __future__ import annotations

import re
import resource
import statistics
import subprocess
import sys
import tempfile
from importlib.metadata import distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 15
MAIN = "from crossfoot.doors.cli import main; main()"
FLOOR = "python -c pass"
STORY = (
    "Tarrow Motors sold 84,212 vehicles in April. Of the total, 71,905 were sold at home and the remaining 12,307 were "
    "exported. By body type, it sold 31,448 sedans, 46,903 SUVs and 5,861 MPVs."
)


def seconds(arguments: list[str]) -> float:
    """Of the processor, so that what else runs on the machine counts little."""
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(arguments)} failed: {done.stderr.decode()[-500:]}")
    return took


def peak(arguments: list[str]) -> float:
    """MiB. The process tells itself: what its parent is told counts the parent's own memory up to the start."""
    told = "import atexit, sys; atexit.register(lambda: print(open('/proc/self/status').read(), file=sys.stderr)); "
    done = subprocess.run([sys.executable, "-c", told + arguments[-1]], capture_output=True, text=True, check=False)
    return int(done.stderr.partition("VmHWM:")[2].split()[0]) / 1024


def table() -> str:
    """The results, in Markdown."""
    subprocess.run([sys.executable, ROOT / "hatch_build.py"], check=True)  # the rows as an install has them
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder, "story.txt")
        story.write_text(STORY, encoding="utf-8")
        commands = {FLOOR: ["-c", "pass"]} | {
            f"crossfoot {line}": ["-c", f"import sys; sys.argv = {['crossfoot', *words]!r}; {MAIN}"]
            for line, words in {
                "--help": ["--help"],
                "check story.txt": ["check", str(story)],
                "demo": ["demo"],
            }.items()
        }
        runs = [{name: seconds(arguments) for name, arguments in commands.items()} for _ in range(RUNS)]
        memory = {name: peak(arguments) for name, arguments in commands.items()}
    time_ = {name: statistics.median(once[name] for once in runs) for name in commands}
    rows = [
        f"| `{name}` | {1000 * time_[name]:.0f} | {time_[name] / time_[FLOOR]:.1f} "
        f"| {memory[name]:.0f} | {memory[name] / memory[FLOOR]:.1f} |"
        for name in commands
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
        file.name == "pipeline.py" for file in distribution(name).files or ()
    ):  # an editable install is only a link
        import crossfoot

        size += sum(_size(path) for path in Path(crossfoot.__path__[0]).rglob("*") if "__pycache__" not in path.parts)
    return size, len(seen)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() and path.suffix != ".pyc" else 0


if __name__ == "__main__":
    print(table())
