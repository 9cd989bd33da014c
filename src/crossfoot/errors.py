"""What can go wrong in the use of crossfoot. What is wrong in a document is a finding, never an exception.

CrossfootError
├── InputError        a source could not be read: not there, not text, not the JSON that was expected
├── SettingsError     a setting or an option that crossfoot does not know
└── LexiconError      a row of the lexicon that cannot be used: names file, row and what to write instead
"""


class CrossfootError(Exception):
    """The base of all; `code` is the finding code under which a batch reports it."""

    code = "XF902"


class InputError(CrossfootError):
    """A source that could not be read: not there, not text, damaged, too large."""

    code = "XF001"


class SettingsError(CrossfootError):
    """A setting, an option or a rule that crossfoot does not know; says which, and what it may have been."""

    code = "XF902"


class LexiconError(CrossfootError):
    """A row of the lexicon that cannot be used: names file, row and what to write instead."""

    code = "XF902"
