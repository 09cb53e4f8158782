#!/usr/bin/env python3
"""Text, markdown, csv and json of one command over all examples: every value in one is in the
others. formats.py PROGRAM EXAMPLES"""
import collections
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAM = str(pathlib.Path(sys.argv[1]).absolute())
EXAMPLES = pathlib.Path(sys.argv[2])
NUMBER = re.compile(r"[-+]?\d+\.\d+")
wrong, compared = [], 0
# Columns of csv, and the keys of the object that json has in their place.
INDEX = [("index", "shown"), ("index_exact", "exact"), ("index_low", "low"), ("index_high", "high")]
VALUE = [("value", "shown"), ("value_exact", "exact"), ("value_low", "low"), ("value_high", "high")]


def run(words, form):
    got = subprocess.run([PROGRAM, *map(str, words), "--format", form, "--lang", "en",
                          "--color", "never"], capture_output=True, text=True, check=False)
    if got.returncode not in (0, 1):
        sys.exit(f"formats.py: status {got.returncode}: {words}: {got.stderr[:300]}")
    return got.stdout


def same(what, one, other):
    global compared
    compared += 1
    if one != other:
        wrong.append(f"{what}: json {one!r}, csv {other!r}")


def blank(value):
    return "" if value is None else str(value)


def rows_of(words):
    return list(csv.DictReader(io.StringIO(run(words, "csv"))))


def fields(what, row, source, names):
    """Cells of csv that are keys of json, under their own name or another; also those cut."""
    cut = row["rounded"].split("|") if row["rounded"] else []
    for name in names:
        column, key = name if isinstance(name, tuple) else (name, name)
        same(f"{what} {column}", blank(source[key]), row[column])
        same(f"{what} {column} rounded", key in source.get("rounded", []), column in cut)


def compute(path):
    words = ["compute", path, "--details"]
    results = json.loads(run(words, "json"))["results"]
    for row, one in zip(rows_of(words), results, strict=True):
        what = f"compute {path.name}"
        index = one["index"]
        fields(what, row, index, INDEX)
        same(what + " index", blank(index["shown"]), row["index"])
        same(what + " categories", "|".join(one["categories"]), row["categories"])
        same(what + " category", blank(one["category"]), row["category"])
        covered = set()
        for part in one["components"]:
            if part["parent"] in covered or part["published"]:
                covered.add(part["id"])
            if part["parent"] in covered:
                continue
            if part["kind"] == "indicator":
                column = part["id"].split("-", 1)[1].lstrip("0")
                value = part["low"] if part["scored"] else ""
            else:
                column, value = part["id"], blank(part["shown"])
            if column in row:
                same(f"{what} {part['id']}", value, row[column])


def diff(old, new):
    changes(["diff", old, new], new)


def whatif(path, change):
    changes(["whatif", path, "--set", change], path)


def changes(words, new):
    one, rows = json.loads(run(words, "json")), rows_of(words)
    told = {change["id"]: change for change in one["changes"]}
    others = [row for row in rows if row["direction"] in ("added", "changed", "removed")]
    rows = [row for row in rows if row not in others]
    same(f"{words[0]} {new.name} rows", sorted(told), sorted(row["id"] for row in rows))
    for row in rows:
        change = told[row["id"]]
        fields(f"{words[0]} {new.name} {row['id']}", row, change,
               ["contribution", "contribution_low", "contribution_high"])
        for key in ("from", "from_low", "from_high", "to", "to_low", "to_high", "direction"):
            same(f"{words[0]} {new.name} {row['id']} {key}", blank(change[key]), row[key])


def trend(paths):
    words = ["trend", *paths]
    rows = {(r["institution"], r["year"], r["id"]): r for r in rows_of(words)}
    for one in json.loads(run(words, "json"))["institutions"]:
        for span in one["spans"]:
            for year in span["results"]:
                row = rows[one["institution"], str(year["year"]), "index"]
                fields("trend", row, year["index"], VALUE)
            for part in span["components"]:
                for value in part["values"]:
                    row = rows[one["institution"], str(value["year"]), part["id"]]
                    fields(f"trend {part['id']}", row, value, VALUE[:1] + VALUE[2:])


def rank(paths):
    words = ["rank", *paths]
    rows = {(r["institution"], r["instrument"]): r for r in rows_of(words)}
    for group in json.loads(run(words, "json"))["groups"]:
        for one in group["rows"]:
            row = rows[one["institution"], one["instrument"]]
            fields("rank", row, one["index"], INDEX)
            fields("rank", row, one, ["rank", "rank_best", "rank_worst", "scored"])
            same("rank categories", "|".join(one["categories"]), row["categories"])
            for name, value in one["components"].items():
                same(f"rank {name}", blank(value), row[name])


def plan(path, *more):
    words = ["plan", path, *more]
    steps, rows = json.loads(run(words, "json"))["steps"], rows_of(words)
    for row, step in zip(rows, steps, strict=True):
        fields(f"plan {path.name}", row, step,
               ["order", "year", "kind", "id", "from", "to", "effort", "contribution", "index"])


def curve(path):
    words = ["plan", path, "--curve", "--budget", "12"]
    points, rows = json.loads(run(words, "json"))["points"], rows_of(words)
    for row, point in zip(rows, points, strict=True):
        fields(f"curve {path.name}", row, point, ["effort", "index", "category"])


def interval(name, key=None):
    return [(name + end, (key or name) + end) for end in ("", "_low", "_high")]


def targets(path):
    words = ["targets", path]
    rows = iter(rows_of(words))
    for unit in json.loads(run(words, "json"))["by_unit"]:
        for one in unit["by_indicator"]:
            row, what = next(rows), f"targets {path.name} {one['id']}"
            same(what + " unit", blank(unit["unit"]), row["unit"])
            fields(what, row, one, ["id", "level", "target", "due", *interval("contribution")])
            fields(what, row, unit, interval("index_without_unit"))
            same(what + " goal", unit["goal_without_unit"], row["goal_without_unit"])
    same("targets rows", next(rows, None), None)


def certainty(path):
    words = ["certainty", path, "--down", "1/7"]
    told = json.loads(run(words, "json"))
    for row, state in zip(rows_of(words), told["distribution"], strict=True):
        what = f"certainty {path.name} {state['index_low']}"
        fields(what, row, state, interval("index"))
        same(what + " probability", state["probability"], row["probability"])
        same(what + " cut", "probability" in state.get("rounded", []), "probability" in row["rounded"])
    categories = {c["category"]: c for c in told["by_category"]}
    text = run(words, "text")
    for name, one in categories.items():
        if one["probability"] in (None, "0", "1"):
            continue
        percent = float(one["probability"]) * 100
        shown = "<0.1%" if percent < 0.1 else ">99.9%" if percent > 99.9 else f"{percent:.1f}%"
        same(f"certainty {path.name} {name} {shown}", bool(re.search(
            rf"{name} +{re.escape(shown)}", text)), True)


def peers(path, others):
    words = ["peers", path, *others]
    rows = iter(rows_of(words))
    for group in json.loads(run(words, "json"))["groups"]:
        if group["rank_of"] < 2:
            continue
        for part in [*group["components"], *group["behind"]]:
            row, what = next(rows), f"peers {path.name} {part['id']}"
            fields(what, row, part, ["id", "ahead", *interval("median"), *interval("best_tenth")])
            same(f"{what} institutions", blank(part["of"]), row["institutions"])
            if part["value"] is not None or "value_low" in part:
                fields(what, row, part, interval("value"))
    same("peers rows", next(rows, None), None)


def stages(paths):
    words = ["stages", *paths]
    rows = {(r["id"], r["to_stage"]): r for r in rows_of(words)}
    count = 0
    for year in json.loads(run(words, "json"))["institutions"][0]["results"]:
        for change in year["changes"]:
            for stage, old, new in zip(year["stages"][1:], change["values"], change["values"][1:]):
                if old == new:
                    continue
                count += 1
                row, what = rows[change["id"], stage["stage"]], f"stages {change['id']}"
                same(what + " units", "|".join(change["units"]), row["units"])
                for column, value in (("from", old), ("to", new)):
                    if value["value"] is not None:
                        fields(what, row, value, interval(column, "value"))
    same("stages rows", count, len(rows))


def next_stage(path, folder):
    """The file as the assessors might leave it: some levels lower, one higher."""
    text = path.read_text().replace("stage: mandiri", "stage: final")
    for key, old, new in (("3", 3, 2), ("8", 3, 2), ("17", 3, 1), ("43", 2, 3)):
        changed = re.sub(rf"(?m)^( +{key}: (?:{{level: )?){old}\b", rf"\g<1>{new}", text)
        same(f"stages: {key} is changed", changed != text, True)
        text = changed
    to = pathlib.Path(folder) / "final.yaml"
    to.write_text(text)
    return to


def squeezed(text):
    return "".join(text.replace("&amp;", "&").split())


def check(path, *more):
    """Every finding in every format, with its message."""
    words = ["check", path, "--min-index", "3", "--enable", "evidence-missing", *more]
    told = json.loads(run(words, "json"))
    sarif = json.loads(run(words, "sarif"))["runs"][0]["results"]
    same("check sarif", sorted(f["message"]["en"] for f in told["findings"] + told["waived"]),
         sorted(result["message"]["text"].split("\n")[0] for result in sarif))
    same("check sarif rules", sorted(f["rule"] for f in told["findings"] + told["waived"]),
         sorted(result["ruleId"] for result in sarif))
    for form in ("text", "github", "junit", "markdown"):
        page = squeezed(run(words, form))
        for finding in told["findings"]:
            same(f"check {form}: {finding['message']['en']}", squeezed(finding["message"]["en"]) in page, True)


def instruments(name):
    """The weights of the tree, and the bounds of the categories."""
    one, text = json.loads(run(["instruments", name], "json")), run(["instruments", name], "text")
    said = re.findall(r"\d+(?:[./]\d+)?", text)
    for part in one["components"]:
        weight = part["weight"]
        close = "/" in weight or float(weight) in [float(n) for n in said if "/" not in n]
        same(f"instruments {name} {part['id']} {weight}", close, True)
    for category in one["categories"]:
        bound = f"{float(category['minimum']):.2f}"
        same(f"instruments {name} {category['name']} {bound}", bound in said, True)


def explain(path):
    """The sums of the formula, and the index."""
    one, text = json.loads(run(["explain", path], "json")), run(["explain", path], "text")
    said = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)]
    for part in one["components"]:
        if not part["known"] or part["kind"] == "indicator":
            continue
        for key in ("sum_low", "low"):  # some values are told to four decimals
            near = any(abs(number - float(part[key])) < 0.00005001 for number in said)
            same(f"explain {path.name} {part['id']} {key} {part[key]}", near, True)
    same(f"explain {path.name} index", float(one["index"]["low"]) in said, True)


def report(path):
    """The numbers of the report's page and of its markdown."""
    one = json.loads(run(["compute", path], "json"))["results"][0]
    page = run(["report", path], "markdown")
    said = NUMBER.findall(re.sub(r"\(data:[^)]*\)", "", page))
    for part in one["components"]:
        if part["shown"] is not None and part["kind"] in ("domain", "aspect"):
            same(f"report {path.name} {part['id']} {part['shown']}", part["shown"] in said, True)
    if one["index"]["exact"]:
        same(f"report {path.name} index", one["index"]["shown"] in said, True)


def for_people(words):
    """Text and markdown hold the same numbers, as often."""
    global compared
    page = run(words, "markdown")
    text, marked = (collections.Counter(NUMBER.findall(said)) for said in (run(words, "text"), page))
    compared += 1
    folded = page.count("<details>")  # what a fold sums up stands in markdown alone
    if text - marked or (marked - text).total() > folded:
        wrong.append(f"{' '.join(map(str, words))}: only in text {dict(text - marked)}, only in "
                     f"markdown {dict(marked - text)}")


def shown_for_people(words, keys):
    """What json shows is in the text, too."""
    text = NUMBER.findall(run(words, "text"))
    for what, value in keys:
        if value is not None:
            same(f"{' '.join(map(str, words))}: {what} {value} in text", value in text, True)


files = sorted(EXAMPLES.glob("*.yaml")) + sorted(EXAMPLES.glob("teaching/*.yaml"))
cities = [path for path in files if path.name.startswith("bandar-lampung")]
for file in files:
    compute(file)
    for_people(["compute", file, "--details"])
    for_people(["explain", file])
    for result in json.loads(run(["compute", file], "json"))["results"]:
        shown_for_people(["compute", file], [("index", result["index"]["shown"])] + [
            (part["id"], part["shown"]) for part in result["components"]
            if part["kind"] == "domain"])
for before, after in zip(cities, cities[1:]):
    diff(before, after)
    for_people(["diff", before, after])
trend(cities)
for_people(["trend", *cities])
rank(files)
for_people(["rank", *files])
for file in (cities[-1], EXAMPLES / "teaching" / "kabupaten-contoh-2024.yaml"):
    plan(file, "--target", "3.5")
    plan(file, "--budget", "20", "--years", "3", "--max-rise", "1")
    curve(file)
    whatif(file, "11=3,12=2,47=1")
    for_people(["whatif", file, "--set", "11=3,12=2,47=1"])
    for_people(["plan", file, "--target", "3.5"])
    for_people(["plan", file, "--curve", "--budget", "12"])
teaching = EXAMPLES / "teaching" / "kabupaten-contoh-2024.yaml"
for file in (cities[-1], teaching, EXAMPLES / "aceh-tengah-2026.yaml", EXAMPLES / "denpasar-2018.yaml"):
    targets(file)
    certainty(file)
    for_people(["targets", file])
    for_people(["certainty", file])
    for_people(["explain", file, "--checklist"])
for file in files:
    peers(file, files)
    for_people(["peers", file, *files])
with tempfile.TemporaryDirectory() as scratch:
    both = [teaching, next_stage(teaching, scratch)]
    stages(both)
    for_people(["stages", *both])
for file in files:
    explain(file)
    report(file)
    check(file)
for identity in ("permenpanrb-5-2018", "permenpanrb-59-2020", "permenpanrb-8-2026"):
    instruments(identity)
print(f"{compared} values compared, {len(wrong)} differ")
print("\n".join(wrong[:40]))
sys.exit(1 if wrong or compared < 1000 else 0)
