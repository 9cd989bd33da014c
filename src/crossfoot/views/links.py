"""Facts come in; what they say of organisations and people goes out as FollowTheMoney lines or as JSON-LD.

Entities keep one id over documents: that of the user's list, else a digest of the normalised name. Links carry the id
of the document, so that two texts that say the same stay two sources.

FollowTheMoney (https://followthemoney.tech): Ownership, Directorship, Succession, Security; others are UnknownLink.
JSON-LD: schema.org for organisations, ORG (https://www.w3.org/TR/vocab-org/) for changes, else the same schemata.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterator
from typing import Any

import msgspec

from crossfoot import model
from crossfoot.views.numbers import decimal

Line = dict[str, Any]
_OWNS = {"shareholder_of": False, "parent_of": False, "subsidiary_of": True}  # True: the object owns the subject
_CONTEXT = {
    "@vocab": "https://schema.org/",
    "org": "http://www.w3.org/ns/org#",
    "ftm": "https://schema.followthemoney.tech/#",
}
_PROPERTIES = {"located_in": "address", "founded": "incorporationDate", "focus": "sector", "kind": "classification"}


def follow_the_money(report: model.Report, known: Container[str] = ()) -> Iterator[Line]:
    """First the entities that are linked or described, then what links them; ids that are `known` stay as they are."""
    graph = _Graph(report, known)
    graph.read()
    for entity in sorted(graph.described):
        yield {"id": graph.ids[entity], "schema": graph.schema(entity), "properties": graph.properties(entity)}
    yield from graph.links


def json_ld(report: model.Report, known: Container[str] = ()) -> Line:
    """One document a text: a graph of organisations, people, changes and securities."""
    nodes = list[Line]()
    for line in follow_the_money(report, known):
        said = {key: values[0] if len(values) == 1 else values for key, values in line["properties"].items()}
        nodes.append({"@id": f"urn:crossfoot:{line['id']}", **_node(line["schema"], said)})
    return {"@context": _CONTEXT, "@id": f"urn:crossfoot:{report.document.id}", "@graph": nodes}


def _node(schema: str, said: Line) -> Line:
    """A FollowTheMoney entity in the words of schema.org and W3C ORG where these have them."""
    if schema in ("Organization", "Company", "Person"):
        words = {"alias": "alternateName", "incorporationDate": "foundingDate", "classification": "description"}
        words["sector"] = "knowsAbout"
        kind = "Person" if schema == "Person" else "Organization"
        return {"@type": kind, **{words.get(key, key): value for key, value in said.items()}}
    refers = {"owner", "asset", "director", "organization", "predecessor", "successor", "subject", "object", "issuer"}
    made = {key: {"@id": f"urn:crossfoot:{value}"} if key in refers else value for key, value in said.items()}
    if schema == "Succession":
        made["org:originalOrganization"] = made.pop("predecessor")
        made["org:resultingOrganization"] = made.pop("successor")
        return {"@type": "org:ChangeEvent", **made}
    return {"@type": f"ftm:{schema}", **{key if key == "name" else f"ftm:{key}": value for key, value in made.items()}}


class _Graph:
    def __init__(self, report: model.Report, known: Container[str]) -> None:
        self.report, self.links = report, list[Line]()
        self.entities = {entity.id: entity for entity in report.found.entities}
        self.ids = {entity: entity if entity in known else _digest(entity) for entity in self.entities}
        self.described, self.assets = set[str](), set[str]()
        self.said = dict[str, dict[str, list[str]]]()

    def read(self) -> None:
        for fact in self.report.facts:
            if isinstance(fact, model.Relationship):
                self._relationship(fact)
            elif isinstance(fact, model.Transformation):
                self._succession(fact)
            elif isinstance(fact, model.Issue):
                self._security(fact, fact.instrument, fact.issuer, None)
            elif isinstance(fact, model.Tranche):
                self._security(fact, "bond", fact.issuer, fact.tenor)
            elif isinstance(fact, model.Attribute) and fact.entity in self.entities and fact.attribute in _PROPERTIES:
                self.described.add(fact.entity)
                self.said.setdefault(fact.entity, {}).setdefault(_PROPERTIES[fact.attribute], []).append(fact.value)

    def schema(self, entity: str) -> str:
        if self.entities[entity].kind == "person":
            return "Person"
        return "Company" if entity in self.assets else "Organization"

    def properties(self, entity: str) -> dict[str, list[str]]:
        known = self.entities[entity]
        made = {"name": [known.name], "alias": list(known.aliases), **self.said.get(entity, {})}
        return {key: values for key, values in made.items() if values}

    def _relationship(self, fact: model.Relationship) -> None:
        said: dict[str, list[str]] = {"status": [fact.status] if fact.status else []}
        if fact.period is not None:
            said["startDate"] = [fact.period.label]
        if fact.relation in _OWNS:
            turned = _OWNS[fact.relation]
            owner, asset = (fact.object, fact.subject) if turned else (fact.subject, fact.object)
            said["percentage"] = [decimal(fact.percent.low)] if fact.percent else []
            self.assets.add(asset)
            self._link("Ownership", "owner", owner, "asset", asset, said, fact)
        elif fact.relation.endswith("_of") and self._is_person(fact.subject):
            said["role"] = [fact.relation.removesuffix("_of").replace("_", " ")]
            self._link("Directorship", "director", fact.subject, "organization", fact.object, said, fact)
        else:
            said["role"] = [fact.relation]
            self._link("UnknownLink", "subject", fact.subject, "object", fact.object, said, fact)

    def _is_person(self, entity: str) -> bool:
        return entity in self.entities and self.entities[entity].kind == "person"

    def _succession(self, fact: model.Transformation) -> None:
        said: dict[str, list[str]] = {"role": [fact.kind], "status": [fact.status] if fact.status else []}
        if fact.period is not None:
            said["date"] = [fact.period.label]
        self._link("Succession", "predecessor", fact.before or "", "successor", fact.after or "", said, fact)

    def _security(self, fact: model.Issue | model.Tranche, name: str, issuer: str | None, tenor: str | None) -> None:
        said = {"name": [name], "amount": [decimal(fact.quantity.low)]}
        if fact.quantity.currency:
            said["currency"] = [fact.quantity.currency]
        if tenor:
            said["type"] = [tenor]
        if issuer in self.entities:
            self.described.add(issuer)
            said["issuer"] = [self.ids[issuer]]
        self._add("Security", said, fact)

    def _link(
        self, schema: str, one: str, left: str, other: str, right: str, said: dict[str, list[str]], fact: model.Fact
    ) -> None:
        """A link needs an entity at both ends; what is only described in words stays with the facts."""
        if left in self.entities and right in self.entities:
            self.described |= {left, right}
            self._add(schema, {one: [self.ids[left]], other: [self.ids[right]], **said}, fact)

    def _add(self, schema: str, said: dict[str, list[str]], fact: model.Fact) -> None:
        key = f"{self.report.document.id} {schema} {fact.spans[0].start} {msgspec.json.encode(said).decode()}"
        filled = {name: values for name, values in said.items() if values}
        self.links.append({"id": _digest(key), "schema": schema, "properties": filled})


def _digest(key: str) -> str:
    return f"cf-{hashlib.sha256(key.encode()).hexdigest()[:20]}"
