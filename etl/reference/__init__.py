"""Build data/reference from public packages; needed when place codes change, not at run time."""
