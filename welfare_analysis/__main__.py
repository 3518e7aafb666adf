"""Run the command line with ``python -m welfare_analysis``."""

import sys

from .cli.main import main

sys.exit(main())
