"""docs/reference.md is what the docstrings say. `python tests/test_reference.py` writes it anew."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

import crossfoot

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference.md"
OPENING = """# In Python

What `import crossfoot` gives, from its docstrings; this page is written by `tests/test_reference.py`. The values that
pass between the rooms stand together in `src/crossfoot/model/`.
"""


def _entry(name: str) -> str:
    value = getattr(crossfoot, name)
    return f"## {name}\n\n```py\n{_signature(name, value)}\n```\n\n{_prose(inspect.getdoc(value) or '')}\n"


def _signature(name: str, value: Any) -> str:
    if isinstance(value, type) and issubclass(value, Exception):
        return f"class {name}({', '.join(base.__name__ for base in value.__bases__)})"
    said = re.sub(r"'|crossfoot\.model\.[a-z]+\.", "", str(inspect.signature(value)))
    return f"{'class ' if isinstance(value, type) else 'def '}{name}{said}"


def _prose(doc: str) -> str:
    """A docstring with its examples in blocks of their own, which the tests of the docs run."""
    parts, examples = list[str](), list[str]()
    for line in [*doc.splitlines(), ""]:
        if line.startswith(">>> ") or (examples and line.strip()):
            examples.append(line)
            continue
        if examples:
            parts.append("```python\n" + "\n".join(examples) + "\n\n```")
            examples = []
        parts.append(line)
    return "\n".join(parts).strip()


def _page() -> str:
    return "\n".join([OPENING, *map(_entry, crossfoot.__all__)])


def test_the_page_says_what_the_docstrings_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == _page()


if __name__ == "__main__":
    PAGE.write_text(_page(), encoding="utf-8")
