"""crossfoot ties the figures in business prose.

>>> from crossfoot import Source, check
>>> report = check(Source("note", "Of the 84,212 cars sold, 71,905 were sold at home and the remaining 12,307 abroad."))
>>> [(verdict.kind, verdict.outcome) for verdict in report.verdicts if verdict.kind == "sum"]
[('sum', 'holds')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crossfoot.errors import CrossfootError, InputError, LexiconError, SettingsError
from crossfoot.model import Report, Settings, Source

if TYPE_CHECKING:
    from crossfoot.pipeline import check

__all__ = ["CrossfootError", "InputError", "LexiconError", "Report", "Settings", "SettingsError", "Source", "check"]


def __getattr__(name: str) -> Any:
    """`check` brings the rooms with it, so it is imported when it is first asked for: `crossfoot --help` needs none."""
    if name == "check":
        from crossfoot.pipeline import check

        return check
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
