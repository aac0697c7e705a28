"""How is a large table read without the garbage collector going through all of it again and again?

Python looks for unreachable cycles after so many new objects, however certain it is that all of them are kept. A ledger
is a hundred thousand cells, and without a cycle: a quarter of the time would go into looking. Memory is freed as ever.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_waits() -> Iterator[None]:
    """The search for cycles waits until the block, or the decorated function, is left; several threads may ask."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
