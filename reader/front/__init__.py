"""What stands on the front page and on the sections' fronts.

`candidates` asks which stories each slot may take, `filling` gives every story one place, `page`
is what the templates read, and `past` knows what readers had at an earlier moment.
"""

from reader.front.candidates import Stock
from reader.front.page import Band, Front, compose
from reader.front.past import stock_at

__all__ = ["Band", "Front", "Stock", "compose", "stock_at"]
