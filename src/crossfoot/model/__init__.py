"""Every value that passes between the rooms, in the order of the corridor: document, mention, fact, verdict, report.

All are frozen, compare by value and know nothing of how they were made or how they will be shown. Numbers are exact
(`Fraction`).
"""

from crossfoot.model.document import *
from crossfoot.model.fact import *
from crossfoot.model.mention import *
from crossfoot.model.report import *
from crossfoot.model.verdict import *
