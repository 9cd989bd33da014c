"""The ways in: what a person or a program asks for comes in, what the views make of the reports goes out."""
