"""An instrument as its YAML file gives it, in fractions. Knows nothing of the program."""
from math import gcd, lcm

import yaml

from exact import F


def fraction(text):
    return F(str(text).replace(",", "."))


def numbers(words):
    """[21-31, 40], "21-31" or 12 as a list of keys."""
    keys = []
    for word in words if isinstance(words, list) else str(words).split(","):
        word = str(word).strip()
        if "-" in word:
            first, last = word.split("-")
            keys += [str(i) for i in range(int(first), int(last) + 1)]
        else:
            keys.append(word)
    return keys


def years(text):
    first, _, last = str(text).partition("-")
    return int(first), int(last) if last else 9999


class Component:
    def __init__(self, key, kind, parent, body):
        self.key, self.kind, self.parent = key, kind, parent
        self.id = body.get("code", f"ID-{key}") if kind == "indicator" else key
        self.children, self.leaves = [], []
        self.weight = None
        self.scale = None


class Scale:
    def __init__(self, body):
        self.low, self.high = (int(x) for x in str(body["levels"]).split("-"))
        self.whole = str(body.get("whole", "true")) in ("true", "True")
        self.tolerated = [int(x) for x in body.get("tolerated", [])]
        self.milestones = [fraction(x) for x in body.get("milestones", [])]


class Instrument:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            body = yaml.load(file, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        self.path = str(path)
        self.id = body["id"]
        self.years = years(body["years"])
        self.scales = {name: Scale(one) for name, one in body["scales"].items()}
        self.categories = [(one["name"], fraction(one["from"])) for one in body["categories"]]
        self.rule = dict(body.get("category_rule", {"default": "exact"}))
        self.parts, self.roots, self.indicators = {}, [], []
        self._read(body, None, None, None)
        total = sum(self.parts[i].weight for i in self.indicators)
        self.total = total
        common = lcm(*(c.weight.denominator for c in self.parts.values()))
        unit = gcd(*(int(self.parts[i].weight * common) for i in self.indicators))
        for c in self.parts.values():
            c.units = int(c.weight * common) // unit
            c.worth = c.weight / total
            c.leaves = [i for i in self.indicators if self.within(i, c.key)]
        self.units = sum(self.parts[i].units for i in self.indicators)
        self.editions = {name: one for name, one in body.get("editions", {}).items()}
        self.rules = []
        for one in body.get("prerequisites", []):
            needs = {str(k): fraction(v) for k, v in one["needs"].items()}
            self.rules.append((one["id"], numbers(one["raise"]), fraction(one["to"]), needs,
                               one["editions"]))

    def _read(self, body, parent, scale, each):
        for kind, plural in (("domain", "domains"), ("aspect", "aspects"),
                             ("indicator", "indicators")):
            for key, one in (body.get(plural) or {}).items():
                c = Component(str(key), kind, parent, one)
                self.parts[c.key] = c
                (self.roots if parent is None else self.parts[parent].children).append(c.key)
                own_scale = one.get("scale", body.get("scale", scale))
                own_each = one.get("each", body.get("each", each))
                if "weight" in one:
                    c.weight = fraction(one["weight"])
                elif kind == "indicator":
                    c.weight = fraction(own_each)
                if kind == "indicator":
                    c.scale = self.scales[own_scale]
                    self.indicators.append(c.key)
                else:
                    self._read(one, c.key, own_scale, own_each)

    def within(self, key, outer):
        while key is not None:
            if key == outer:
                return True
            key = self.parts[key].parent
        return False

    def basis(self, year):
        return self.rule.get(str(year), self.rule.get("default", "exact"))

    def edition_in(self, year):
        for name, one in self.editions.items():
            if "years" in one and years(one["years"])[0] <= year <= years(one["years"])[1]:
                return name
        return None

    def edition_for_plan(self, year):
        now = self.edition_in(year + 1)
        if now is not None:
            return now
        past = [(years(one["years"])[0], name) for name, one in self.editions.items()
                if "years" in one and years(one["years"])[0] <= year + 1]
        return max(past)[1] if past else None

    def rules_of(self, edition):
        return [rule for rule in self.rules if edition in rule[4]] if edition else []
