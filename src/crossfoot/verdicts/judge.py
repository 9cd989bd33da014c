"""What holds in one component and what does not: claims in; an outcome for each, the faults and what stands, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, product
from math import prod

import msgspec

from crossfoot.late import late
from crossfoot.lexicon.told import say
from crossfoot.model import Document, Outcome
from crossfoot.ranges import BOUNDS
from crossfoot.verdicts.candidates import Candidate
from crossfoot.verdicts.chance import by_chance
from crossfoot.verdicts.conflict import Conflict, Trial, confirmed, smallest
from crossfoot.verdicts.culprit import Diagnosis, diagnose
from crossfoot.verdicts.exact import by_a_word, exact
from crossfoot.verdicts.propagate import Alone, Instead, State, further, propagate, start
from crossfoot.verdicts.system import Claim, Component, Equation, Level
from crossfoot.verdicts.together import together

MOST_FAULTS = 12
MOST_WAKINGS = 200  # of one equation, by all claims that are taken after it
# Printed figures that may be looked at for culprits in one document, and how many more for each claim: one look at a
# component goes over all of its figures.
MOST_DIAGNOSED, MORE_A_CLAIM = 20_000, 5
MOST_MISREAD = 50  # faults, beyond which a claim that stands on no reading is not looked into
PLAIN = ("transposition",)  # slips that chance hardly makes
LEAST_STEPS = 100  # and to three digits at least
TENS = 10  # steps of a number of two digits
LONG = 1000  # steps of a number of four digits
UNEXPLAINED = ("other", "recomputed")  # no slip of the pen
NEARLY = 50  # of one number, two roundings are not more than a fiftieth apart
MOST_TRIED = 32  # choices of readings that a conflict is looked at with
MOST_LOOKS = 50  # at a component without one claim; beyond, a figure that two claims share counts as bounded
_SENTENCE_END = late(r"[.;!?]\s|[。；！？]")
_HEADLINE_END = late(r"[\n】]")
BY_LEVEL: tuple[tuple[Level, Outcome], ...] = (("strict", "holds"), ("default", "holds_rounded"), ("loose", "query"))


class Fault(msgspec.Struct, frozen=True, eq=False):
    """One thing that does not tie: contradicted, or a query where only loose ranges or a lower reading save it."""

    outcome: Outcome
    conflict: Conflict
    diagnosis: Diagnosis
    trial: Trial  # what was looked at
    readings: tuple[
        tuple[Equation, ...], ...
    ]  # of each claim that fails: all that were tried, the one of the trial first
    conclusion: str  # what can be shown of them (model.Certificate)
    note: str = ""  # the reading that saves it


class Looks:
    """How often the culprits of a document may be looked for, counted in figures."""

    def __init__(self, claims: int) -> None:
        self.left = MOST_DIAGNOSED + MORE_A_CLAIM * claims

    def take(self, component: Component) -> bool:
        self.left -= len(component.sites)
        return self.left >= 0


class Judgement:
    """What has come out so far. Claims are taken one by one, and each costs only what it moves."""

    def __init__(self, trial: Trial, looks: Looks) -> None:
        self.looks = looks
        self.set(trial)
        self.chosen = {c.index: c.equations[0] for c in trial.component.claims}  # the reading that a claim is shown by
        self.outcomes = dict[int, Outcome]()  # by claim
        self.reasons = dict[int, str]()  # why a claim is unchecked
        self.faults = list[Fault]()
        self.blamed = dict[int, Fault]()  # the fault that decided the outcome of a claim

    def set(self, trial: Trial) -> None:
        self._trial, self._taken = trial, list[Equation]()
        self.active = {equation.index for equation in trial.equations}
        self.state = trial.run(everything=True)  # the ranges that it leaves
        self._revisions = defaultdict[int, int](lambda: MOST_WAKINGS)

    @property
    def trial(self) -> Trial:
        """What stands, at default, once the faults are put right."""
        if self._taken:
            self._trial = self._trial.but((*self._trial.equations, *self._taken))
            self._taken.clear()
        return self._trial

    def with_(self, equation: Equation) -> State:
        """What one more equation leaves of what is settled."""
        if not self.state.stands:
            return self.state
        return further(self._trial.component, self.state, (equation,), self.active, revisions=self._revisions)

    def take(self, equation: Equation, state: State) -> None:
        """One more equation is settled; `state` is what it leaves."""
        self.state.take(state)
        self.active.add(equation.index)
        self._taken.append(equation)


def judge(component: Component, document: Document, looks: Looks | None = None) -> Judgement:
    """`looks` is shared by all components of a document."""
    firm = [c for c in component.claims if c.statement.firm and len(c.equations) == 1]
    judged = Judgement(
        Trial(component, tuple(c.equations[0] for c in firm), "default", {}), looks or Looks(len(component.claims))
    )
    if not judged.state.stands:
        for level in ("loose", "default"):
            _settle(judged, level, document)
    for claim in component.claims:
        if claim.statement.firm and len(claim.equations) > 1:
            _read(judged, claim, document)
    loose = [c for c in component.claims if not c.statement.firm]
    left = [claim for claim in loose if not _offer(judged, claim)]
    for claim in left:  # once all that ties is settled
        if not _offer(judged, claim):
            _leave(judged, claim, document)
    levels = [(Alone(component, level, {}), outcome) for level, outcome in BY_LEVEL]
    for claim in component.claims:
        if claim.index not in judged.outcomes:
            judged.outcomes[claim.index] = fares(levels, judged.chosen[claim.index])
    for fault in sorted(judged.faults, key=lambda fault: fault.outcome == "unchecked"):
        _blame(judged, fault)
    _unwitnessed(judged)
    return judged


def _settle(judged: Judgement, level: Level, document: Document) -> None:
    """Find a fault, accept its likeliest repair, and look again until everything stands."""
    _settle_together(judged, level, document)
    for _ in range(MOST_FAULTS):
        trial = judged.trial.but(level=level)
        conflict = smallest(trial)
        if conflict is None:  # figures that no claim names may clash as well
            trial = msgspec.structs.replace(trial, everything=True)
            conflict = smallest(trial)
        if conflict is None:
            return
        if not judged.looks.take(trial.component):
            break
        _fault(judged, trial, conflict, "contradicted" if level == "loose" else "query", document)
    aside = dict.fromkeys(site.index for site in judged.trial.component.sites)
    judged.set(judged.trial.but(equations=(), instead=aside))


def _settle_together(judged: Judgement, level: Level, document: Document) -> None:
    """Faults that only together explain the sums that fail: each is told with the others set aside."""
    sites = together(judged.trial.but(level=level), document)
    for n, site in enumerate(sites):
        aside: Instead = {other.index: None for other in sites[n + 1 :]}
        trial = judged.trial.but(level=level, instead=aside)
        conflict = smallest(trial)
        if conflict is not None and site in conflict.sites:
            _fault(judged, trial, conflict, "contradicted" if level == "loose" else "query", document)


def _fault(
    judged: Judgement,
    trial: Trial,
    conflict: Conflict,
    outcome: Outcome,
    document: Document,
    note: str = "",
    diagnosis: Diagnosis | None = None,
) -> None:
    """Record a fault and put it right: by its likeliest repair, else by leaving its claims out."""
    if outcome == "contradicted" and not confirmed(trial.component, conflict):
        outcome = "query"
    diagnosis = diagnosis or diagnose(trial, conflict, document)
    explained = outcome != "contradicted" or _explained(trial, conflict, diagnosis, document)
    readings, saved = tried(trial, conflict)
    if saved:
        outcome = "query"
    if not explained:
        outcome = "unchecked"  # no slip that people make can be at fault: misread, and not miswritten
    conclusion = "contradicted" if outcome == "contradicted" else _milder(trial, conflict, readings)
    if conclusion in ("rounding", "contradicted") and not note:
        loose = conclusion == "rounding"
        read = exact(trial, conflict, diagnosis) if loose else by_a_word(trial, conflict, diagnosis)
        if read is not None and loose:
            outcome, conclusion, diagnosis = "contradicted", "reworded", read
        elif read is not None and read.candidates[0].slip != "fraction":  # else digits may as well be wrong
            diagnosis = read
    judged.faults.append(Fault(outcome, conflict, diagnosis, trial, readings, conclusion, note))
    if not explained and conflict.equations:  # nothing is wrong with its figures, which other claims may be of
        judged.set(_without(judged.trial, conflict))
    elif not note:
        judged.set(_repaired(judged.trial, trial.level, conflict, diagnosis))


def _explained(trial: Trial, conflict: Conflict, diagnosis: Diagnosis, document: Document) -> bool:
    """Is there a slip that people make behind it?

    A rate that is only reckoned wrong is believed where its figures stand in one sentence; over several, or where no
    slip is known at all, figures of prose were more likely tied to what they do not speak of. A table is what it is.
    """
    slips = {candidate.slip for candidate in diagnosis.candidates}
    claims = [trial.component.claims[equation.claim].statement for equation in conflict.equations]
    if not claims:
        return _reprinted(conflict, diagnosis, document)
    if (
        len(claims) == 1
        and claims[0].kind == "growth"
        and not all(map(trial.component.printed, conflict.equations[0].keys))
    ):
        return False  # nothing but that what it implies would have to be whole: "14 shops, up 5.1%"
    if any(claim.origin == "structural" or claim.named for claim in claims):
        return bool(slips)
    if (
        slips
        and not any(claim.suspect for claim in claims)
        and by_chance(trial, conflict, diagnosis.candidates[0], document)
    ):
        return False
    if slips.difference(UNEXPLAINED):
        return True
    return "recomputed" in slips and not _SENTENCE_END.search(_between(conflict, document))


def _between(conflict: Conflict, document: Document) -> str:
    """The text from the first of the figures of a conflict to the last."""
    spans = [site.span for site in conflict.sites]
    return document.text[min(s.start for s in spans) : max(s.end for s in spans)] if spans else ""


def _reprinted(conflict: Conflict, diagnosis: Diagnosis, document: Document) -> bool:
    """Does one slip lead from one printing to another? Else they are two figures that words did not part.

    In one sentence short figures are not said twice: "at least 185 billion, having earlier said 172 billion".
    """
    numbers = [p.quantity for site in conflict.sites for p in site.printed]
    sizes, bare = {abs(q.low) for q in numbers}, {q.low / q.scale for q in numbers}
    loose = len(bare) > 1 and any(q.approx in BOUNDS for q in numbers)
    between = _between(conflict, document)
    long = all(q.step > 0 and abs(q.low) >= LONG * q.step for q in numbers)  # of two, a slip apart is no accident
    short = any(q.step > 0 and abs(q.low) < TENS * q.step for q in numbers)  # of one digit any two are a slip apart
    together = not (long or _SENTENCE_END.search(between) or _HEADLINE_END.search(between))
    for candidate in diagnosis.candidates:
        if candidate.slip not in PLAIN and (together or (short and candidate.slip != "direction")):
            continue
        if candidate.slip in UNEXPLAINED or (candidate.slip == "scale" and loose):
            continue
        if candidate.value is None or any(NEARLY * abs(size - abs(candidate.value)) <= size for size in sizes):
            return True
    return False


def tried(trial: Trial, conflict: Conflict) -> tuple[tuple[tuple[Equation, ...], ...], bool]:
    """The claims that fail whichever way they are read, with their readings; or, and True, a way in which they stand.

    A conflict is of one reading of each claim. Where a claim has others, the trial may stand on them; where it does
    not, what they fail with belongs to the proof.
    """
    chosen = {e.claim: e for e in trial.equations}
    found = dict.fromkeys(e.claim for e in conflict.equations)
    for _ in range(MOST_TRIED):
        readings = [_all_of(trial, chosen[claim]) for claim in found]
        if prod(map(len, readings)) > MOST_TRIED:
            break
        choices = (c for c in product(*readings) if trial.but(c, conflict.level).stands() is not None)
        choice = next(choices, None)
        if choice is None or not choice:
            return tuple(readings), False
        rest = tuple(e for e in trial.equations if e.claim not in found)
        other = smallest(trial.but((*rest, *choice), conflict.level))
        if other is None:
            return tuple(readings), True
        found.update(dict.fromkeys(e.claim for e in other.equations))
    return tuple((e,) for e in conflict.equations), False


def _all_of(trial: Trial, first: Equation) -> tuple[Equation, ...]:
    return (first, *(e for e in trial.component.claims[first.claim].equations if e is not first))


def _milder(trial: Trial, conflict: Conflict, readings: Sequence[Sequence[Equation]]) -> str:
    """Why a conflict is only asked about: another reading stands, or loose ranges do, or nothing explains it."""

    def stands(level: Level) -> bool:
        if readings:
            return any(trial.but(choice, level).stands() is not None for choice in product(*readings))
        keys = [key for site in conflict.sites for key in site.keys]
        return start(trial.component, level, trial.instead, keys).empty is None

    return "reading" if stands("default") else "rounding" if stands("loose") else "unexplained"


def _repaired(trial: Trial, level: Level, conflict: Conflict, diagnosis: Diagnosis) -> Trial:
    """The trial with what is likeliest put right; where that does not settle the conflict, without what it rests on."""
    aside: Instead = dict.fromkeys(diagnosis.accepted)
    for instead in (diagnosis.accepted, aside):
        repaired = trial.but(instead=instead)
        if instead and repaired.but(conflict.equations, level).stands() is not None:
            return repaired
    if not conflict.equations:
        return trial.but(instead={site.index: None for site in conflict.sites})
    return _without(trial, conflict)


def _without(trial: Trial, conflict: Conflict) -> Trial:
    return trial.but(tuple(e for e in trial.equations if e not in conflict.equations))


def _read(judged: Judgement, claim: Claim, document: Document) -> None:
    """Try the readings of a claim, best first, against what is settled."""
    best = claim.equations[0]
    standing = [(e, state) for e in claim.equations if (state := judged.with_(e)).stands]
    if not standing:
        _fails(judged, claim, document)
        return
    first, state = standing[0]
    judged.chosen[claim.index] = first
    if first.rank > best.rank:
        failing = judged.trial.but(equations=(*judged.trial.equations, best))
        conflict = smallest(failing) if len(judged.faults) < MOST_MISREAD else None
        if conflict is not None:
            judged.outcomes[claim.index] = "query"
            _fault(judged, failing, conflict, "query", document, first.note or say("another_reading"))
            judged.blamed[claim.index] = judged.faults[-1]
        else:
            judged.outcomes[claim.index] = "unchecked"
            judged.reasons[claim.index] = say("too_many")
    if sum(e.rank == first.rank for e, _ in standing) == 1:
        judged.take(first, state)


def _fails(judged: Judgement, claim: Claim, document: Document) -> None:
    """A claim that stands on no reading. It is shown by its best, and told as a fault while there are not too many."""
    trial, best = judged.trial, claim.equations[0]
    if len(judged.faults) >= MOST_MISREAD:
        judged.outcomes[claim.index] = "unchecked"
        judged.reasons[claim.index] = say("too_many")
        return
    saved = any(trial.but((*trial.equations, e), "loose").stands() is not None for e in claim.equations)
    failing = trial.but((*trial.equations, best), "default" if saved else "loose")
    conflict = smallest(failing)
    if conflict is not None:
        _fault(judged, failing, conflict, "query" if saved else "contradicted", document)
        judged.outcomes[claim.index] = judged.faults[-1].outcome
        judged.blamed[claim.index] = judged.faults[-1]
        state = judged.with_(best)
        if state.stands:
            judged.take(best, state)


def _offer(judged: Judgement, claim: Claim) -> bool:
    """A claim that may not contradict: is it taken, because it stands?"""
    for equation in claim.equations:
        state = judged.with_(equation)
        if state.stands:
            judged.chosen[claim.index] = equation
            judged.take(equation, state)
            return True
    return False


def _leave(judged: Judgement, claim: Claim, document: Document) -> None:
    """One that does not stand is left aside, or told as a slip of the pen where it must be one."""
    if claim.statement.suspect and _suspected(judged, claim, document):
        judged.outcomes[claim.index] = judged.faults[-1].outcome
        judged.blamed[claim.index] = judged.faults[-1]
        return
    judged.outcomes[claim.index] = "unchecked"
    looked = judged.looks.left >= 0 or not claim.statement.suspect
    judged.reasons[claim.index] = say("not_closing" if looked else "too_many")


def _suspected(judged: Judgement, claim: Claim, document: Document) -> bool:
    """Would a slip of the pen in the figure that it blames make a claim hold? Then it is told as a fault.

    What stands at loose ranges is none, unless a word or a digit is at fault, and put right makes it tie to the last
    digit.
    """
    trial, best = judged.trial, claim.equations[0]
    if len(judged.faults) >= MOST_MISREAD or not judged.looks.take(trial.component):
        return False
    failing = trial.but((*_sure_beside(trial, claim), best), "loose")
    conflict = smallest(failing)
    loose = conflict is None
    if conflict is None:
        failing = failing.but(level="default")
        conflict = smallest(failing)
    if conflict is None:
        return False
    diagnosis = diagnose(failing, conflict, document)
    blamed = _blamed(failing, claim, diagnosis)
    if blamed is None or failing.but(instead={**trial.instead, **blamed.instead}).stands() is None:
        return False  # it would mend something else
    if loose and not _surely(failing, conflict, msgspec.structs.replace(diagnosis, candidates=(blamed,))):
        return False
    rest = (c for c in diagnosis.candidates if c is not blamed)
    diagnosis = msgspec.structs.replace(diagnosis, candidates=(blamed, *rest), accepted=blamed.instead)
    _fault(judged, failing, conflict, "query" if loose else "contradicted", document, diagnosis=diagnosis)
    return True


def _sure_beside(trial: Trial, claim: Claim) -> Iterator[Equation]:
    """What a trial holds, but for what nobody is sure of and only ties with the figure that a claim blames."""
    blamed = {key for site in trial.component.sites if site.span == claim.statement.blames for key in site.keys}
    for equation in trial.equations:
        if trial.component.claims[equation.claim].statement.firm or blamed.isdisjoint(equation.keys):
            yield equation


def _surely(trial: Trial, conflict: Conflict, diagnosis: Diagnosis) -> bool:
    """Does a word read otherwise make it tie to the last digit, or a digit, where no amount has but one?"""
    if by_a_word(trial, conflict, diagnosis) is not None:
        return True
    amounts = (p.quantity for site in conflict.sites for p in site.printed if p.quantity.kind in ("money", "measure"))
    return all(q.low >= TENS * q.step for q in amounts) and exact(trial, conflict, diagnosis) is not None


def _blamed(trial: Trial, claim: Claim, diagnosis: Diagnosis) -> Candidate | None:
    """The slip that is believed: one in the figure that is blamed, or, where none is, one that chance hardly makes."""
    where = claim.statement.blames
    if where is not None:
        figures = {site.index for site in trial.component.sites if site.span == where}
        known = (c for c in diagnosis.candidates if c.slip not in UNEXPLAINED)
        for c in known:  # one word may turn two figures: "a gain of 94.1 points, or 1.2%"
            if figures.issuperset(c.instead) or (c.slip == "direction" and figures & c.instead.keys()):
                return c
        return None
    for best in diagnosis.candidates[:1]:
        printed = [p.quantity for i in best.instead for p in trial.component.sites[i].printed]
        if best.slip in PLAIN and all(q.step > 0 and abs(q.low) >= LEAST_STEPS * q.step for q in printed):
            return best  # of two digits any two numbers are a slip apart
    return None


def fares(looks: Sequence[tuple[Alone, Outcome]], equation: Equation) -> Outcome:
    """How a claim fares by the printings of its own figures alone: the strictest look that it stands."""
    for alone, outcome in looks:
        if alone.stands(equation):
            return outcome
    return "contradicted"


def _blame(judged: Judgement, fault: Fault) -> None:
    """Claims that fail only together: those that the likeliest culprits stand in share the outcome of the fault."""
    claims = [e.claim for e in fault.conflict.equations]
    if fault.outcome == "unchecked":
        for claim in claims:
            if judged.outcomes[claim] in ("contradicted", "unchecked") and judged.blamed.get(claim, fault) is fault:
                judged.outcomes[claim] = "unchecked"
                judged.reasons[claim] = say("unexplained")
        return
    if fault.conclusion == "reworded":
        judged.outcomes[claims[0]], judged.blamed[claims[0]] = fault.outcome, fault
    if any(judged.outcomes[c] in ("contradicted", "query") for c in claims):
        return
    pieces = [p.span for c in fault.diagnosis.candidates[:2] for p in c.pieces]
    sites = [s for s in fault.conflict.sites if any(s.index in c.instead for c in fault.diagnosis.candidates[:2])]
    keys = {k for site in sites for k in site.keys if pieces}
    hit = [e.claim for e in fault.conflict.equations if keys.intersection(e.keys)] or claims
    for claim in hit:
        judged.outcomes[claim] = fault.outcome
        judged.blamed[claim] = fault


def _unwitnessed(judged: Judgement) -> None:
    """A claim with a figure that nothing else bounds is not checked: it only says what that figure is."""
    trial, component = judged.trial, judged.trial.component
    active, looked = set(trial.equations), 0
    for index, equation in judged.chosen.items():
        unsaid = [key for key in equation.keys if not component.printed(key)]
        if not unsaid or judged.outcomes[index] not in ("holds", "holds_rounded") or equation not in active:
            continue
        if any(not any(e is not equation and e in active for e in component.watchers[key]) for key in unsaid):
            judged.outcomes[index] = "unchecked"
            judged.reasons[index] = "implies"
            continue
        looked += 1
        if looked > MOST_LOOKS or _bounded_near(judged, equation, unsaid):
            continue
        state = trial.but(equations=tuple(e for e in trial.equations if e is not equation)).stands()
        if state is None or any(not state.range(key).bounded for key in unsaid):
            judged.outcomes[index] = "unchecked"
            judged.reasons[index] = "implies"


def _bounded_near(judged: Judgement, equation: Equation, unsaid: Sequence[int]) -> bool:
    """Do the claims next to one bound its figures without it? Then there is no need to ask all others."""
    component = judged.trial.component
    beside = (e for key in unsaid for e in component.watchers[key] if e is not equation and e.index in judged.active)
    near = tuple(dict.fromkeys(islice(beside, MOST_LOOKS)))
    keys = dict.fromkeys(key for e in near for key in e.keys)
    state = propagate(component, start(component, judged.trial.level, judged.trial.instead, keys), near)
    return state.stands and all(state.range(key).bounded for key in unsaid)
