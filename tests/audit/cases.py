"""Random assessments and instruments, and their YAML."""
from exact import F

from reckon import decimal, rounded


def number(value):
    """A level or weight as a file may say it."""
    text = decimal(value)
    return text if "." not in text or F(text) == value else f"{value.numerator}/{value.denominator}"


def with_places(value, places):
    value = rounded(value, places)
    if places == 0:
        return str(int(value))
    whole = int(value * 10**places)
    return f"{whole // 10**places}.{whole % 10**places:0{places}d}"


def level_of(rng, scale):
    if scale.whole:
        if scale.tolerated and rng.random() < 0.02:
            return F(rng.choice(scale.tolerated))
        return F(rng.randint(scale.low, scale.high))
    return F(rng.randint(scale.low * 20, scale.high * 20), 20)


def value_of(inst, key, levels):
    c = inst.parts[key]
    return sum(levels[i] * inst.parts[i].weight for i in c.leaves) / c.weight


def printed_value(rng, inst, key, levels):
    """What might be printed for the component: mostly of some levels, now and then of none."""
    places = rng.choice([0, 1, 2, 2, 2, 2, 3, 4])
    value = rounded(value_of(inst, key, levels), places)
    if rng.random() < 0.1:
        value += F(rng.randint(-3, 3), 10**places)
    low = F(sum(inst.parts[i].weight * inst.parts[i].scale.low for i in inst.parts[key].leaves),
            1) / inst.parts[key].weight
    high = F(sum(inst.parts[i].weight * inst.parts[i].scale.high for i in inst.parts[key].leaves),
             1) / inst.parts[key].weight
    return min(max(value, rounded(low, places)), rounded(high, places)), places


def document(rng, inst, name, year=None, full=None, levels=None):
    """Scores of a random shape; the hidden levels come along."""
    year = year or rng.randint(inst.years[0], min(inst.years[1], 2030))
    levels = levels or {i: level_of(rng, inst.parts[i].scale) for i in inst.indicators}
    shape = 0 if full else rng.choice([0, 1, 2, 2, 3, 3])
    gap = rng.choice([0.02, 0.1, 0.5])
    scores, covered = {}, set()
    for key, c in inst.parts.items():
        if c.parent in covered:
            covered.add(key)
        elif c.kind == "indicator":
            if shape in (0, 2) or rng.random() > gap:
                scores[key] = ("level", levels[key])
        elif shape >= 2 and rng.random() < 0.5:
            value, places = printed_value(rng, inst, key, levels)
            scores[key] = ("printed", value, places)
            covered.add(key)
    published = {}
    if not full and rng.random() < 0.4:
        for key, c in inst.parts.items():
            if c.kind != "indicator" and rng.random() < 0.3:
                published[key] = printed_value(rng, inst, key, levels)
        if rng.random() < 0.5:
            index = sum(levels[i] * inst.parts[i].worth for i in inst.indicators)
            index += rng.choice([0, 0, 0, F(1, 100), F(-1, 100)])
            published["index"] = (rounded(max(index, F(0)), 2), 2)
    return {"institution": name, "year": year, "scores": scores, "published": published,
            "levels": levels, "obstacles": [], "effort": {}, "notes": set(), "units": {},
            "evidence": set()}


def unit_text(units):
    return f"unit: {units}" if isinstance(units, str) else f"units: [{', '.join(units)}]"


def emit(inst, doc):
    lines = [f"institution: {doc['institution']}", f"year: {doc['year']}",
             f"instrument: {inst.id}"]
    lines += [f"{key}: {doc[key]}" for key in ("kind", "province", "stage") if doc.get(key)]
    lines.append("scores:")
    for key, score in doc["scores"].items():
        if score[0] == "printed":
            lines.append(f"  {key}: {with_places(score[1], score[2])}")
            continue
        more = []
        if key in doc["effort"]:
            efforts = [number(e) for e in doc["effort"][key]]
            more.append("effort: " + (efforts[0] if len(efforts) == 1 else
                                      "[" + ", ".join(efforts) + "]"))
        if key in doc["notes"]:
            more.append("note: sebab")
        if key in doc["units"]:
            more.append(unit_text(doc["units"][key]))
        if key in doc.get("target", {}):
            more.append(f"target: {number(doc['target'][key])}")
        if key in doc.get("sure", {}):
            more.append(f"sure: {number(doc['sure'][key])}")
        if key in doc["evidence"]:
            more.append("evidence: [SK 1]")
        level = number(score[1])
        lines.append(f"  {key}: " + (f"{{level: {level}, {', '.join(more)}}}" if more else level))
    for key, target in doc.get("target", {}).items():  # of those without a level
        if key not in doc["scores"]:
            more = [f"target: {number(target)}"]
            if key in doc["units"]:
                more.append(unit_text(doc["units"][key]))
            lines.append(f"  {key}: {{{', '.join(more)}}}")
    if lines[-1] == "scores:":
        lines[-1] = "scores: {}"
    if doc["published"]:
        lines.append("published:")
        for plural, kind in (("domains", "domain"), ("aspects", "aspect")):
            some = [f"{k}: {with_places(*v)}" for k, v in doc["published"].items()
                    if k != "index" and inst.parts[k].kind == kind]
            if some:
                lines.append(f"  {plural}: {{{', '.join(some)}}}")
        if "index" in doc["published"]:
            lines.append(f"  index: {with_places(*doc['published']['index'])}")
    if doc["obstacles"]:
        lines.append("obstacles:")
        for o in doc["obstacles"]:
            lines.append(f"  - {{id: {o['id']}, text: sebab, holds: [{', '.join(o['holds'])}], "
                         f"at: {number(o['at'])}, effort: {number(o['effort'])}}}")
    return "\n".join(lines) + "\n"


def shares(rng, total, count, denominator):
    """`total` in `count` parts, multiples of 1/denominator where that goes."""
    cuts, left, out = count, total, []
    for n in range(count - 1):
        part = F(max(1, int(left * denominator / (cuts - n) * rng.choice([F(1, 2), 1, F(5, 4)]))),
                 denominator)
        if part >= left:
            part = left / 2
        out.append(part)
        left -= part
    return out + [left]


def own_instrument(rng, name, most=12, levels=None):
    """The YAML of an instrument of a random shape, weights and scales."""
    denominator = rng.choice([1, 2, 4, 3, 7, 8, 10])
    shape = rng.choice(["root", "aspects", "domains"])
    scales, bounds_of = {}, {}
    for n in range(rng.randint(1, 3)):
        low = rng.randint(0, 2)
        high = low + (levels or rng.randint(1, 4))
        bounds_of[f"s{n}"] = low, high
        scales[f"s{n}"] = f"{{levels: {low}-{high}" + (
            ", tolerated: [0]" if low > 0 and rng.random() < 0.4 else "") + "}"
    lines = [f"id: {name}", f"name: {name}", "years: 2020-2030", "scales:"]
    lines += [f"  {k}: {v}" for k, v in scales.items()]
    counter, leaves = [0], []

    def indicators(weight, count, pad):
        out = [pad + "indicators:"]
        for part in shares(rng, weight, count, denominator):
            counter[0] += 1
            scale = rng.choice(list(scales))
            leaves.append(bounds_of[scale])
            out.append(f"{pad}  {counter[0]}: {{name: i{counter[0]}, weight: '{part}', "
                       f"scale: {scale}}}")
        return out

    if shape == "root":
        lines += indicators(F(100), rng.randint(2, most), "")
    else:
        groups, aspects = rng.randint(1, 3), 0
        body = []
        for d, weight in enumerate(shares(rng, F(100), groups, denominator), 1):
            if shape == "aspects":
                body += [f"  A{d}:", f"    name: a{d}", f"    slug: aa{d}",
                         f"    weight: '{weight}'"]
                body += indicators(weight, rng.randint(1, max(1, most // groups)), "    ")
                continue
            body += [f"  D{d}:", f"    name: d{d}", f"    slug: dd{d}", f"    weight: '{weight}'",
                     "    aspects:"]
            inner = rng.randint(1, 2)
            for part in shares(rng, weight, inner, denominator):
                aspects += 1
                body += [f"      A{aspects}:", f"        name: a{aspects}",
                         f"        slug: aa{aspects}", f"        weight: '{part}'"]
                body += indicators(part, rng.randint(1, max(1, most // groups // inner)),
                                   "        ")
        lines += [shape + ":"] + body
    lines.append("categories:")
    bounds = sorted({F(rng.randint(1, 400), rng.choice([100, 100, 100, 1000]))
                     for _ in range(rng.randint(1, 4))})
    lines.append("  - {name: K0, from: '0'}")
    lines += [f"  - {{name: K{n}, from: '{number(b)}'}}" for n, b in enumerate(bounds, 1)]
    lines.append(f"category_rule: {{default: {rng.choice(['exact', 'shown'])}}}")
    if counter[0] >= 2 and rng.random() < 0.7:
        lines += ["editions:", "  e1: {name: E1, years: 2020-2030}", "prerequisites:"]
        for n in range(rng.randint(1, 4)):
            needed, raised = sorted(rng.sample(range(1, counter[0] + 1), 2))
            lines.append(f"  - {{id: r{n}, raise: [{raised}], to: {rng.randint(*leaves[raised - 1])}, "
                         f"needs: {{{needed}: {rng.randint(*leaves[needed - 1])}}}, "
                         "editions: [e1], basis: criterion}")
    return "\n".join(lines) + "\n"
