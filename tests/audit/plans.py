"""What the best plan is worth, by trying every end, and whether steps can be done as told."""
from exact import F
from itertools import product

NEVER = 10**6


class Task:
    def __init__(self, inst, doc, rules, keep=(), max_rise=None, years=1):
        self.inst, self.doc, self.rules = inst, doc, rules
        self.keep, self.max_rise, self.years = set(keep), max_rise, years
        self.now = {i: doc["scores"][i][1] for i in inst.indicators}
        self.memo, self.ladders = {}, {}

    def ladder(self, key):
        """The level as it is, and those of the scale above it."""
        if key not in self.ladders:
            scale, now = self.inst.parts[key].scale, self.now[key]
            self.ladders[key] = [now] + [F(v) for v in range(scale.low, scale.high + 1) if v > now]
        return self.ladders[key]

    def steps(self, key, level):
        """The levels from the present one, without it, up to `level`."""
        return [v for v in self.ladder(key)[1:] if v <= level]

    def effort(self, key, level):
        """Of the step to `level`."""
        given = self.doc["effort"].get(key, [F(1)])
        scale = self.inst.parts[key].scale
        return given[min(max(int(level) - scale.low - 1, 0), len(given) - 1)]

    def needs(self, key, level):
        """What the step to `level` waits for: (indicator, level) and obstacles."""
        before = self.ladder(key)[self.ladder(key).index(level) - 1]
        out = []
        for _, raised, to, needs, _ in self.rules:
            if key in raised and before < to <= level or (
                    key in raised and before == self.now[key] and to <= before):
                out += [(n, least) for n, least in needs.items() if self.now[n] < least]
        for o in self.doc["obstacles"]:
            if key in o["holds"] and (before <= o["at"] < level or
                                      before == self.now[key] and o["at"] < before):
                out.append(("obstacle", o["id"]))
        return out

    def earliest(self, key, level):
        """The first year in which the indicator can be at `level`."""
        if level <= self.now[key]:
            return 0
        ladder = self.ladder(key)
        level = next((v for v in ladder if v >= level), NEVER)
        if (key, level) in self.memo:
            return self.memo[key, level]
        self.memo[key, level] = NEVER  # a circle never ends
        year = 1
        if key in self.keep or level == NEVER:
            year = NEVER
        else:
            place = ladder.index(level)
            year = max(year, self.earliest(key, ladder[place - 1]))
            for name, least in self.needs(key, level):
                if name == "obstacle":
                    year = max(year, NEVER if least in self.keep else 1)
                else:
                    year = max(year, self.earliest(name, least))
            if self.max_rise is not None and place > self.max_rise:
                year = max(year, self.earliest(key, ladder[place - self.max_rise]) + 1)
        self.memo[key, level] = min(year, NEVER)
        return self.memo[key, level]

    def ends(self):
        """Every end that can be reached: its levels and what must be removed."""
        rows = []
        for key in self.inst.indicators:
            rows.append([v for v in self.ladder(key) if self.earliest(key, v) <= self.years])
        for end in product(*rows):
            levels = dict(zip(self.inst.indicators, end))
            removed, fine = set(), True
            for key, level in levels.items():
                for step in self.steps(key, level):
                    for name, least in self.needs(key, step):
                        if name == "obstacle":
                            removed.add(least)
                        elif levels[name] < least:
                            fine = False
            if fine:
                yield levels, removed

    def worth(self, levels):
        return sum(levels[i] * self.inst.parts[i].worth for i in self.inst.indicators)

    def cost(self, levels, removed):
        total = F(0) + sum(o["effort"] for o in self.doc["obstacles"] if o["id"] in removed)
        for key, level in levels.items():
            total += sum(self.effort(key, step) for step in self.steps(key, level))
        return total

    def best(self, target, budget):
        """(reached, effort, index, steps) of the best plan, and the highest index of all."""
        all_ends = []
        for levels, removed in self.ends():
            count = sum(len(self.steps(i, levels[i])) for i in levels) + len(removed)
            all_ends.append((self.cost(levels, removed), self.worth(levels), count))
        highest = max(index for _, index, _ in all_ends)
        allowed = [e for e in all_ends if budget is None or e[0] <= budget]
        good = [e for e in allowed if target is not None and e[1] >= target]
        if good:
            chosen = min(good, key=lambda e: (e[0], -e[1], e[2]))
        else:
            chosen = min(allowed, key=lambda e: (-e[1], e[0], e[2]))
        return (target is None or bool(good), *chosen), highest

    def frontier(self):
        """The ends that no other beats: (effort, index), rising."""
        best = {}
        for levels, removed in self.ends():
            cost = self.cost(levels, removed)
            best[cost] = max(best.get(cost, F(-1)), self.worth(levels))
        out = []
        for cost in sorted(best):
            if not out or best[cost] > out[-1][1]:
                out.append((cost, best[cost]))
        return out

    def replay(self, steps, year):
        """What is wrong with the steps of a plan, or nothing."""
        levels, gone, risen = dict(self.now), set(), {}
        ids = {self.inst.parts[i].id: i for i in self.inst.indicators}
        effort, last = F(0), 1
        for step in steps:
            at = int(step["year"]) - year
            if not last <= at <= self.years:
                return f"{step['id']} in year {at}"
            last = at
            effort += F(step["effort"]) if "effort" not in step.get("rounded", []) else 0
            if step["kind"] == "obstacle":
                gone.add(step["id"])
                continue
            key = ids[step["id"]]
            if levels[key] != F(step["from"]) or key in self.keep:
                return f"{step['id']} from {step['from']} and not {levels[key]}"
            for to in self.steps(key, F(step["to"])):
                if to <= levels[key]:
                    continue
                for name, least in self.needs(key, to):
                    met = least in gone if name == "obstacle" else levels[name] >= least
                    if not met:
                        return f"{step['id']} before {name} {least}"
                levels[key] = to
                risen[key, at] = risen.get((key, at), 0) + 1
            if self.max_rise is not None and risen[key, at] > self.max_rise:
                return f"{step['id']} rises too far in a year"
        return None


def cheapest(inst, doc, target):
    """The least effort for the target where nothing waits for anything, over all sums."""
    now = {i: doc["scores"][i][1] for i in inst.indicators}
    have = sum(int(now[i]) * inst.parts[i].units for i in inst.indicators)
    need = target * inst.units
    need = -(-need.numerator // need.denominator) - have
    scale = 1
    for efforts in doc["effort"].values():
        for e in efforts:
            scale = scale * e.denominator if scale % e.denominator else scale
    least = {0: 0}
    for key in inst.indicators:
        efforts = doc["effort"].get(key, [F(1)])
        steps, cost = [(0, 0)], F(0)
        for n in range(inst.parts[key].scale.high - int(now[key])):
            place = int(now[key]) + n - inst.parts[key].scale.low
            cost += efforts[min(max(place, 0), len(efforts) - 1)]
            steps.append(((n + 1) * inst.parts[key].units, int(cost * scale)))
        grown = {}
        for gain, spent in least.items():
            for more, price in steps:
                to = min(gain + more, max(need, 0))
                total = spent + price
                if total < grown.get(to, total + 1):
                    grown[to] = total
        least = grown
    found = least.get(max(need, 0))
    return None if found is None else F(found, scale)
