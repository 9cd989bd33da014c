"""A figure that is told again, with what is known of it: the frame of its sentence and where in it it stands."""

from __future__ import annotations

from typing import NamedTuple

from crossfoot.facts.frame import Frame
from crossfoot.lexicon.metrics import shown
from crossfoot.lexicon.retold import Retelling
from crossfoot.model import Change, Measurement, Target


class Telling(NamedTuple):
    frame: Frame
    rows: Retelling
    fact: Measurement | Change | Target
    at: int  # the token of the figure
    here: dict[str, str]  # sorts of figures by what the last one of its sentence is called
    before: str | None = None  # what the figure of its sort before it in its sentence is called
    thing: str | None = None  # the thing that alone names the figure, beside one whose measure was told

    @property
    def metric(self) -> str:
        """What its key has it called."""
        return shown(self.fact.figure.metric, self.fact.quantity)

    def text(self, index: int) -> str:
        tokens = self.frame.sentence.tokens
        return tokens[index].text if 0 <= index < len(tokens) else ""
