"""Numbers of things that their own words speak against: a listing of another number in, whether it was never meant.

A list may go on behind what is read of it, hold something that is only compared, or be told of some of it.
"""

from __future__ import annotations

from crossfoot.late import late
from crossfoot.lexicon.doubt import doubt
from crossfoot.model import Listing

BEHIND = 60  # characters behind a list, or a number, that may say more of it
_NAME = late(r"[A-Z][\w'’&-]+")


def no_list(listing: Listing, text: str, lang: str) -> bool:
    """Does a number not count just what is listed, as far as the words around them tell?"""
    words, number = doubt(lang), listing.quantity.low
    if words is None or number == len(listing.names) or not listing.names:
        return False
    first, last = listing.names[0], listing.names[-1]
    at = listing.spans[0]
    behind = text[last.end : last.end + BEHIND]
    if number > len(listing.names):
        return last.start >= at.start and words.goes_on.match(behind) is not None
    before = listing.names[-2:-1] or listing.names
    if words.against.search(text[before[0].end : last.start].lower()) is not None:
        return True  # "Brock, with 190, ahead of Clun and its 180"
    if last.end > at.start:
        return False
    if words.joint.match(text[at.end : at.end + BEHIND]) is not None:
        return True  # "The two combined authorities"
    told = {m[0] for m in _NAME.finditer(text, at.end, min(at.end + BEHIND, len(text)))}
    known = {m[0] for m in _NAME.finditer(text, max(first.start - BEHIND, 0), last.end)}
    return len(told & known) == number  # "The two together in the north, Marl and Tarn"
