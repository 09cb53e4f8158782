"""Planning problems that are hard on purpose: efforts that grow with the weights, nearly equal ones,
lists, up to 60 obstacles, budgets, five years; of 59/2020 and of 8/2026 with levels in between."""
import random
import sys
from os.path import abspath, dirname, join

sys.path.insert(0, join(dirname(abspath(__file__)), "..", "audit"))
from definition import Instrument  # noqa: E402

DATA = join(dirname(abspath(__file__)), "..", "..", "data", "instruments")
YEARS = {"permenpanrb-59-2020": 2024, "permenpanrb-8-2026": 2026}


def efforts(rng, style, weight):
    if style == "lists":
        steps = [int(weight * 10) * n + rng.randint(0, 9) for n in (1, 2, 3)]
        return "[" + ", ".join(str(max(1, step)) for step in steps) + "]"
    return str(max(1, {"weights": int(weight * 40) + rng.randint(-2, 2),
                       "alike": 50 + rng.randint(-2, 2), "many": rng.randint(1, 999),
                       "few": rng.randint(1, 5)}[style]))


def hard_plan(name, seed):
    """The file and the options."""
    rng, inst = random.Random(seed), Instrument(join(DATA, name + ".yaml"))
    style = rng.choice(["weights", "alike", "many", "lists", "few"])
    lines = ["institution: Instansi", f"year: {YEARS[name]}", "scores:"]
    for i in inst.indicators:
        level = str(rng.randint(1, 3))
        if name == "permenpanrb-8-2026" and rng.random() < 0.7:
            level = f"{rng.randint(100, 350) / 100:.2f}"
        effort = efforts(rng, style, inst.parts[i].weight)
        lines.append(f"  {i}: {{level: {level}, effort: {effort}}}")
    count = rng.choice([0, 10, 60])
    if count:
        lines.append("obstacles:")
    for n in range(count):
        holds = rng.sample(inst.indicators, rng.randint(1, 4))
        lines.append(f"  - {{id: o{n}, text: sebab, holds: [{', '.join(holds)}], "
                     f"at: {rng.randint(1, 3)}, effort: {rng.randint(1, 30)}}}")
    if rng.random() < 0.5:
        options = ["--budget", str(rng.randint(50, 2500))]
    else:
        options = ["--target", f"{rng.uniform(2.6, 4.3):.3f}"]
    if rng.random() < 0.3:
        options += ["--years", "5", "--max-rise", "1"]
    return "\n".join(lines) + "\n", options
