"""A small writer of PDFs for tests: text in Helvetica or a Chinese font, rules, pictures; x and y from the top left."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

# Widths of the printable ASCII characters of Helvetica, in thousandths of the size (Adobe's font metrics).
WIDTHS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip


def width(words: str, size: float = 10.0) -> float:
    return sum(1000 if c > "~" else WIDTHS[ord(c) - 32] for c in words) * size / 1000


class Pdf:
    """Pages are drawn one after the other; `bytes()` gives the file."""

    def __init__(self, wide: float = 595, high: float = 842) -> None:
        self.wide, self.high = wide, high
        self.pages: list[list[str]] = []
        self.page()

    def page(self) -> None:
        self.pages.append([])

    def text(self, x: float, y: float, words: str, size: float = 10.0, bold: bool = False, right: bool = False) -> None:
        """Words whose baseline lies at y, from x or, if `right`, up to it."""
        x = x - width(words, size) if right else x
        font = "F3" if any(c > "~" for c in words) else "F2" if bold else "F1"
        shown = f"<{words.encode('utf-16-be').hex()}>" if font == "F3" else f"({_escaped(words)})"
        self.pages[-1].append(f"BT /{font} {size} Tf {x:.2f} {self.high - y:.2f} Td {shown} Tj ET")

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.pages[-1].append(f"0.5 w {x0:.2f} {self.high - y0:.2f} m {x1:.2f} {self.high - y1:.2f} l S")

    def picture(self) -> None:
        """One that fills the page, as a scan does."""
        self.pages[-1].append(f"q {self.wide} 0 0 {self.high} 0 0 cm /Im Do Q")

    def table(
        self, x: float, y: float, rows: Sequence[Sequence[str]], widths: Sequence[float], *, ruled: bool = False,
        step: float = 14.0,
    ) -> None:  # fmt: skip
        """Labels from the left, figures from the right; the first line is the heads."""
        for number, row in enumerate(rows):
            at = x
            for column, (words, wide) in enumerate(zip(row, widths, strict=True)):
                base = y + number * step
                if column:
                    self.text(at + wide - 4, base, words, right=True)
                else:
                    self.text(at + 4, base, words)
                at += wide
        if ruled:
            edges = [x + sum(widths[:n]) for n in range(len(widths) + 1)]
            top, bottom = y - 10, y + (len(rows) - 1) * step + 4
            for number in range(len(rows) + 1):
                self.rule(x, top + number * step, edges[-1], top + number * step)
            for edge in edges:
                self.rule(edge, top, edge, bottom)

    def bytes(self) -> bytes:
        objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
        objects += [
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
            b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
            b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
            b"/Supplement 2>>/DW 1000>>",
            stream(b"\x80", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"),
        ]
        kids = []
        for drawn in self.pages:
            kids.append(len(objects) + 1)
            objects.append(
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R>>"
                b"/XObject<</Im 7 0 R>>>>/Contents %d 0 R>>" % (self.wide, self.high, len(objects) + 2)
            )
            objects.append(stream("\n".join(drawn).encode("latin-1", "replace")))
        objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
        return assembled(objects)


def assembled(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A file of these objects, numbered from 1, the first of which is the catalogue."""
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
    return out + end % (count, table, count, trailer, len(out))


def stream(content: bytes, known: bytes = b"") -> bytes:
    packed = zlib.compress(content)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (known, len(packed), packed)


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
