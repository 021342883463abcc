"""Build data/reference from public packages; never needed at run time."""
