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
    from crossfoot.views.arrow import Table

__all__ = [
    "CrossfootError", "InputError", "LexiconError", "Report", "Settings", "SettingsError", "Source", "Table", "check",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """`check` brings the rooms with it, so it is imported when it is first asked for: `crossfoot --help` needs none."""
    if name == "check":
        from crossfoot.pipeline import check

        return check
    if name == "Table":
        from crossfoot.views.arrow import Table

        return Table
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _as_page(report: Report) -> str:
    """A report in a notebook: the page, in a frame of its own that nothing of it can leave."""
    from html import escape

    from crossfoot.pipeline import pictures
    from crossfoot.views import page

    name = report.document.source
    try:
        drawn = pictures(report)
    except InputError:
        drawn = ()  # the report is whole without them
    made = escape(page.show([(name, report)], {name: drawn}), quote=True)
    frame = 'sandbox="allow-scripts" width="100%" height="640" style="border:1px solid #8886;border-radius:8px"'
    return f'<iframe title="crossfoot" {frame} srcdoc="{made}"></iframe>'


# Set here and not in the model: a value knows nothing of how it is shown.
Report._repr_html_ = _as_page  # type: ignore[attr-defined]
