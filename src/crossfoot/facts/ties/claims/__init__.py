"""What the cues of an item may ask for: figures in, claims out, each an equation of a known shape and its cost."""
