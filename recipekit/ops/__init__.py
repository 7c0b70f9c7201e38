"""Recipe → Recipe, pure: scaling, friendly amounts, calories."""
