"""`python -m protokollgraf`: the same as the command `protokollgraf`."""

from protokollgraf.cli import main

main()
