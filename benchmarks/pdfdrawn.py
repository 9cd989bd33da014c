"""PDFs made up, of many styles of table, with the cells that were drawn: what benchmarks/pdftables.py measures on."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from pdfmaker import Pdf, width

Json = Any
LABELS = (
    "Revenue", "Cost of sales", "Gross profit", "Selling expenses", "Other income", "Finance costs", "Income tax",
    "Profit before tax", "Profit for the year", "Cash and equivalents", "Trade receivables", "Inventories",
    "Total assets", "Share capital", "Retained earnings", "Borrowings", "Trade payables", "North America", "Germany",
)  # fmt: skip
LONG = (
    "Amounts due from subsidiaries and associated companies under the framework agreement",
    "Gains on financial assets measured at fair value through profit or loss",
)
SENTENCE = "The company said that demand in its main markets held up well and that it expects the trend to go on"
PROSE = SENTENCE.split()
RULES = ("full", "full", "none", "none", "book", "lines", "head", "down")


class Drawing:
    """One table at a time, drawn as chance has it; `truth` gathers the cells."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.pdf = Pdf()
        self.truth: list[Json] = []
        self.y = 70.0

    def document(self, pages: int = 3) -> bytes:
        for page in range(1, pages + 1):
            if page > 1:
                self.pdf.page()
            self.y = 70.0
            while self.y < 560:
                self.prose(self.chance.randint(2, 6))
                if self.y < 560:
                    self.table(page)
        return self.pdf.bytes()

    def prose(self, lines: int) -> None:
        line = ""
        while lines:
            word = self.chance.choice(PROSE)
            if width(f"{line} {word}") > 470:
                self.pdf.text(60, self.y, line)
                self.y, line, lines = self.y + 12.5, word, lines - 1
            else:
                line = f"{line} {word}".strip()
        self.y += self.chance.choice((14, 22))

    def figure(self, room: float, size: float) -> str:
        while True:
            value = self.chance.randint(1, 10 ** self.chance.randint(1, 7))
            words = self.chance.choice((f"{value:,}", f"{value:,}", f"({value:,})", f"{value / 100:,.2f}", "-"))
            if width(words, size) < room - 8:
                return words

    def table(self, page: int) -> None:
        chance, pdf = self.chance, self.pdf
        count, size, rule = chance.choice((2, 3, 3, 4, 5, 6)), chance.choice((8, 9, 10)), chance.choice(RULES)
        step, stub = size * chance.choice((1.3, 1.5, 1.8)), chance.choice((140, 170))
        room = max(50.0, chance.choice((460, 380)) / (count + 2))
        edges = [60.0, *(60.0 + stub + room * n for n in range(count + 1))]
        right = chance.random() < 0.7
        cells: list[Json] = []
        tops: list[float] = [self.y - size]

        def put(row: int, col: int, words: str, y: float) -> None:
            if col == 0:
                pdf.text(63, y, words, size)
            elif right:
                pdf.text(edges[col + 1] - 4, y, words, size, right=True)
            else:
                pdf.text((edges[col] + edges[col + 1] - width(words, size)) / 2, y, words, size)

        def cell(row: int, col: int, words: str, cols: int = 1) -> None:
            cells.append({"row": row, "col": col, "rowspan": 1, "colspan": cols, "text": words})

        row = 0
        grouped = count % 2 == 0 and chance.random() < 0.4
        under: list[tuple[float, float, float]] = []
        if grouped:
            for group in range(count // 2):
                words = ("Quarter", "Half year", "Year")[group]
                left, end = edges[1 + 2 * group], edges[3 + 2 * group]
                pdf.text((left + end - width(words, size)) / 2, self.y, words, size)
                cell(0, 1 + 2 * group, words, 2)
                under.append((left + 4, end - 4, self.y + 0.35 * size))
            self.y, row = self.y + step, 1
            tops.append(self.y - size)
        for col in range(1, count + 1):
            words = (
                ("2020", "2019")[(col - 1) % 2] if grouped else chance.choice(("2021", "2020", "Change", "FY19", "Q2"))
            )
            put(row, col, words, self.y)
            cell(row, col, words)
        put(row, 0, "Item", self.y)
        cell(row, 0, "Item")
        head = self.y + 0.35 * size
        for _ in range(chance.randint(3, 14)):
            self.y, row = self.y + step, row + 1
            tops.append(self.y - size)
            label = chance.choice(LONG if chance.random() < 0.1 else LABELS)
            lines = [""]
            for word in label.split():
                if width(f"{lines[-1]} {word}", size) > stub - 8:
                    lines.append(word)
                else:
                    lines[-1] = f"{lines[-1]} {word}".strip()
            for number, words in enumerate(lines):
                self.y += 1.12 * size if number else 0
                put(row, 0, words, self.y)
            cell(row, 0, label)
            for col in range(1, count + 1):
                words = self.figure(room, size)
                put(row, col, words, self.y)
                cell(row, col, words)
        self.rules(rule, edges, tops, head, under)
        self.truth.append({"page": page, "cells": cells})
        self.y += step + 14

    def rules(self, rule: str, edges: list[float], tops: list[float], head: float, under: Sequence[Json]) -> None:
        left, right, bottom = edges[0], edges[-1], self.y + 4
        across = {
            "full": [*tops, bottom], "lines": [*tops, bottom], "book": [tops[0], head, bottom], "head": [head],
            "down": [tops[0], head, bottom], "none": [],
        }[rule]  # fmt: skip
        for y in across:
            self.pdf.rule(left, y, right, y)
        if rule == "book":
            for x0, x1, y in under:
                self.pdf.rule(x0, y, x1, y)
        if rule in ("full", "down"):
            for number, x in enumerate(edges):
                inner = bool(under) and 2 <= number < len(edges) - 1 and number % 2 == 0
                top = head if rule == "down" else tops[1] if inner else tops[0]
                self.pdf.rule(x, top, x, bottom)
