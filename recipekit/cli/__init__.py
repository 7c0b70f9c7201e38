"""The command line: the app, the shared options, and one thin module a command; only typer's home."""
