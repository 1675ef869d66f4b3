"""Job adverts: gender-coded words by published rules, needless requirements, barriers, and what is not said."""

from alongside.engines.writing._adverts._advert import Advert, advert
from alongside.engines.writing._adverts._counting import Coding, Counting

__all__ = ["Advert", "Coding", "Counting", "advert"]
