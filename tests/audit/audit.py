#!/usr/bin/env python3
"""Compares the program with a calculator of its own over random cases; see README.md."""
import argparse
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

try:
    import yaml  # noqa: F401
except ImportError:
    print("PyYAML is not installed")
    sys.exit(77)
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import cases  # noqa: E402
import passages  # noqa: E402
import people  # noqa: E402
import plans  # noqa: E402
from definition import Instrument  # noqa: E402
from exact import F  # noqa: E402
from reckon import Comparison, Range, Result, compute_json, decimal, places_needed, printed, rounded, shown, text2  # noqa: E402


class Audit:
    def __init__(self, args):
        self.program, self.seed, self.keep = os.path.abspath(args.program), args.seed, args.keep
        root = pathlib.Path(args.data)
        self.builtin = [Instrument(p) for p in sorted((root / "instruments").glob("*.yaml"))]
        self.spbe = next(i for i in self.builtin if i.id == "permenpanrb-59-2020")
        self.findings, self.done = 0, {}

    def run(self, folder, *words, statuses=(0,)):
        got = subprocess.run([self.program, *words, "-q"], cwd=folder, capture_output=True,
                             text=True, timeout=120, check=False)
        if got.returncode not in statuses:
            raise RuntimeError(f"status {got.returncode}: {got.stderr.strip()[:400]}")
        return got.stdout

    @staticmethod
    def parse(text):
        return json.loads(text)

    def json(self, folder, *words, **more):
        return json.loads(self.run(folder, *words, "--format", "json", **more))

    def equal(self, want, got, path=""):
        """Where the two differ; of an object only what is wanted is compared."""
        if isinstance(want, dict):
            if not isinstance(got, dict):
                return [f"{path}: {got!r} is no object"]
            out = [f"{path}: rounded names {key}, which is not there"
                   for key in got.get("rounded", []) if key not in got]
            for key, value in want.items():
                if key not in got:
                    out.append(f"{path}/{key} is absent")
                    continue
                out += self.equal(value, got[key], f"{path}/{key}")
                numbers = value if isinstance(value, list) else [value]
                if numbers and all(isinstance(n, F) for n in numbers):
                    cut = any(places_needed(n) is None for n in numbers)
                    if cut != (key in got.get("rounded", [])):
                        out.append(f"{path}/{key}: rounded says {got.get('rounded')}")
            return out
        if isinstance(want, list):
            if not isinstance(got, list) or len(want) != len(got):
                return [f"{path}: {want} against {got}"[:300]]
            return [line for n, (a, b) in enumerate(zip(want, got))
                    for line in self.equal(a, b, f"{path}/{n}")]
        want = decimal(want) if isinstance(want, F) else want
        return [] if want == got else [f"{path}: {want!r} is right, {got!r} is told"]

    def tell(self, name, seed, folder, lines):
        self.findings += 1
        print(f"{name}, seed {seed}:")
        for line in lines[:6]:
            print("   ", line)
        if self.keep:
            to = pathlib.Path(self.keep) / f"{name}-{seed}"
            shutil.copytree(folder, to, dirs_exist_ok=True)
            print("    kept in", to)
        sys.stdout.flush()

    # -- what a round of each command does; returns (cases, lines of findings)

    def instrument(self, rng, folder, **more):
        """A built-in one, or one of the round's own; and the words that name it."""
        if rng.random() < 0.6 and not more:
            return rng.choice(self.builtin + [self.spbe] * 2), []
        path = folder / "instrument.yml"
        path.write_text(cases.own_instrument(rng, "own", **more))
        return Instrument(path), ["--instrument", "../instrument.yml"]

    def write(self, folder, name, inst, doc):
        (folder / "in").mkdir(exist_ok=True)
        (folder / "in" / name).write_text(cases.emit(inst, doc))
        return name

    def compute(self, rng, folder):
        inst, words = self.instrument(rng, folder)
        docs = [cases.document(rng, inst, f"Instansi {n}") for n in range(25)]
        for n, doc in enumerate(docs):
            self.write(folder, f"{n:03}.yaml", inst, doc)
        basis = rng.choice([None, None, "exact", "shown"])
        more = [] if basis is None else ["--category-by", basis]
        text = self.run(folder / "in", "compute", ".", "--details", "--format", "jsonl", *words,
                        *more)
        rows, out = text.splitlines(), []
        if len(rows) != len(docs):
            return len(docs), [f"{len(rows)} rows for {len(docs)} files"]
        for n, (doc, row) in enumerate(zip(docs, rows)):
            result = Result(inst, doc, basis)
            out += [f"{n:03}.yaml {line}" for line in
                    self.equal(compute_json(result), json.loads(row))]
        return len(docs), out

    def diff(self, rng, folder):
        inst, words = self.instrument(rng, folder)
        same = rng.random() < 0.3
        a = cases.document(rng, inst, "Instansi")
        b = cases.document(rng, inst, "Instansi", year=a["year"] if same else None)
        if rng.random() < 0.5:  # a few levels changed
            b["scores"] = dict(a["scores"])
            b["published"] = dict(a["published"]) if rng.random() < 0.5 else {}
            for key in rng.sample(inst.indicators, min(3, len(inst.indicators))):
                if key in b["scores"]:
                    b["scores"][key] = ("level", cases.level_of(rng, inst.parts[key].scale))
        for name, doc in (("a.yaml", a), ("b.yaml", b)):
            self.write(folder, name, inst, doc)
        got = self.json(folder / "in", "diff", "a.yaml", "b.yaml", *words)
        compared = Comparison(Result(inst, a), Result(inst, b), a["year"] == b["year"])
        return 1, self.equal(compared.json(), got)

    def trend(self, rng, folder):
        inst, words = self.instrument(rng, folder)
        first = max(inst.years[0], 2018)
        years = [y for y in range(first, min(inst.years[1], first + 6) + 1)]
        years = sorted(rng.sample(years, min(len(years), rng.randint(2, 4))))
        docs = [cases.document(rng, inst, "Instansi", year=y) for y in years]
        for doc in docs:
            self.write(folder, f"{doc['year']}.yaml", inst, doc)
        got = self.json(folder / "in", "trend", ".", *words)
        results = [Result(inst, doc) for doc in docs]
        want = {"results": [{"year": r.doc["year"], "index": r.index_json(), "category": r.known(),
                           "categories": r.names(), "scored": r.scored} for r in results]}
        span = got["institutions"][0]["spans"][0]
        out = []
        compared = Comparison(results[0], results[-1], False) if len(docs) > 1 else None
        if compared:
            want |= {k: v for k, v in compared.json().items() if k.startswith("change")
                     and k != "changes"}
        told = {one["id"]: one for one in span["components"]}
        for key in inst.roots:
            if any(r.parts[key].known for r in results) and \
                    inst.parts[key].kind == "domain" and inst.parts[key].id not in told:
                out.append(f"{key} is known and not told")
        for key, c in inst.parts.items():
            if c.id not in told:
                continue
            one = {"values": [{"year": r.doc["year"], "shown": text2(shown(r.parts[key].value)),
                               "low": r.parts[key].value.low, "high": r.parts[key].value.high}
                              for r in results if r.parts[key].known]}
            if compared and not results[0].parts[key].covered | results[-1].parts[key].covered:
                for name, r in (("change", compared.own[key]),
                                ("contribution", compared.worth[key])):
                    one |= {name: r.low if r.exact else None, name + "_low": r.low,
                            name + "_high": r.high}
            out += self.equal(one, told[c.id], c.id)
        return 1, out + self.equal(want, span)

    def rank(self, rng, folder):
        inst, words = self.instrument(rng, folder)
        year = rng.randint(inst.years[0], min(inst.years[1], 2030))
        docs = [cases.document(rng, inst, f"Instansi {n}", year=year)
                for n in range(rng.randint(1, 12))]
        if len(docs) > 2 and rng.random() < 0.5:
            docs[1] = dict(docs[0], institution="Instansi 1")
        for n, doc in enumerate(docs):
            self.write(folder, f"{n:03}.yaml", inst, doc)
        got = self.json(folder / "in", "rank", ".", *words)["groups"][0]
        rows = sorted(((Result(inst, d), d["institution"]) for d in docs),
                      key=lambda r: (-r[0].index.low, r[1]))
        want = {"institution_count": len(docs), "rows": []}
        indices = [r.index for r, _ in rows]
        for r, name in rows:
            i = r.index
            sure = sum(o.low >= i.high if i.open else o.low > i.high for o in indices)
            others = [o for q, o in zip(rows, indices) if q[1] != name]
            maybe = sum(o.high > i.low for o in others)
            want["rows"].append({
                "rank": 1 + sum(o.low > i.low for o in indices), "rank_best": 1 + sure,
                "rank_worst": 1 + maybe, "institution": name, "category": r.known(),
                "categories": r.names(),
                "index": {k: v for k, v in r.index_json().items() if k != "possible"},
                "components": {inst.parts[k].id: text2(shown(r.parts[k].value))
                               for k in inst.roots}})
        total = sum(indices, Range(F(0))).times(F(1, len(docs)))
        low = sorted((r.low, True) for r in indices)
        high = sorted((r.high, not r.open) for r in indices)

        def of(a, b):
            return Range(a[0], b[0], not b[1])

        def middle(ends):
            a, b = ends[(len(ends) - 1) // 2], ends[len(ends) // 2]
            return ((a[0] + b[0]) / 2, a[1] and b[1])

        for name, r in (("mean", total), ("lowest", of(low[0], high[0])),
                        ("highest", of(low[-1], high[-1])), ("median", of(middle(low), middle(high)))):
            want[name] = {"shown": text2(shown(r)), "exact": r.low if r.exact else None,
                          "low": r.low, "high": r.high}
        want["spread"] = [{"category": name, "institution_count": sum(
            r.known() == name for r, _ in rows)} for name, _ in reversed(inst.categories)]
        want["uncertain"] = sum(r.known() is None for r, _ in rows)
        return 1, self.equal(want, got)

    def burdened(self, rng, inst, doc, most=5):
        """Gives the document obstacles and efforts."""
        for n in range(rng.randint(0, most)):
            holds = rng.sample(inst.indicators, rng.randint(1, min(4, len(inst.indicators))))
            holds.sort(key=inst.indicators.index)
            scale = inst.parts[holds[0]].scale
            doc["obstacles"].append({"id": f"o{n}", "holds": holds,
                                     "at": F(rng.randint(scale.low, scale.high)),
                                     "effort": F(rng.randint(0, 8), rng.choice([1, 2]))})
        for key in inst.indicators:
            if rng.random() < 0.6:
                doc["effort"][key] = [F(rng.randint(0, 12), rng.choice([1, 1, 2, 3]))
                                      for _ in range(rng.randint(1, 3))]
        return doc

    def explain(self, rng, folder):
        inst, words = self.instrument(rng, folder)
        doc = self.burdened(rng, inst, cases.document(rng, inst, "Instansi"), rng.choice([0, 4]))
        self.write(folder, "a.yaml", inst, doc)
        got = self.json(folder / "in", "explain", "a.yaml", *words)
        result = Result(inst, doc)
        want = {"index": result.index_json(), "categories": result.names(), "components": []}
        for key, c in inst.parts.items():
            part = result.parts[key]
            worth = part.value.times(c.worth * 100)
            want["components"].append({
                "id": c.id, "weight": c.weight, "published": part.published,
                "known": not part.covered and (part.scored == part.of or part.published),
                "sum_low": worth.low, "sum_high": worth.high,
                "low": part.value.low, "high": part.value.high})
        out = self.equal(want, got)
        if all(s.whole for s in inst.scales.values()):
            out += self.equal(self.barriers(inst, doc), got["barriers"], "/barriers")
        return 1, out

    def barriers(self, inst, doc):
        """Of each obstacle, or each indicator that others wait for: the ceiling while it stands."""
        known = {k: s[1] for k, s in doc["scores"].items() if s[0] == "level"
                 and inst.parts[k].kind == "indicator"}
        now = {i: known.get(i, F(inst.parts[i].scale.low)) for i in inst.indicators}
        task = plans.Task.__new__(plans.Task)
        task.inst, task.doc, task.now, task.memo, task.ladders = inst, doc, now, {}, {}
        task.rules = [(n, r, t, {k: v for k, v in needs.items() if k in known}, e)
                      for n, r, t, needs, e in inst.rules_of(inst.edition_for_plan(doc["year"]))]
        if doc["obstacles"]:
            stops = [("obstacle", o["id"]) for o in doc["obstacles"]]
        else:
            stops = sorted({(k, v) for _, _, _, needs, _ in task.rules for k, v in needs.items()
                            if now[k] < v}, key=lambda g: (inst.indicators.index(g[0]), g[1]))
        circle = plans.Task.earliest

        def tops(shut):
            task.max_rise, task.years, task.memo = None, 1, {}
            task.keep = {name for kind, name in shut if kind == "obstacle"}
            gates = [(k, v) for k, v in shut if k != "obstacle"]
            for key, level in gates:  # at or above the awaited level nothing goes
                for rung in task.ladder(key)[1:]:
                    if rung >= level:
                        task.memo[key, rung] = plans.NEVER
            return {i: max(v for v in task.ladder(i) if circle(task, i, v) <= 1)
                    for i in inst.indicators}

        def index(levels):
            return sum(levels[i] * inst.parts[i].worth for i in inst.indicators)

        def own(stop, levels):
            """What the gate's own rise from the awaited level on adds."""
            if stop[0] == "obstacle":
                return F(0)
            ladder, top = task.ladder(stop[0]), levels[stop[0]]
            before = max(v for v in ladder if v < stop[1])
            return max(F(0), top - before) * inst.parts[stop[0]].worth

        free, none = tops([]), tops(stops)
        # What can never rise, obstacle or not, is held by nothing.
        out = []
        for stop in stops:
            here, alone = tops([stop]), tops([s for s in stops if s != stop])
            holds, first = [], F(0)
            for i in inst.indicators:
                step = next((v for v in task.ladder(i) if v > here[i]), None)
                if step is None or free[i] < step or (i == stop[0] and step >= stop[1]):
                    continue
                holds.append(i)
                first += (step - here[i]) * inst.parts[i].worth
            one = {"ceiling": index(here), "worth": index(free) - index(here) - own(stop, free),
                   "first_levels": first, "holds": [inst.parts[i].id for i in holds],
                   "alone": index(alone) - index(none) - own(stop, alone)}
            if stop[0] == "obstacle":
                one |= {"kind": "obstacle", "id": stop[1]}
            elif not holds:
                continue
            else:
                one |= {"kind": "prerequisite", "id": inst.parts[stop[0]].id, "level": stop[1],
                        "contribution": (stop[1] - now[stop[0]]) * inst.parts[stop[0]].worth}
            out.append(one)
        if not doc["obstacles"]:
            out.sort(key=lambda one: one["ceiling"])
        return out

    def whatif(self, rng, folder):
        inst, words = self.instrument(rng, folder)
        doc = self.burdened(rng, inst, cases.document(rng, inst, "Instansi"))
        free = [i for i in inst.indicators if all(
            doc["scores"].get(k, ("",))[0] != "printed" for k, c in inst.parts.items()
            if inst.within(i, k))]
        if not free:
            return 0, []
        self.write(folder, "a.yaml", inst, doc)
        after = dict(doc, scores=dict(doc["scores"]))
        chosen = rng.sample(free, min(len(free), rng.randint(1, 4)))
        for i in chosen:
            scale = inst.parts[i].scale
            after["scores"][i] = ("level", F(rng.randint(scale.low, scale.high)))
        change = ",".join(f"{i}={after['scores'][i][1]}" for i in chosen)
        got = self.json(folder / "in", "whatif", "a.yaml", "--set", change, *words)
        a, b = Result(inst, doc), Result(inst, after)
        want = Comparison(a, b, True).json()
        old = {k: s[1] for k, s in doc["scores"].items() if s[0] == "level"}
        new = {k: s[1] for k, s in after["scores"].items() if s[0] == "level"}
        want["breaks"] = []
        for name, raised, to, needs, _ in inst.rules_of(inst.edition_for_plan(doc["year"])):
            for i in sorted(raised, key=inst.indicators.index):
                if new.get(i, F(-1)) < to:
                    continue
                unmet = {k: v for k, v in needs.items() if k in new and new[k] < v}
                was = {k for k, v in needs.items() if k in old and old[k] < v
                       and old.get(i, F(-1)) >= to}
                rose = i in old and new[i] > old[i]
                fresh = [(k, v) for k, v in unmet.items() if rose or k not in was]
                if fresh:
                    want["breaks"].append({"id": inst.parts[i].id, "rule": name, "to": to, "needs": [
                        {"id": inst.parts[k].id, "level": v} for k, v in fresh]})
        want["exceeds"] = []
        for o in doc["obstacles"]:
            above = [i for i in o["holds"] if i in new and new[i] > o["at"]
                     and (i not in old or new[i] > old[i])]
            if above:
                want["exceeds"].append({"obstacle": o["id"], "at": o["at"],
                                        "indicators": [inst.parts[i].id for i in above]})
        return 1, self.equal(want, got)

    def plan(self, rng, folder):
        inst, words = self.instrument(rng, folder, most=5, levels=rng.randint(1, 3))
        doc = cases.document(rng, inst, "Instansi", full=True)
        for i in inst.indicators:  # room to rise
            scale = inst.parts[i].scale
            if rng.random() < 0.7:
                doc["scores"][i] = ("level", F(scale.low))
        self.burdened(rng, inst, doc, 3)
        self.write(folder, "a.yaml", inst, doc)
        rules = inst.rules_of(inst.edition_for_plan(doc["year"]))
        keep = rng.sample(inst.indicators, rng.choice([0, 0, 1]))
        more = ["--keep", ",".join(keep)] if keep else []
        rise, years = rng.choice([None, 1, 2]), rng.choice([1, 1, 2, 3])
        more += ["--max-rise", str(rise)] if rise else []
        more += ["--years", str(years)] if years > 1 else []
        task = plans.Task(inst, doc, rules, keep, rise, years)
        top = sum(inst.parts[i].scale.high * inst.parts[i].worth for i in inst.indicators)
        low = task.worth(task.now)
        target = budget = None
        if rng.random() < 0.7:
            target = min(top, low + (top - low) * F(rng.randint(1, 100), 100))
            target = F(int(target * 100), 100)
            if target <= low:
                return 0, []
            more += ["--target", decimal(target)]
        if target is None or rng.random() < 0.3:
            budget = F(rng.randint(0, 40), rng.choice([1, 2]))
            more += ["--budget", decimal(budget)]
        if rng.random() < 0.3:
            return 1, [f"{' '.join(more)} --curve: {line}" for line in
                       self.curve(folder, inst, task, words + more, target, budget)]
        got = self.json(folder / "in", "plan", "a.yaml", *words, *more, statuses=(0, 1))
        (reached, effort, index, count), highest = task.best(target, budget)
        out = self.equal({"reached": reached, "optimal": True, "effort": F(effort), "to_index": index,
                          "highest_index": highest}, got)
        ids = {inst.parts[i].id: i for i in inst.indicators}
        told = sum(1 if s["kind"] == "obstacle" else sum(
            v > F(s["from"]) for v in task.steps(ids[s["id"]], F(s["to"]))) for s in got["steps"])
        if told != count:
            out.append(f"{told} levels and removals, {count} are enough")
        wrong = task.replay(got["steps"], doc["year"])
        if wrong:
            out.append(wrong)
        return 1, [f"{' '.join(more)}: {line}" for line in out]

    def curve(self, folder, inst, task, words, target, budget):
        """The points of `plan --curve` against the ends that no other beats."""
        got = self.json(folder / "in", "plan", "a.yaml", "--curve", *words, statuses=(0, 1))
        ends = task.frontier()

        def points(last, most):
            wanted, told = task.worth(task.now), []
            while True:
                effort, index = next(e for e in ends if e[1] >= wanted)
                if most is not None and effort > most:
                    return told
                told.append((effort, index))
                if index >= last:
                    return told
                wanted = min(rounded(index, 2) + F(1, 200), last)

        want = points(ends[-1][1] if target is None else min(target, ends[-1][1]), budget)
        # The bend is that of the whole curve, wherever it is cut.
        whole, best, bend = points(ends[-1][1], None), F(0), None
        for effort, index in whole[1:-1]:
            above = (index - whole[0][1]) / (whole[-1][1] - whole[0][1]) - \
                (effort - whole[0][0]) / (whole[-1][0] - whole[0][0])
            if above > best:
                best, bend = above, next((n for n, e in enumerate(want) if e[0] == effort), None)
        basis = inst.basis(task.doc["year"] + task.years)
        told = Result(inst, task.doc)
        return self.equal({"highest_index": ends[-1][1], "bend": bend, "points": [
            {"effort": F(e), "index": i, "optimal": True,
             "category": inst.categories[told.category_of(i, basis)][0]} for e, i in want]}, got)

    def wide(self, rng, folder):
        """A plan of 59/2020 in which nothing waits for anything, against all sums."""
        inst = self.spbe
        doc = cases.document(rng, inst, "Instansi", full=True)
        style = rng.choice(["few", "many", "weights", "far"])
        for i in inst.indicators:
            doc["scores"][i] = ("level", F(rng.randint(1, 3)))
            each = {"few": F(rng.randint(1, 5)), "many": F(rng.randint(1, 999)),
                    "weights": F(int(inst.parts[i].weight * 40) + rng.randint(-3, 3)),
                    "far": F(rng.choice([1, 50000, 3]))}[style]
            doc["effort"][i] = [max(F(1), each)]
        self.write(folder, "a.yaml", inst, doc)
        target = F(rng.randint(250, 420), 100)
        got = self.json(folder / "in", "plan", "a.yaml", "--rules", "none", "--target",
                        decimal(target), statuses=(0, 1))
        least = plans.cheapest(inst, doc, target)
        return 1, self.equal({"reached": least is not None, "optimal": True,
                              "effort": least if least is not None else F(got["effort"])}, got)

    def check(self, rng, folder):
        inst = rng.choice(self.builtin + [self.spbe] * 2)
        docs = []
        for n in range(15):
            doc = self.burdened(rng, inst, cases.document(rng, inst, f"Instansi {n}"), 2)
            if rng.random() < 0.3:
                names = [c for c, _ in inst.categories]
                doc["category"] = rng.choice(names)
            for key in inst.indicators:
                if rng.random() < 0.7:
                    doc["units"][key] = "Bappeda"
                if rng.random() < 0.5:
                    doc["evidence"].add(key)
            if rng.random() < 0.5:
                doc["units"] = {}
            docs.append(doc)
            text = cases.emit(inst, doc)
            if "category" in doc:
                if "published:\n" in text:
                    text = text.replace("published:\n", f"published:\n  category: {doc['category']}\n")
                else:
                    text += f"published: {{category: {doc['category']}}}\n"
            (folder / "in").mkdir(exist_ok=True)
            (folder / "in" / f"{n:03}.yaml").write_text(text)
        gate = rng.choice([None, "min-index", "complete", "min-category"])
        words, value = ["--enable", "evidence-missing"], None
        if gate == "min-index":
            value = F(rng.randint(150, 400), 100)
            words += ["--min-index", decimal(value)]
        elif gate == "complete":
            words += ["--complete"]
        elif gate == "min-category":
            value = rng.randrange(len(inst.categories))
            words += ["--min-category", inst.categories[value][0]]
        got = self.json(folder / "in", "check", ".", *words, statuses=(0, 1))
        told = {}
        for one in got["findings"]:
            told.setdefault(one["file"], []).append(
                (one["rule"], tuple(one.get("indicators") or ())))
        out = []
        for n, doc in enumerate(docs):
            name = f"{n:03}.yaml"
            want = sorted(self.rules(inst, doc, gate, value))
            have = sorted(one for one in told.get(name, told.get("./" + name, []))
                          if one[0] in KNOWN_RULES)
            if want != have:
                out.append(f"{name}: only right {[x for x in want if x not in have]}, "
                           f"only told {[x for x in have if x not in want]}")
        return len(docs), out

    def rules(self, inst, doc, gate, value):
        """The findings that are due: rule and indicators."""
        r, scores = Result(inst, doc), doc["scores"]

        def ids(keys):
            return tuple(inst.parts[k].id for k in sorted(keys, key=inst.indicators.index))

        def under(key):
            return ids(inst.parts[key].leaves)

        level = {k: s[1] for k, s in scores.items() if s[0] == "level"}
        out = []
        for key, (v, places) in doc["published"].items():
            here = r.index if key == "index" else r.parts[key].value
            if key in r.contradicted or here.meet(printed(v, places)) is None:
                kind = "index" if key == "index" else inst.parts[key].kind
                out.append((f"published-{kind}", () if key == "index" else under(key)))
        out += [("published-impossible", under(k)) for k in r.impossible]
        for key, s in scores.items():
            if s[0] != "printed":
                continue
            if printed(s[1], s[2]).meet(r.scale_range(key)) is None:
                out.append(("published-below-scale", ()))
            elif key in r.tolerated:
                out.append(("published-below-scale", under(key)))
        if "category" in doc and doc["category"] not in r.names():
            out.append(("published-category", ()))
        if r.missing:
            out.append(("level-missing", ids(r.missing)))
        for key, v in level.items():
            if v < inst.parts[key].scale.low:
                out.append(("level-outside-regulation", ids([key])))
        if r.categories != r.other_basis:
            out.append(("category-basis", ()))
        for o in doc["obstacles"]:
            above = [i for i in o["holds"] if i in level and level[i] > o["at"]]
            if above:
                out.append(("obstacle-exceeded", tuple(inst.parts[i].id for i in above)))
            if all(o["at"] >= inst.parts[i].scale.high for i in o["holds"]):
                out.append(("obstacle-idle", tuple(inst.parts[i].id for i in o["holds"])))
        for _, raised, to, needs, _ in inst.rules_of(inst.edition_in(doc["year"])):
            for k, least in needs.items():
                broken = [i for i in raised if level.get(i, F(-1)) >= to
                          and k in level and level[k] < least]
                if broken:
                    out.append(("prerequisite", ids(broken)))
        units = [k for k in doc["units"] if k in level]
        if units:
            without = [k for k in level if k not in doc["units"]]
            if without:
                out.append(("unit-missing", ids(without)))
        bare = [k for k in level if level[k] > inst.parts[k].scale.low and k not in doc["evidence"]]
        if bare:
            out.append(("evidence-missing", ids(bare)))
        if gate == "min-index" and r.index.low < value:
            out.append(("min-index", ()))
        if gate == "min-category" and r.categories[0] < value:
            out.append(("min-category", ()))
        if gate == "complete" and len(level) < len(inst.indicators):
            lacking = ids(i for i in inst.indicators if i not in level)
            out = [one for one in out if one != ("level-missing", lacking)]  # said once
            out.append(("complete", lacking))
        return out

    def falls(self, rng, folder):
        """What `check` says of two years: falls, with and without a note, and the gates on them."""
        inst = self.spbe
        year = rng.randint(2021, 2024)
        a = cases.document(rng, inst, "Instansi", year=year)
        b = cases.document(rng, inst, "Instansi", year=year + 1)
        b["notes"] = {i for i in inst.indicators if rng.random() < 0.5}
        self.write(folder, "a.yaml", inst, a)
        self.write(folder, "b.yaml", inst, b)
        most = F(rng.randint(0, 60), 100)
        gate = rng.choice([["--no-fall"], ["--max-fall", decimal(most)]])
        got = self.json(folder / "in", "check", "b.yaml", "--previous", "a.yaml", *gate,
                        statuses=(0, 1))
        by = Result(inst, a).index.minus(Result(inst, b).index)
        want = []
        for i in inst.indicators:
            old, new = a["scores"].get(i), b["scores"].get(i)
            if old and new and new[1] < old[1] and i not in b["notes"]:
                want.append(("fell-without-note", (inst.parts[i].id,)))
        if by.high > (0 if gate[0] == "--no-fall" else most):
            want.append((gate[0][2:], ()))
        have = [(one["rule"], tuple(one.get("indicators") or ())) for one in got["findings"]
                if one["rule"] in ("fell-without-note", "no-fall", "max-fall")]
        return 1, [] if sorted(want) == sorted(have) else [f"{want} against {have}"]

    imports, instruments, report = passages.imports, passages.instruments, passages.report
    certainty, targets, peers = people.certainty, people.targets, people.peers
    stages, every = people.stages, people.every


KNOWN_RULES = {"published-index", "published-domain", "published-aspect", "published-impossible",
               "published-below-scale", "published-category", "level-missing",
               "level-outside-regulation", "category-basis", "obstacle-exceeded", "obstacle-idle",
               "prerequisite", "unit-missing", "evidence-missing", "min-index", "min-category",
               "complete"}
# How many rounds of each go into a lap.
LAP = (("compute", 6), ("check", 3), ("diff", 8), ("trend", 4), ("rank", 4), ("explain", 6),
       ("whatif", 6), ("plan", 10), ("falls", 3), ("wide", 1), ("imports", 2), ("instruments", 2), ("report", 4),
       ("certainty", 3), ("targets", 4), ("peers", 3), ("stages", 3), ("every", 1))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default="build/dev/spbe-index")
    parser.add_argument("--data", default=str(pathlib.Path(__file__).absolute().parents[2] / "data"))
    parser.add_argument("--cases", type=int, default=300, help="least number of cases")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="commands, with commas between")
    parser.add_argument("--keep", help="folder for the files of what was found")
    args = parser.parse_args()
    audit, rounds = Audit(args), 0
    total, last, only = 0, 0, [w for w in args.only.split(",") if w]
    while total < args.cases:
        if total - last >= 5000:
            last = total
            print(f"{total} cases, {audit.findings} findings so far", file=sys.stderr, flush=True)
        for name, times in LAP:
            if only and name not in only:
                continue
            for _ in range(times):
                rounds += 1
                seed = f"{args.seed}.{rounds}"
                with tempfile.TemporaryDirectory() as folder:
                    folder = pathlib.Path(folder)
                    try:
                        count, lines = getattr(audit, name)(random.Random(f"{name}.{seed}"), folder)
                    except (RuntimeError, subprocess.TimeoutExpired) as error:
                        count, lines = 1, [str(error)]
                    if lines:
                        audit.tell(name, seed, folder, lines)
                total += count
                audit.done[name] = audit.done.get(name, 0) + count
    told = ", ".join(f"{name} {count}" for name, count in audit.done.items())
    print(f"{total} cases ({told}): {audit.findings} findings")
    return 1 if audit.findings else 0


if __name__ == "__main__":
    sys.exit(main())
