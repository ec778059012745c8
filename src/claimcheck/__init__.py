"""claimcheck: claims as code for newsrooms."""

__version__ = "0.1.0"
