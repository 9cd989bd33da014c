"""Named candidates come in; out go "the company", "the lender", "its" and "it" with the organisation they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.mentions.entity import Registry, fold
from crossfoot.mentions.name_latin import Candidate, words

NAME, DEFINITE, PRONOUN = range(3)
_DEFINITE = re.compile(r"\b(?:[Tt]he|[Tt]his) ((?:[A-Za-z][A-Za-z.-]{1,24}(?: |(?=[^\w ])|$)){1,4})")
_PRONOUN = re.compile(r"\b[Ii]ts?\b")
_CLAUSE = re.compile(
    r"(?:[,;:(\"]|\b(?:said|says|that|and|but|or|while|because|if|as|which|whether|when|since|after|before|until|although))$"
)
_EMPTY_IT = re.compile(
    r" (?:is|was|will be|would be|seems|appears|remains) (?:not |now |still |also |too |very )?(?:un)?"
    r"(?:likely|clear|possible|expected|estimated|believed|important|necessary|difficult|hard|easy|true|premature|early)\b"
)
_PREDICATE = re.compile(
    r" (?:will be|is|was|would be|has become|became|will become) (?:the|a|an|one of) ((?:[a-z-]+ ){0,5}?)"
    r"(cent(?:er|re)|bank|company|fund|institute|exchange|university|agency|group|firm|board|commission|airline)\b"
)
_APPOSED = re.compile(
    r"(?: ?\([^()]{1,24}\))?,? (?:a|an|the|its) ((?:[A-Za-z0-9'-]{1,24} ){0,6}?)([a-z-]{3,20})"
    r"(?=[,.;]| (?:of|in|for|that|which|based|with)\b)"
)


def resolve(
    text: str, leaves: list[tuple[int, int, str, int]], named: list[tuple[Candidate, str]], registry: Registry
) -> list[tuple[Candidate, str]]:
    """Walk the leaves in order with the centre of attention: the subject of the sentence before."""
    pointed: list[tuple[Candidate, str]] = []
    by_leaf: dict[int, list[tuple[Candidate, str]]] = {}
    for c, key in named:
        if c.kind == "organisation":
            by_leaf.setdefault(c.leaf, []).append((c, key))
    centre: str | None = None
    seen: list[tuple[str, str]] = []  # key and what it is called, latest last
    item = -1
    for number, (start, end, kind, scope) in enumerate(leaves):
        if scope != item:
            item, centre, seen = scope, None, []
        if kind in ("title", "heading", "cell", "byline", "caption"):
            continue
        here = by_leaf.get(number, [])
        marks: list[tuple[int, int, int, str]] = [(c.start, c.end, 0, key) for c, key in here]
        marks.extend(_definites(text, start, end))
        marks.extend(_pronouns(text, start, end))
        subject: str | None = None
        for first, last, sort, key in sorted(marks):
            who: str | None = key
            if sort == NAME:
                seen.append((key, fold(text[first:last])))
                apposed = _APPOSED.match(text, last)
                if apposed and apposed[2] in words().concerns:
                    seen.append((key, fold(apposed[1].split("'s ")[-1] + apposed[2])))
            elif sort == DEFINITE:
                who = _definite(text[first:last], seen, subject or centre)
            else:
                who = _pronoun(text, first, last, seen, subject or centre)
            if who is None:
                continue
            if sort != NAME:
                phrase = text[first:last]
                pointed.append((Candidate(first, last, phrase, registry.kinds[who], "anaphor", number, False), who))
            subject = subject or who
        if subject is not None:
            centre = subject
    return pointed


def _definites(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, str]]:
    """ "the company", "the new innovation center": up to the first noun that an organisation may be called by."""
    concerns = words().concerns
    for found in _DEFINITE.finditer(text, start, end):
        at = found.start(1)
        for word in found[1].split():
            at += len(word)
            if word in concerns:
                yield found.start(), at, DEFINITE, ""
                break
            at += 1


def _pronouns(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, str]]:
    """ "its" and "it" where a clause begins."""
    for found in _PRONOUN.finditer(text, start, end):
        before = text[max(start, found.start() - 12) : found.start()].rstrip()
        if not before.strip("\"'“") or _CLAUSE.search(before):
            yield found.start(), found.end(), PRONOUN, ""


def _definite(phrase: str, seen: list[tuple[str, str]], centre: str | None) -> str | None:
    called = phrase.lower().split()[1:]
    modifiers = [w for w in called[:-1] if w not in words().loose and not w.endswith(("-based", "-listed"))]
    wanted = {called[-1], *modifiers}
    for key, words_of in reversed(seen):
        if wanted <= set(words_of.split()):
            return key
    return None if modifiers or called[-1] not in words().generic else centre


def _pronoun(text: str, first: int, last: int, seen: list[tuple[str, str]], centre: str | None) -> str | None:
    if text[first:last].lower() == "it":
        if _EMPTY_IT.match(text, last):
            return None
        predicate = _PREDICATE.match(text, last)
        if predicate:
            wanted = {predicate[2], *predicate[1].split()} - words().ranks
            for key, words_of in reversed(seen):
                if wanted <= set(words_of.split()):
                    return key
    return centre
