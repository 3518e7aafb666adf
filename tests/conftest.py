"""What all tests share."""

import os

from hypothesis import settings

# A busy machine is no failure. Where CI is set, hypothesis takes its own profile, which says
# the same and repeats its examples.
settings.register_profile("unhurried", deadline=None)
if "CI" not in os.environ:
    settings.load_profile("unhurried")
