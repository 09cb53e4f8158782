"""Rounds over what is asked of others: certainty, targets, peers, stages."""
from math import lcm

import cases
import plans
from exact import F
from reckon import Comparison, Range, Result, below, rounded

PLACES = 30  # of a probability
STAGES = ["", "mandiri", "dokumen", "interviu", "visitasi", "final"]


def ends(key, r):
    """A range as JSON has it: one number when it is exact, and both ends."""
    return {key: r.low if r.exact else None, key + "_low": r.low, key + "_high": r.high}


def surely_above(a, b):
    return a.low >= b.high if b.open else a.low > b.high


# -- certainty


def chance_text(value):
    digits = 0
    rest = value.denominator
    while digits < PLACES and rest > 1:
        digits, rest = digits + 1, (value * 10**digits * 10).denominator
    whole = rounded(value, PLACES if rest > 1 else digits)
    places = PLACES if rest > 1 else digits
    text = str(int(whole * 10**places)).rjust(places + 1, "0")
    return (text if places == 0 else f"{text[:-places]}.{text[-places:]}"), rest > 1


def wrong_chance(told, key, low, high):
    """What is wrong with a probability, or its range."""
    (a, cut_a), (b, cut_b) = chance_text(low), chance_text(high)
    want = {key: a} if low == high else {key: None, key + "_low": a, key + "_high": b}
    want["rounded"] = cut_a or cut_b
    have = {k: v for k, v in told.items() if k in (key, key + "_low", key + "_high")}
    have["rounded"] = key in told.get("rounded", [])
    return [] if want == have else [f"{key}: {want} is right, {have} is told"]


def bands(inst, r, basis):
    """The first and last category that the range touches."""
    def place(value):
        return max([0] + [n for n, (_, least) in enumerate(inst.categories) if least <= value])
    if basis == "shown":
        last = below(r.high, 2) if r.open and not r.exact else rounded(r.high, 2)
        return place(rounded(r.low, 2)), place(last)
    last = max([0] + [n for n, (_, least) in enumerate(inst.categories)
                      if (least < r.high if r.open and not r.exact else least <= r.high)])
    return place(r.low), last


def outcomes_of(scale, level, moves):
    """(level, probability) rising; nothing leaves the scale."""
    low, high, out = min(level, F(scale.low)), max(level, F(scale.high)), {}
    for by, chance in moves:
        if chance:
            to = min(max(level + by, low), high)
            out[to] = out.get(to, F(0)) + chance
    return sorted(out.items())


class Spread:
    """How probable each sum of levels times weights is: whole numbers over a common one."""

    def __init__(self, parts, unit):
        self.counts, self.of = {0: 1}, 1
        for worth, outcomes in parts:
            common = lcm(*(int(p.denominator) for _, p in outcomes))
            least, grown = outcomes[0][0], {}
            for level, chance in outcomes:
                step = int((level - least) * worth / unit)
                weight = int(chance * common)
                for at, n in self.counts.items():
                    grown[at + step] = grown.get(at + step, 0) + n * weight
            self.counts, self.of = grown, self.of * common

    def chance(self, holds):
        return F(sum(n for at, n in self.counts.items() if holds(at)), self.of)


def certainty(audit, rng, folder):
    inst, words = audit.instrument(rng, folder)
    doc = cases.document(rng, inst, "Instansi")
    levels = {k: s[1] for k, s in doc["scores"].items() if inst.parts[k].kind == "indicator"}
    if not levels:
        return 0, []
    doc["sure"] = {k: F(rng.randint(0, 20), 20) for k in levels if rng.random() < 0.3}
    audit.write(folder, "a.yaml", inst, doc)
    down, up = F(rng.randint(0, 10), 20), F(rng.randint(0, 10), rng.choice([20, 30]))
    options = ["--down", cases.number(down), "--up", cases.number(up)]
    result = Result(inst, doc)
    keep = min(max(result.categories[0], 1), len(inst.categories) - 1)
    wanted, learnt = result.least_index(keep), {}
    if rng.random() < 0.4:
        wanted = F(int(min(max(result.index.low, F(1)), F(2)) * 100) + rng.randint(0, 50), 100)
        low = min(sum(inst.parts[i].scale.low * inst.parts[i].worth for i in inst.indicators),
                  result.index.low)
        high = sum(inst.parts[i].scale.high * inst.parts[i].worth for i in inst.indicators)
        wanted = max(low, min(high, wanted))
        wanted = F(-(-wanted * 1000 // 1), 1000)
        if wanted > high:
            return 0, []
        options += ["--target", cases.with_places(wanted, 3)]
    if rng.random() < 0.4:
        learnt = stages_learnt(audit, rng, folder, inst)
        options += ["--learn", "../before", "../after"]
    got = audit.json(folder / "in", "certainty", "a.yaml", *words, *options)
    return 1, [f"{' '.join(options)}: {line}" for line in
               certainty_lines(audit, rng, doc, result, (down, up, learnt, wanted), got)]


def stages_learnt(audit, rng, folder, inst):
    """Writes pairs of results, and returns how often each indicator moved by how much."""
    seen = {}
    year = rng.randint(inst.years[0], min(inst.years[1], 2030))
    for side in ("before", "after"):
        (folder / side).mkdir()
    for n in range(rng.randint(1, 4)):
        a = cases.document(rng, inst, f"Lain {n}", year=year)
        b = cases.document(rng, inst, f"Lain {n}", year=year)
        for name, doc in (("before", a), ("after", b)):
            (folder / name / f"{n}.yaml").write_text(cases.emit(inst, doc))
        for i in inst.indicators:
            old, new = a["scores"].get(i), b["scores"].get(i)
            if old and new:
                moves = seen.setdefault(i, [])
                moves.append(new[1] - old[1])
    return {i: [(by, F(moves.count(by), len(moves))) for by in set(moves)]
            for i, moves in seen.items()}


def certainty_lines(audit, rng, doc, result, asked, got):
    inst, (down, up, learnt, wanted) = result.instrument, asked
    beliefs, base, unknown, known = {}, Range(F(0)), Range(F(0)), F(0)
    for key, c in inst.parts.items():
        score = doc["scores"].get(key)
        if c.kind == "indicator" and score:
            sure = doc["sure"].get(key)
            drift = [(-1, down), (0, 1 - down - up), (1, up)]
            moves = [(-1, 1 - sure), (0, sure)] if sure is not None else learnt.get(key, drift)
            origin = "file" if sure is not None else "learnt" if key in learnt else "assumed"
            beliefs[key] = outcomes_of(c.scale, score[1], moves), origin
            base += Range(beliefs[key][0][0][0]).times(c.worth)
            known += score[1] * c.worth
        elif not result.parts[key].covered and (c.kind == "indicator" or result.parts[key].published):
            unknown += result.parts[key].value.times(c.worth)
    # What was published of the index may leave them less.
    base += unknown.meet(result.index + Range(-known)) or unknown
    unit = F(1, lcm(*(int(((level - told[0][0]) * inst.parts[k].worth).denominator)
                      for k, (told, _) in beliefs.items() for level, _ in told)))
    parts = {k: (inst.parts[k].worth, told) for k, (told, _) in beliefs.items()}
    spread = Spread(parts.values(), unit)

    def index(at):
        return base + Range(unit * at)

    def surely(at):
        return index(at).low >= wanted

    def maybe(at):
        r = index(at)
        return r.high > wanted if r.open else r.high >= wanted

    out = audit.equal({"wanted_index": wanted, "down": down, "up": up, **ends("index", result.index)}, got)
    low = spread.chance(surely)
    out += wrong_chance(got, "reaches", low, spread.chance(maybe))
    for place, (name, _) in enumerate(inst.categories):
        within = {at: bands(inst, index(at), result.basis) for at in spread.counts}
        out += wrong_chance(got["by_category"][place], "probability",
                            spread.chance(lambda at: within[at] == (place, place)),
                            spread.chance(lambda at: within[at][0] <= place <= within[at][1]))
    mean = sum(sum(level * p for level, p in told) * worth for worth, told in parts.values())
    mean -= sum(told[0][0] * worth for worth, told in parts.values())
    out += wrong_chance(got, "expected", base.low + mean, base.high + mean)
    states, so_far, found = sorted(at for at, n in spread.counts.items() if n), F(0), {}
    for at in states:
        so_far += F(spread.counts[at], spread.of)
        if "p5" not in found and so_far >= F(1, 20):
            found["p5"] = index(at)
        if "p95" not in found and so_far >= F(19, 20):
            found["p95"] = index(at)
    for key, r in found.items():
        out += audit.equal(ends(key, r), got)
    if len(states) != len(got["distribution"]):
        out.append(f"{len(states)} sums, {len(got['distribution'])} are told")
    for at, told in list(zip(states, got["distribution"]))[:5]:
        out += audit.equal(ends("index", index(at)), told)
        p = F(spread.counts[at], spread.of)
        out += wrong_chance(told, "probability", p, p)
    for key, told in zip(beliefs, got["by_indicator"]):
        out += audit.equal({"id": inst.parts[key].id, "level": doc["scores"][key][1],
                            "origin": beliefs[key][1]}, told)
        for (level, p), one in zip(beliefs[key][0], told["outcomes"]):
            out += audit.equal({"level": level}, one) + wrong_chance(one, "probability", p, p)
    for one in rng.sample(got["deciding"], min(2, len(got["deciding"]))):
        key = next(k for k in beliefs if inst.parts[k].id == one["id"])
        stays = dict(parts)
        stays[key] = (parts[key][0], [(parts[key][1][0][0], F(1))])
        least = (doc["scores"][key][1] - parts[key][1][0][0]) * parts[key][0] / unit
        without = Spread(stays.values(), unit)
        kept = without.chance(lambda at: surely(at + int(least)))
        out += wrong_chance(one, "reaches", kept, without.chance(lambda at: maybe(at + int(least))))
        if kept - low >= 0:
            out += wrong_chance(one, "gain", kept - low, kept - low)
    return out + audit.equal({"margin": margin(inst, doc, result)}, got)


def margin(inst, doc, result):
    """How many levels must fall by one until the category is lost."""
    if len(result.categories) != 1 or result.categories[0] == 0:
        return None
    losses = []
    for i in inst.indicators:
        score, low = doc["scores"].get(i), F(inst.parts[i].scale.low)
        if score and score[1] > low:
            losses.append(((score[1] - max(low, score[1] - 1)) * inst.parts[i].worth, i))
    losses.sort(key=lambda one: -one[0])

    def lost(index):
        return result.category_of(index, result.basis) < result.categories[0]

    index = result.index.low
    alone = [inst.parts[i].id for loss, i in losses if lost(index - loss)]
    for n, (loss, _) in enumerate(losses, 1):
        index -= loss
        if lost(index):
            return {"falls": n, "indicators": [inst.parts[i].id for _, i in losses[:n]],
                    "alone": alone, "index": index}
    return None


# -- targets


def answer(r, goal):
    if r.low >= goal:
        return "yes"
    return "no" if r.high < goal or (r.open and r.high == goal) else "maybe"


def kept(inst, doc, failing=()):
    """The document with every target kept, but of the units that fail. What was published rises with
    levels that are known, and tells nothing once one is raised that was not."""
    after = dict(doc, scores=dict(doc["scores"]), published=dict(doc["published"]))
    for key, target in doc["target"].items():
        units = doc["units"].get(key, [""])
        old = doc["scores"].get(key)
        if old and old[1] >= target:
            continue
        fails = set(units) & set(failing)
        for of, (value, places) in list(after["published"].items()):
            if of != "index" and not inst.within(key, of):
                continue
            if not old:
                del after["published"][of]
            elif not fails:
                share = inst.parts[key].worth if of == "index" else \
                    inst.parts[key].weight / inst.parts[of].weight
                after["published"][of] = (value + (target - old[1]) * share, places)
        if not fails:
            after["scores"][key] = ("level", target)
    return after


def targets(audit, rng, folder):
    small = rng.random() < 0.4
    inst, words = audit.instrument(rng, folder, most=4, levels=2) if small else \
        audit.instrument(rng, folder)
    doc = cases.document(rng, inst, "Instansi", full=small or None)
    under = {k for k, c in inst.parts.items() if c.kind == "indicator" and not any(
        doc["scores"].get(p, ("",))[0] == "printed" for p in inst.parts if inst.within(k, p))}
    if small:
        audit.burdened(rng, inst, doc, 0)
    doc["target"], doc["units"] = {}, {}
    for key in under:
        scale = inst.parts[key].scale
        if rng.random() < 0.5:
            doc["target"][key] = F(rng.randint(scale.low, scale.high))
        if (key in doc["scores"] or key in doc["target"]) and rng.random() < 0.7:
            doc["units"][key] = rng.sample(["A", "B", "C"], rng.choice([1, 1, 2]))
    if not doc["target"]:
        return 0, []
    audit.write(folder, "a.yaml", inst, doc)
    now = Result(inst, doc)
    above = now.categories[0] + 1  # the next that is not sure
    goal, options = now.least_index(above) if above < len(inst.categories) else None, []
    if rng.random() < 0.5:
        high = sum(inst.parts[i].scale.high * inst.parts[i].worth for i in inst.indicators)
        goal = F(int((now.index.low + (high - now.index.low) * F(rng.randint(0, 100), 100)) * 100), 100)
        if goal < now.index.low:
            return 0, []
        options = ["--target", cases.with_places(goal, 2)]
    got = audit.json(folder / "in", "targets", "a.yaml", *words, *options)
    out = targets_lines(audit, doc, now, goal, got)
    if small and goal is not None:
        out += addition(audit, doc, now, goal, got)
    return 1, [f"{' '.join(options)}: {line}" for line in out]


def targets_lines(audit, doc, now, goal, got):
    inst = now.instrument
    after = kept(inst, doc)
    then = Result(inst, after, now.basis)
    moved = Comparison(now, then, True)
    reached = None if goal is None else answer(then.index, goal)
    want = {"goal": goal, "now_category": now.known(), "then_category": then.known(),
            "reached": {None: False, "yes": True, "no": False, "maybe": None}[reached],
            **ends("now", now.index), **ends("then", then.index), "by_unit": [], "components": []}
    by_unit = {}
    for i in inst.indicators:
        old, target = doc["scores"].get(i), doc["target"].get(i)
        if target is None or (old and old[1] >= target):
            continue
        for unit in sorted(set(doc["units"].get(i, [""]))):
            by_unit.setdefault(unit, []).append(i)
    for unit, keys in sorted(by_unit.items()):
        keys.sort(key=lambda i: -moved.worth[i].low)
        without = Result(inst, kept(inst, doc, [unit]), now.basis).index
        want["by_unit"].append({
            "unit": unit or None, **ends("contribution", sum((moved.worth[i] for i in keys), Range(F(0)))),
            **ends("index_without_unit", without),
            "goal_without_unit": "no" if goal is None else answer(without, goal),
            "by_indicator": [{
                "id": inst.parts[i].id, "target": doc["target"][i],
                "level": now.parts[i].value.low if now.parts[i].value.exact else None,
                **ends("contribution", moved.worth[i])} for i in keys]})
    want["by_unit"].sort(key=lambda one: -one["contribution_low"])
    names = [one["unit"] or "" for one in want["by_unit"] if one["goal_without_unit"] == "yes"]
    if reached == "yes":
        want["pairs"] = [[a, b] for n, a in enumerate(names) for b in names[n + 1:]
                         if answer(Result(inst, kept(inst, doc, [a, b]), now.basis).index, goal) != "yes"]
    for key, c in inst.parts.items():
        if c.kind != "indicator":
            want["components"].append({
                "id": c.id, **ends("now", now.parts[key].value), **ends("then", then.parts[key].value),
                **ends("contribution", moved.worth[key]),
                "targets": sum(i in doc["target"] for i in c.leaves)})
    level = {k: s[1] for k, s in doc["scores"].items() if s[0] == "level"}
    want["below_level"] = [inst.parts[i].id for i in inst.indicators
                           if i in level and i in doc["target"] and doc["target"][i] < level[i]]
    want["broken"] = []
    for rule, key, needs in broken(inst, doc, after["scores"]):
        if not any(r == rule and k == key for r, k, _ in broken(inst, doc, doc["scores"])):
            want["broken"].append({"rule": rule, "id": inst.parts[key].id, "needs": [
                {"id": inst.parts[k].id, "level": v} for k, v in needs]})
    return audit.equal(want, got)


def broken(inst, doc, scores):
    level = {k: s[1] for k, s in scores.items() if s[0] == "level"}
    out = []
    for rule, raised, to, needs, _ in inst.rules_of(inst.edition_for_plan(doc["year"])):
        for key in sorted(raised, key=inst.indicators.index):
            unmet = [(k, v) for k, v in needs.items() if k in level and level[k] < v]
            if key in level and level[key] >= to and unmet:
                out.append((rule, key, unmet))
    return out


def addition(audit, doc, now, goal, got):
    """The least effort beyond the targets, over every end there is."""
    inst = now.instrument
    after = kept(inst, doc)
    if answer(Result(inst, after, now.basis).index, goal) != "no":
        return [] if got["addition"] is None else ["an addition to what suffices"]
    task = plans.Task(inst, after, inst.rules_of(inst.edition_for_plan(doc["year"])))
    (reached, effort, _, _), _ = task.best(goal, None)
    return audit.equal({"reached": reached, "effort": F(effort)}, got["addition"])


# -- peers


def peers(audit, rng, folder):
    inst, words = audit.instrument(rng, folder)
    year = rng.randint(inst.years[0], min(inst.years[1], 2030))
    docs = []
    for n in range(rng.randint(2, 14)):
        doc = cases.document(rng, inst, f"Instansi {n:02}", year=year)
        doc["kind"] = rng.choice(["kota", "kota", "kabupaten"])
        doc["province"] = rng.choice(["Bali", "Lampung"])
        docs.append(doc)
    for n, doc in enumerate(docs):
        audit.write(folder, f"{n:02}.yaml", inst, doc)
    own, others = docs[0], docs[1:]
    later = rng.random() < 0.3  # a later stage of the same institution counts
    if later:
        docs[1]["stage"] = "mandiri"
        audit.write(folder, "01.yaml", inst, docs[1])
        more = dict(cases.document(rng, inst, "Instansi 01", year=year), stage="final",
                    kind=docs[1]["kind"], province=docs[1]["province"])
        audit.write(folder, "99.yaml", inst, more)
        others[0] = more
    got = audit.json(folder / "in", "peers", "00.yaml", ".", *words)
    alike = [d for d in others if d["kind"] == own["kind"]]
    groups = [(own["kind"], None, alike)]
    near = [d for d in alike if d["province"] == own["province"]]
    if near:
        groups.append((own["kind"], own["province"], near))
    us = Result(inst, own)
    want = {"groups": [peer_group(inst, us, [(d, Result(inst, d)) for d in group]) |
                       {"kind": kind, "province": province} for kind, province, group in groups]}
    return 1, audit.equal(want | ends("index", us.index), got)


def whole(result, key):
    """The value where all of it is known."""
    part = result.parts[key]
    known = part.published or (not part.covered and part.scored == part.of)
    return part.value if known else None


def statistic(values, pick):
    low = pick(sorted((v.low, True) for v in values))
    high = pick(sorted((v.high, not v.open) for v in values))
    return Range(low[0], high[0], not high[1])


def middle(sorted_ends):
    a, b = sorted_ends[(len(sorted_ends) - 1) // 2], sorted_ends[len(sorted_ends) // 2]
    return (a[0] + b[0]) / 2, a[1] and b[1]


def best_tenth(sorted_ends):
    return sorted_ends[len(sorted_ends) - -(-len(sorted_ends) // 10)]


def peer_part(ours, theirs):
    values = theirs + ([ours] if ours else [])
    return {**(ends("value", ours) if ours else {"value": None}),
            **ends("median", statistic(values, middle)),
            **ends("best_tenth", statistic(values, best_tenth)),
            "ahead": sum(surely_above(v, ours) for v in theirs) if ours else 0, "of": len(values)}


def peer_group(inst, us, others):
    mine, all_of = us.index, [r.index for _, r in others]
    out = {"rank": 1 + sum(r.low > mine.low for r in all_of), "rank_of": len(others) + 1,
           "rank_best": 1 + sum(surely_above(r, mine) for r in all_of),
           "rank_worst": 1 + sum(r.high > mine.low for r in all_of), "percentile": None,
           "components": [], "behind": [], "above": []}
    if others:
        out["percentile"] = F(100 * sum(r.low < mine.low for r in all_of), len(others))
        out["components"].append({"id": "index"} | peer_part(mine, all_of))
    for key, c in inst.parts.items():
        theirs = [v for v in (whole(r, key) for _, r in others) if v is not None]
        ours = whole(us, key)
        if not theirs:
            continue
        part = {"id": c.id} | peer_part(ours, theirs)
        if c.kind != "indicator":
            out["components"].append(part)
        elif ours and 2 * part["ahead"] > part["of"] - 1:
            out["behind"].append(part)
    out["behind"].sort(key=lambda p: -F(p["ahead"], p["of"] - 1))
    above = sorted(((r.index.low, d["institution"], r) for d, r in others
                    if r.index.low > mine.low), key=lambda one: one[:2])
    for low, name, r in above[:3]:
        leads = []
        for root in inst.roots:
            add_leads(inst, us, r, root, leads)
        leads.sort(key=lambda one: -one["contribution_low"])
        out["above"].append({"institution": name, "rank": 1 + sum(o.low > low for o in all_of),
                             **ends("ahead_by", r.index.minus(mine)), "leads": leads})
    return out


def known_below(inst, us, them, key):
    return any((whole(us, k) is not None and whole(them, k) is not None) or
               known_below(inst, us, them, k) for k in inst.parts[key].children)


def add_leads(inst, us, them, key, leads):
    if known_below(inst, us, them, key):
        for child in inst.parts[key].children:
            add_leads(inst, us, them, child, leads)
        return
    ours, theirs = whole(us, key), whole(them, key)
    if ours is None or theirs is None or not surely_above(theirs, ours):
        return
    leads.append({"id": inst.parts[key].id, **ends("value", ours), **ends("theirs", theirs),
                  **ends("contribution", theirs.minus(ours).times(inst.parts[key].worth))})


# -- stages


def stages(audit, rng, folder):
    inst, words = audit.instrument(rng, folder)
    years = sorted(rng.sample(range(max(inst.years[0], 2018), min(inst.years[1], 2030) + 1),
                              min(rng.choice([1, 1, 2]), min(inst.years[1], 2030) - inst.years[0] + 1)))
    want, lowered = [], {}
    for year in years:
        told = sorted(rng.sample(STAGES[1:], rng.randint(2, 3)), key=STAGES.index)
        docs = [cases.document(rng, inst, "Instansi", year=year)]
        for _ in told[1:]:
            near = dict(docs[-1], scores=dict(docs[-1]["scores"]), units={})
            for key, score in docs[-1]["scores"].items():
                if score[0] == "level" and rng.random() < 0.4:
                    near["scores"][key] = ("level", cases.level_of(rng, inst.parts[key].scale))
            docs.append(near)
        for doc, stage in zip(docs, told):
            doc["stage"] = stage
            doc["units"] = {k: rng.sample(["A", "B"], rng.choice([1, 2])) for k, s in
                            doc["scores"].items() if s[0] == "level" and rng.random() < 0.5}
            audit.write(folder, f"{year}-{stage}.yaml", inst, doc)
        want.append(stage_year(inst, docs))
        for one in want[-1]["changes"]:
            if one.pop("lowered"):
                lowered.setdefault(one["id"], []).append(year)
    got = audit.json(folder / "in", "stages", ".", *words)
    again = [{"id": key, "years": found, "of": len(years)} for key, found in lowered.items()
             if len(found) > 1]
    order = [c.id for c in inst.parts.values()]
    again.sort(key=lambda one: order.index(one["id"]))
    return 1, audit.equal({"institutions": [{"results": want, "again": again}], "single": []}, got)


def stage_year(inst, docs):
    results = [Result(inst, doc) for doc in docs]
    steps = [Comparison(a, b, False) for a, b in zip(results, results[1:])]
    all_of_it = Comparison(results[0], results[-1], False)
    out = {"year": docs[0]["year"], **ends("change", all_of_it.index), "lowered": 0, "raised": 0,
           "same": 0, "changes": [],
           "stages": [{"stage": doc["stage"], "categories": r.names(), "index": r.index_json()}
                      for doc, r in zip(docs, results)]}
    units = {}
    for key, c in inst.parts.items():
        those = [s for s in steps if key in s.parts]
        if not those:
            continue
        down = any(s.direction(key) == "fell" for s in those)
        rise = any(s.direction(key) == "rose" for s in those)
        out["lowered"] += down
        out["raised"] += rise
        if not any(s.differs[key] for s in those):
            out["same"] += 1
            continue
        names = next((d["units"][key] for d in reversed(docs) if d["units"].get(key)), [])
        worth = all_of_it.worth[key]
        out["changes"].append({
            "id": c.id, "units": names, "lowered": down, **ends("contribution", worth),
            "values": [ends("value", r.parts[key].value) if r.parts[key].known else {"value": None}
                       for r in results]})
        for name in names or [""]:
            unit = units.setdefault(name, {"unit": name or None, "lowered": 0, "raised": 0,
                                           "worth": Range(F(0))})
            unit["lowered"] += down
            unit["raised"] += rise
            unit["worth"] += worth
    out["by_unit"] = [{k: v for k, v in one.items() if k != "worth"} | ends("contribution", one["worth"])
                    for _, one in sorted(units.items(), key=lambda u: (u[1]["worth"].low, u[0]))]
    return out


# -- all


def every(audit, rng, folder):
    """Every command and format over an instrument of any shape ends with an answer or an error."""
    inst, words = audit.instrument(rng, folder, most=rng.choice([2, 12]))
    year = rng.randint(inst.years[0], min(inst.years[1], 2029))
    several, kinds = rng.random() < 0.4, rng.choice([[None], ["kota", "provinsi"], ["mean"]])
    for n in (0, 1):
        name = f"Instansi {n}" if several else "Instansi"
        doc = audit.burdened(rng, inst, cases.document(rng, inst, name, year=year + n), 2)
        doc["kind"] = rng.choice(kinds)
        doc["target"] = {i: F(inst.parts[i].scale.high) for i in doc["effort"]
                         if doc["scores"].get(i, ("",))[0] == "level"}
        doc["units"] = {i: ["A"] for i in doc["target"]}
        doc["stage"] = rng.choice(STAGES)
        audit.write(folder, f"{n}.yaml", inst, doc)
    one, two = ["1.yaml"], ["0.yaml", "1.yaml"]
    commands = {"compute": (two, ["--details"]), "diff": (two, ["--by", "unit"]), "trend": (two, []),
                "rank": (two, []), "explain": (one, []), "whatif": (one, ["--set", "1=1"]),
                "plan": (one, ["--assume", "low", "--budget", "3"]), "check": (two, []),
                "report": (two, []), "certainty": (one, []), "targets": (one, []),
                "peers": (["1.yaml", "."], []), "stages": (two, []), "worksheet": (one, []),
                "init": (["--from", "1.yaml"], []), "instruments": ([inst.id], [])}
    out = []
    for command, (files, options) in commands.items():
        form = rng.choice({"report": ["html", "markdown"], "worksheet": ["xlsx"], "init": ["yaml"],
                           "check": ["text", "json", "sarif", "junit", "github"],
                           "instruments": ["text", "json", "markdown"]}.get(
                               command, ["text", "json", "csv", "markdown", "xlsx"]))
        more = ["-o", "out.xlsx"] if form == "xlsx" else [] if form == "yaml" else ["--format", form]
        try:
            audit.run(folder / "in", command, *files, *options, *words, *more, "--lang",
                      rng.choice(["en", "id"]), statuses=(0, 1, 2))
        except RuntimeError as error:
            out.append(f"{command} {' '.join(more)}: {error}")
    return len(commands), out
