"""Which place each number of a text is about: the report's own, a part of it, another."""

from etl.locate.home import Home, home_of
from etl.locate.subject import Whose, whose

__all__ = ["Home", "Whose", "home_of", "whose"]
