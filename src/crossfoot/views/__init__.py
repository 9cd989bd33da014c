"""A finished `Report` comes in; something to look at goes out, one file a form."""
