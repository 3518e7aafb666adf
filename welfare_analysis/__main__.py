"""Run the command line with ``python -m welfare_analysis``."""

import sys

from .command import main

sys.exit(main())
