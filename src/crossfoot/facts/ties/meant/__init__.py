"""Which of its claims a cue means: the one that ties beyond accident, or the only one that its words leave."""
