"""What holds for every test: Hypothesis's profiles, and a cache folder that is not the user's.

The profiles are a short one, and ``--hypothesis-profile=long`` with 2,000 examples of every property.
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("short", deadline=None)
settings.register_profile("long", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("short")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the indexes of test libraries out of the user's cache, here and in every process that a test starts."""
    kept = {name: os.environ.get(name) for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "RECIPEKIT_LIBRARY")}
    folder = str(tmp_path_factory.mktemp("cache"))
    os.environ |= {"XDG_CACHE_HOME": folder, "LOCALAPPDATA": folder}
    os.environ.pop("RECIPEKIT_LIBRARY", None)
    yield
    for name, value in kept.items():
        os.environ.pop(name, None)
        if value is not None:
            os.environ[name] = value
