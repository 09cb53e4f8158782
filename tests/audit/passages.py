"""Rounds over the commands that pass numbers on: import, instruments, report."""
import csv
import io
import re

import cases
from exact import F
from reckon import Comparison, Result, below, compute_json, decimal, rounded, shown, text2


def table_of(inst, docs):
    """The documents as a table with a row each; columns by number, code or slug."""
    columns = list(inst.parts)
    text = io.StringIO()
    out = csv.writer(text)
    out.writerow(["institution", "year", "instrument", "index", *columns])
    for doc in docs:
        cells = {}
        for key, score in doc["scores"].items():
            cells[key] = cases.number(score[1]) if score[0] == "level" else \
                cases.with_places(score[1], score[2])
        index = doc["published"].get("index")
        out.writerow([doc["institution"], doc["year"], inst.id,
                      cases.with_places(*index) if index else "",
                      *(cells.get(key, "") for key in columns)])
    return text.getvalue()


def imports(audit, rng, folder):
    """What is computed of an imported table is what was in it."""
    inst, words = audit.instrument(rng, folder)
    docs = [cases.document(rng, inst, f"Instansi {n:02}") for n in range(12)]
    for doc in docs:  # a table has no column for published domains
        doc["published"] = {k: v for k, v in doc["published"].items() if k == "index"}
    docs = [doc for doc in docs if doc["scores"]]
    if not docs:
        return 0, []
    (folder / "in").mkdir()
    (folder / "in" / "table.csv").write_text(table_of(inst, docs))
    audit.run(folder / "in", "import", "table.csv", "--out", "made", *words)
    text = audit.run(folder / "in", "compute", "made", "--details", "--format", "jsonl", *words)
    told = {row["institution"]: row for row in map(audit.parse, text.splitlines())}
    out = [] if len(told) == len(docs) else [f"{len(told)} of {len(docs)} rows"]
    for doc in docs:
        name = doc["institution"]
        if name in told:
            out += [f"{name} {line}" for line in
                    audit.equal(compute_json(Result(inst, doc)), told[name])]
    return len(docs), out


def instruments(audit, rng, folder):
    """A definition as it is shown: its weights are exact, 10/3 where decimals do not end."""
    inst, words = audit.instrument(rng, folder)
    (folder / "in").mkdir()
    got = audit.json(folder / "in", "instruments", inst.id, *words)
    scales = [{"id": name, "lowest_level": str(s.low), "highest_level": str(s.high), "whole": s.whole,
               "tolerated": [str(level) for level in s.tolerated]} for name, s in inst.scales.items()]
    parts = [{"id": c.id, "key": c.key, "kind": c.kind, "weight": cases.number(c.weight),
              "parent": None if c.parent is None else inst.parts[c.parent].id}
             for c in inst.parts.values()]
    return 1, audit.equal({"id": inst.id, "indicator_count": len(inst.indicators), "scales": scales,
                           "categories": [{"name": n, "minimum": cases.number(f)} for n, f in inst.categories],
                           "components": parts}, got)


def range_of(r, signed=False):
    """Two decimals, or both ends."""
    def text(value):
        return ("+" if signed and value > 0 else "") + text2(value)
    one = rounded(r.low, 2)
    other = below(r.high, 2) if r.open and not r.exact else rounded(r.high, 2)
    return text(one) if one == other else \
        text(one) + (".." if signed else "–") + text(other)


def rows_of(page, heading, column):
    """The first table with that column below a heading: name without its mark, and the cells by column."""
    lines = page[page.index("## " + heading):].splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("|") and f" {column} " in line)
    head = [cell.strip() for cell in lines[start].strip("|").split("|")]
    rows = []
    for line in lines[start + 2:]:
        if not line.startswith("|"):
            break
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        rows.append((re.sub(r"\*\*|&emsp;", "", cells[0]).strip(),
                     dict(zip(head[1:], cells[1:]))))
    return rows


def ends_of(text):
    """A range as it is told; small changes have more than two decimals."""
    ends = [rounded(F(end.replace("+", "")), 2) for end in re.split(r"–|\.\.", text)]
    return ends[0], ends[-1]


def differences(name, want, cells):
    out = []
    for column, value in want.items():
        have = "0.00" if cells[column] == "·" else cells[column]
        if have == value or have in ("-", "?"):
            continue
        if column != "Change" or ends_of(have) != ends_of(value):
            out.append(f"{name}, {column}: {value} is right, {have} is told")
    return out


def report(audit, rng, folder):
    """The table of results in the report of two years, and its first sentence."""
    inst = rng.choice(audit.builtin + [audit.spbe] * 2)
    last = min(inst.years[1], 2030)
    year = rng.randint(max(inst.years[0], 2019), last - 1)
    docs = [cases.document(rng, inst, "Instansi", year=year + n) for n in (0, 1)]
    for doc in docs:
        audit.write(folder, f"{doc['year']}.yaml", inst, doc)
    page = audit.run(folder / "in", "report", f"{year}.yaml", f"{year + 1}.yaml", "--format",
                     "markdown", "--lang", "en")
    a, b = (Result(inst, doc) for doc in docs)
    moved, out = Comparison(a, b, False), []
    said = page[page.index("## Executive summary"):]
    said = said[:said.index("\n#")]
    names = b.names()
    gap = b.categories[-1] - b.categories[0] >= len(names)
    told = f"{names[0]}–{names[-1]}" if len(names) > 2 and not gap else " / ".join(names)
    for what in (range_of(b.index), told):
        if what not in said:
            out.append(f"{what} is not in the summary")
    rows = rows_of(page, "Index, domains and aspects", "Weight")
    told = {name.split(" ")[0]: cells for name, cells in rows}
    for key, c in inst.parts.items():
        if c.kind == "indicator":
            continue
        now, then = b.parts[key], a.parts[key]
        if c.id not in told:
            if now.known:
                out.append(f"{c.id} is known and not told")
            continue
        want = {"Weight": decimal(c.weight) + "%", f"Result {year + 1}": range_of(now.value),
                str(year): range_of(then.value), "Change": range_of(moved.own[key], True)}
        out += differences(c.id, want, told[c.id])
    want = {f"Result {year + 1}": range_of(b.index), str(year): range_of(a.index),
            "Change": range_of(moved.index, True)}
    out += differences("index", want, rows[-1][1])
    return 1, out
