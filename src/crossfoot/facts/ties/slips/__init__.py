"""Claims that fail in, slips of the pen out: the figure, scale or word that alone, undone, makes them tie."""
