"""Hypothesis's profiles: a short one, and ``--hypothesis-profile=long`` with 2,000 examples of every property."""

from hypothesis import HealthCheck, settings

settings.register_profile("short", deadline=None)
settings.register_profile("long", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("short")
