/** An ordinary exercise with three tests, in both languages. */

export const PYTHON = `NUMERALS = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
            (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]

def roman(number):
    result = ""
    for value, numeral in NUMERALS:
        while number >= value:
            result += numeral
            number -= value
    return result

def longest(limit):
    return max(range(1, limit), key=lambda n: (len(roman(n)), -n))
`;

export const PYTHON_TESTS = `import unittest
from main import roman, longest

class RomanTest(unittest.TestCase):
    def test_small(self):
        self.assertEqual(roman(14), "XIV")

    def test_large(self):
        self.assertEqual(roman(1994), "MCMXCIV")

    def test_longest(self):
        self.assertEqual(longest(1000), 888)
`;

export const JAVASCRIPT = `const NUMERALS = [[1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]];
function roman(number) {
  let result = "";
  for (const [value, numeral] of NUMERALS) for (; number >= value; number -= value) result += numeral;
  return result;
}
function longest(limit) {
  let best = 1;
  for (let n = 1; n < limit; n++) if (roman(n).length > roman(best).length) best = n;
  return best;
}
`;

export const CALLS = ['roman(14)', 'roman(1994)', 'longest(1000)'];
export const WANTED = ['XIV', 'MCMXCIV', 888];
