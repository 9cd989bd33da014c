"""The value of a sheet's cell and its number format come in; what a person sees in the cell goes out.

What is shown matters more than what is stored: 0.125 shown as 12.5% is a percentage, and 1,234.56 shown as 1,235 is
rounded. Only what changes the meaning of a figure is followed; widths, colours and fillings are not.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from crossfoot.late import late

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "$#,##0;($#,##0)", 6: "$#,##0;($#,##0)",
    7: "$#,##0.00;($#,##0.00)", 8: "$#,##0.00;($#,##0.00)", 9: "0%", 10: "0.00%",
    37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)",
    41: '_(* #,##0_);_(* (#,##0);_(* "-"_)', 42: '_($* #,##0_);_($* (#,##0);_($* "-"_)',
    43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_)', 44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_)',
}  # fmt: skip
_PART = late(r'"([^"]{0,80})"|\\(.)|_.|\*.|\[([^\]]{0,40})\]|([#0?][#0?,]*(?:\.[#0?]+)?(,{0,4}))|General|(.)')
_DIGITS = 15  # what a double holds


def shown(value: object, code: str = "") -> str:
    """A cell as it is seen.

    >>> shown(0.125, "0.0%"), shown(-1234.5, "#,##0;(#,##0)"), shown(1234567.0, '"US$"#,##0.0,,"m"'), shown(0.1 + 0.2)
    ('12.5%', '(1,235)', 'US$1.2m', '0.3')
    """
    if value is None or isinstance(value, str):
        return (value or "").strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime):
        midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if not isinstance(value, int | float):
        return str(value)
    try:
        number = Decimal(repr(value)).normalize()
    except InvalidOperation:
        return str(value)
    if not number.is_finite():
        return str(value)
    section, signed = _section(number, code)
    if _PART.search(section) is None or not re.search("[#0?]", re.sub(r'"[^"]*"', "", section)):
        return _literal(section) if section and "General" not in section else _general(number)
    return _written(number if signed else abs(number), section)


def _section(number: Decimal, code: str) -> tuple[str, bool]:
    """The part of a format that is for this number, and whether a minus sign is still to be set."""
    sections = _split(code)
    if number < 0 and len(sections) > 1 and sections[1]:
        return sections[1], False
    if number == 0 and len(sections) > 2:
        return sections[2], True
    return sections[0], True


def _split(code: str) -> list[str]:
    parts, quoted = [""], False
    for char in code:
        quoted ^= char == '"'
        if char == ";" and not quoted:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _general(number: Decimal) -> str:
    """As Excel shows a number without a format: all that it holds, without the noise of binary fractions."""
    rounded = number.quantize(Decimal(1).scaleb(number.adjusted() - _DIGITS + 1), ROUND_HALF_UP) if number else number
    if abs(rounded.adjusted()) > 20:
        return str(rounded.normalize())
    words = f"{rounded:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words


def _literal(section: str) -> str:
    return "".join(quoted or escaped or "" for quoted, escaped, *_ in _PART.findall(section)).strip()


def _written(number: Decimal, section: str) -> str:
    percent = "%" in re.sub(r'"[^"]*"', "", section)
    out: list[str] = []
    placed = False
    for quoted, escaped, bracket, digits, commas, other in _PART.findall(section):
        if quoted or escaped:
            out.append(quoted or escaped)
        elif bracket:
            out.append(bracket[1:].split("-")[0] if bracket.startswith("$") else "")
        elif digits and not placed:
            out.append(_number(number * 100 if percent else number, digits, len(commas)))
            placed = True
        elif other and not digits:
            out.append(other)
    words = "".join(out).strip()
    return f"-{words}" if number < 0 else words


def _number(number: Decimal, digits: str, commas: int) -> str:
    """The digits alone; a comma behind them divides by a thousand."""
    trailing = commas or len(digits) - len(digits.rstrip(","))
    pattern = digits.rstrip(",")
    places = len(pattern.partition(".")[2])
    scaled = abs(number).scaleb(-3 * trailing)
    if scaled.adjusted() > 40 or places > 30:
        return _general(scaled)
    rounded = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{rounded:,f}" if "," in pattern.partition(".")[0] else f"{rounded:f}"
