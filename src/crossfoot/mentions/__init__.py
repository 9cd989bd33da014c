"""A document comes in; out goes what was found in it: quantities, dates, names, cues and traps, in reading order."""
