"""When and where a figure holds, counted from the date of publication."""

from etl.resolve.document import IndicatorInfo, resolve

__all__ = ["IndicatorInfo", "resolve"]
