#!/usr/bin/env python3
"""What a user would write instead: the weighted sum of the levels, with PyYAML's C loader.

    yardstick.py FILE|FOLDER...

Prints a CSV line a file. The weights are those of PermenPANRB 59/2020, Lampiran.
"""
import os
import sys
from decimal import Decimal

import yaml

Loader = getattr(yaml, "CSafeLoader", None)
if Loader is None:
    sys.exit("yardstick.py: PyYAML was built without libyaml")

WEIGHT = {}
for first, last, weight in (
    (1, 10, "1.3"), (11, 14, "2.5"), (15, 18, "2.5"), (19, 20, "2.5"), (21, 28, "1.5"),
    (29, 31, "1.5"), (32, 41, "2.75"), (42, 47, "3"),
):
    for indicator in range(first, last + 1):
        WEIGHT[indicator] = Decimal(weight)
assert sum(WEIGHT.values()) == 100

BOUNDS = ((Decimal("4.2"), "Memuaskan"), (Decimal("3.5"), "Sangat Baik"),
          (Decimal("2.6"), "Baik"), (Decimal("1.8"), "Cukup"), (Decimal(0), "Kurang"))


def levels(node):
    for key, value in node.items():
        if isinstance(key, int):
            yield key, value["level"] if isinstance(value, dict) else value
        else:
            yield from levels(value)


def files(paths):
    for path in paths:
        if os.path.isdir(path):
            for name in sorted(os.listdir(path)):
                yield os.path.join(path, name)
        else:
            yield path


def main():
    print("file,institution,year,index,category")
    for path in files(sys.argv[1:]):
        with open(path, encoding="utf-8") as stream:
            data = yaml.load(stream, Loader=Loader)
        index = sum(level * WEIGHT[i] for i, level in levels(data["scores"])) / 100
        category = next(name for bound, name in BOUNDS if index >= bound)
        print(f"{path},{data['institution']},{data['year']},{index},{category}")


main()
