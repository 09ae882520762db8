"""The commands behind the command line, one file each; each imports what is heavy only when it is called."""
