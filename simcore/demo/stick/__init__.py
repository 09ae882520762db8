"""A folder for a USB stick: all that a laptop without a network needs to show the plans."""
