"""Writes the rows of the lexicon as JSON beside them whenever crossfoot is built or installed: `python hatch_build.py`.

JSON is read some thirty times as fast as TOML, which was a sixth of a cold start. Each file stands there with
a digest of the TOML that it was made of, so that a row that somebody changes since is read where they changed it.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by itself
    BuildHookInterface = object

LEXICON = "src/crossfoot/lexicon"


def pack(lexicon: Path) -> str:
    """All files of rows by their name: the digest of each, and what it says."""
    packed = {}
    for path in sorted(lexicon.rglob("*.toml")):
        written = path.read_bytes()
        rows = tomllib.loads(written.decode("utf-8"))
        packed[path.relative_to(lexicon).as_posix()] = hashlib.sha256(written).hexdigest(), rows
    return json.dumps(packed, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


class Rows(BuildHookInterface):  # type: ignore[misc]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        made = write(Path(self.root))
        build_data["artifacts"].append(made.relative_to(self.root).as_posix())


def write(root: Path) -> Path:
    """The file, written into a tree of the sources."""
    made = root / LEXICON / "rows.json"
    made.write_text(pack(root / LEXICON), encoding="utf-8")
    return made


if __name__ == "__main__":
    write(Path(__file__).resolve().parent)
