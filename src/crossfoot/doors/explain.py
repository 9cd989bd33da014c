"""`crossfoot explain` and `crossfoot rules`: the name of a rule comes in, what it means goes out."""

from __future__ import annotations

import click

from crossfoot.lexicon.findings import Rule, families, rule
from crossfoot.lexicon.findings import rules as known
from crossfoot.views.places import wrapped

_COLUMNS = 80


@click.command(short_help="What a finding means, with examples.")
@click.argument("name", metavar="RULE")
def explain(name: str) -> None:
    """What a finding means, with a text that has it and one that has not.

    RULE is a code or a name: XF101, sum-mismatch. Of a family (XF1) it lists the rules.
    """
    family = name.upper().removesuffix("XX")
    click.echo("\n".join(_family(family)) if family in families() else explained(rule(name)))


@click.command()
def rules() -> None:
    """All that can be found, one line each."""
    click.echo("\n\n".join("\n".join(_family(family)) for family in families()))


def _family(family: str) -> list[str]:
    """The rules of a family below what it is about, a line each."""
    of_it = (known_rule for known_rule in known() if known_rule.code.startswith(family))
    return [
        f"{family}xx {families()[family]}",
        *(f"  {row.code}  {row.tick:<2}  {row.severity:<5}  {row.name}" for row in of_it),
    ]


def explained(rule: Rule) -> str:
    """A rule in full.

    >>> print(explained(rule("unreadable-input")).splitlines()[0])
    XF001 unreadable-input (reading, error)
    """
    lines = [f"{rule.code} {rule.name} ({families()[rule.code[:3]]}, {rule.severity})", ""]
    lines += wrapped(f"  {rule.means}", _COLUMNS, "  ")
    lines += wrapped(f"  {rule.do}", _COLUMNS, "  ")
    lines += ["", *wrapped(f"  It is silent on: {rule.silent[:1].lower()}{rule.silent[1:]}", _COLUMNS, "  ")]
    for title, text in rule.examples:
        lines += [
            "",
            f"  {title}:",
            *(more for line in text.split("\n") for more in wrapped(f"    {line}", _COLUMNS, "    ")),
        ]
    return "\n".join(lines)
