"""A folder of recipes: finding them, naming them, remembering them in an index, and asking for some of them."""
