"""What a recipe looks like to a reader: rich renderables for a terminal, the JSON document for a program."""
