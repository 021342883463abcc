"""Every quantity of a text: number, hedges and unit word, with value and bounds."""

from etl.detect.scan import find_quantities

__all__ = ["find_quantities"]
