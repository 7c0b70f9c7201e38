"""Every recipe at hand: our own examples and cases, and those of the shared folder where it is present."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
OWN = sorted((ROOT / "examples").glob("*.md")) + sorted((ROOT / "tests" / "reading" / "cases").glob("*.md"))
OTHERS = [SHARED / "seed.md", *sorted((SHARED / "recipes").rglob("*.md"))] if SHARED.is_dir() else []
ALL = OWN + OTHERS
