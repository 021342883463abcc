"""From published 双拥 reports to observations with a quote behind each."""
