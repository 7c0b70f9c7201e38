"""Recipe and a wish → the edits on its text: what a careful cook with an editor would change, and nothing else."""
