"""Calculations that are made from a seed, with what Python's decimals make of them."""
import decimal
import random


class Calculations:
    """Calculations from a seed, as dialsh writes them, with what Python makes of them."""

    exact = decimal.Context(prec=34, rounding=decimal.ROUND_HALF_EVEN)
    quotient = decimal.Context(prec=20, rounding=decimal.ROUND_HALF_EVEN)

    def __init__(self, seed):
        self.random = random.Random(seed)

    def number(self):
        digits = "".join(self.random.choice("0123456789") for _ in range(self.random.randrange(1, 20)))
        whole = str(int(digits))
        fraction = self.random.choice(["", "", "." + "".join(
            self.random.choice("0123456789") for _ in range(self.random.randrange(1, 16)))])
        return self.random.choice(["", "-"]) + whole + fraction

    def next(self, depth=0):
        """A calculation and its result; `None` where it divides by zero."""
        if depth == 4 or self.random.random() < 0.25:
            text = self.number()
            return text, self.exact.create_decimal(text)
        sign = self.random.choice("+-*/")
        (left, a), (right, b) = self.next(depth + 1), self.next(depth + 1)
        text = f"({left}) {sign} ({right})"
        if a is None or b is None or sign == "/" and b == 0:
            return text, None
        operation = {"+": self.exact.add, "-": self.exact.subtract, "*": self.exact.multiply,
                     "/": self.quotient.divide}[sign]
        return text, operation(a, b)
