"""`python -m winsell` is `winsell`."""

import sys

from winsell.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
