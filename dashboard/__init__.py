"""What the pages share: queries, figures, words, and the HTTP routes."""
