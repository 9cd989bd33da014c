"""crossfoot ties the figures in business prose."""
