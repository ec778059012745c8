"""Review in the browser: a server for one workspace. Needs the extra ``review``."""
