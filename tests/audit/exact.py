"""The fractions that all is reckoned in; with python3-gmpy2 several times as fast."""
try:
    from gmpy2 import mpq as F
except ImportError:
    from fractions import Fraction as F

__all__ = ["F"]
