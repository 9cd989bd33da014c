"""Figures that words set above others: records, ranks, what was exceeded, and a whole between its parts."""
