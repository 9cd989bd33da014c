"""The catalogue of findings (findings.toml): what each code means, and examples that do and do not raise it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal

from crossfoot.errors import SettingsError
from crossfoot.lexicon import Row, load
from crossfoot.lexicon.told import say


class Rule(Row, frozen=True):
    """One code. `bad` raises it when checked, `good` raises nothing."""

    code: str
    name: str
    zh: str  # its name for people who read Chinese
    tick: str  # the mark an auditor would set in the margin
    severity: Literal["error", "query", "note"]
    means: str
    do: str
    silent: str  # when it says nothing, though a reader might expect it
    bad: str = ""
    good: str = ""
    source: str = ""  # what the examples are checked against
    form: Literal["text", "markdown"] = "text"  # of the examples
    published: str | None = None
    reason: str = ""  # why there is no example

    @property
    def examples(self) -> list[tuple[str, str]]:
        """What raises it and what does not, each under its title, below what they are checked against."""
        raises, not_ = {"note": ("Says it", "Does not")}.get(self.severity, ("Does not tie", "Ties"))
        titled = (("Source", self.source), (raises, self.bad), (not_, self.good))
        return [(title, text) for title, text in titled if text]


class _Rules(Row, frozen=True):
    family: dict[str, str]
    rule: tuple[Rule, ...]


@cache
def rules() -> tuple[Rule, ...]:
    return _load().rule


@cache
def families() -> dict[str, str]:
    """What the first digit of a code stands for: {"XF1": "mathematical accuracy", ...}."""
    return _load().family


@cache
def _load() -> _Rules:
    rows: _Rules = load("findings.toml", _Rules)
    return rows


@cache
def _by_key() -> dict[str, Rule]:
    return {key: rule for rule in rules() for key in (rule.code, rule.name)}


def rule(key: str) -> Rule:
    """The rule of a code or a name.

    >>> rule("XF101").name, rule("sum-mismatch").code
    ('sum-mismatch', 'XF101')
    """
    found = _by_key().get(key) or _by_key().get(key.upper()) or _by_key().get(key.lower())
    if found is None:
        from difflib import get_close_matches  # who knows the names does not pay for it

        near = [row.name for row in rules() if key.lower() in row.name] or get_close_matches(key.lower(), _by_key(), 3)
        meant = say("perhaps_rules", ", ".join(near[:3])) if key and near else ""
        raise SettingsError(say("no_rule", repr(key)[1:-1], meant))
    return found


def codes(keys: Iterable[str]) -> frozenset[str]:
    """The codes that keys name: a code, a name, or a family by the beginning of its codes.

    >>> sorted(codes(["sum-mismatch", "XF0"]))
    ['XF001', 'XF004', 'XF101']
    """
    return frozenset(code for key in keys for code in _family(key.upper().removesuffix("XX")) or (rule(key).code,))


def _family(key: str) -> list[str]:
    return [row.code for row in rules() if row.code.startswith(key)] if key in families() else []
