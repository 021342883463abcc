"""One file a page: choose, query, show."""
