"""Who is what to whom, in the ordinary ways in which desks say it: one sentence, the relations that it must tell."""

from __future__ import annotations

import pytest

from crossfoot.model import Event, Relationship

from .told import stated

SAID = {
    "Idris Works, 60% owned by the state and 12% by its staff, lost money.": [
        ("state", "shareholder_of", "Idris Works"), ("staff", "shareholder_of", "Idris Works"),
    ],
    "Shareholders of Idris Works: Heron Fund 44.8%; Kestrel Pension Fund (9.1%).": [
        ("Heron Fund", "shareholder_of", "Idris Works"), ("Kestrel Pension Fund", "shareholder_of", "Idris Works"),
    ],
    "Brundle Foods has sold a 30% stake to Heron Beverages.": [("Heron Beverages", "acquires", "Brundle Foods")],
    "Idris Works is owned by Kestrel Holdings (60%) and the Dane family (40%).": [
        ("Kestrel Holdings", "shareholder_of", "Idris Works"), ("Dane family", "shareholder_of", "Idris Works"),
    ],
    "Kestrel Holdings' 27% stake in Idris Works is for sale.": [("Kestrel Holdings", "shareholder_of", "Idris Works")],
    "Kestrel Holdings is a minority shareholder in Idris Works.": [
        ("Kestrel Holdings", "shareholder_of", "Idris Works"),
    ],
    "The remaining 40% of Ospre Snacks belongs to Hugh Dane.": [("Hugh Dane", "shareholder_of", "Ospre Snacks")],
    "Idris Works, the pipe maker founded by Hugh Dane, is for sale.": [("Hugh Dane", "founder_of", "Idris Works")],
    "Ospre Snacks CEO Mira Tolland said so.": [("Mira Tolland", "chief_executive_of", "Ospre Snacks")],
    "Ospre Snacks' managing director is Mira Tolland.": [("Mira Tolland", "chief_executive_of", "Ospre Snacks")],
    "Idris Works has promoted Mira Tolland to chief operating officer.": [
        ("Mira Tolland", "chief_operating_officer_of", "Idris Works"),
    ],
    "Mira Tolland will take over as chief executive of Idris Works in May.": [
        ("Mira Tolland", "chief_executive_of", "Idris Works"),
    ],
    "Mira Tolland will succeed Hugh Dane as chief executive of Idris Works.": [
        ("Mira Tolland", "chief_executive_of", "Idris Works"), ("Hugh Dane", "chief_executive_of", "Idris Works"),
    ],
    "Mira Tolland, head of research at Idris Works, said so.": [("Mira Tolland", "head_of", "Idris Works")],
    "Kestrel Holdings, which will rename itself Kestrel One, retains a 15% holding in Boxwright plc.": [
        ("Kestrel Holdings", "shareholder_of", "Boxwright plc"),
    ],
    "Joanna Pike was elected president of the Farmers' Union of Wessex.": [
        ("Joanna Pike", "president_of", "Farmers' Union of Wessex"),
    ],
    "The Harle mill is operated by Idris Works.": [("Idris Works", "operator_of", "Harle mill")],
}  # fmt: skip
UNSAID = {
    "Marlow Bank was fined by the financial regulator FINREG for failing to check.": "failing",
    "Quayline Ltd operates it for the Customs Directorate.": "Customs Directorate",
}


@pytest.mark.parametrize("text", SAID)
def test_who_is_what_to_whom(text: str) -> None:
    told = {(fact.subject, fact.relation, fact.object) for fact in stated(text, Relationship)}
    assert set(SAID[text]) <= told


@pytest.mark.parametrize("text", UNSAID)
def test_what_only_stands_there(text: str) -> None:
    assert UNSAID[text] not in {fact.object for fact in stated(text, Relationship)}


def test_who_appoints_is_whose_post_it_is() -> None:
    told = stated("Mira Tolland will join Idris Works plc as chief financial officer in May.", Event)
    assert [(fact.kind, fact.actor) for fact in told] == [("appointment", "idris-works")]
