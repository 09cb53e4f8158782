#!/usr/bin/env python3
"""Measures the program against two yardsticks, as ratios within one run.

    run.py [--files N] [--many N] [--repeat N] [--plans N] PROGRAM FLOOR DEFINITION

PROGRAM is spbe-index, FLOOR and DEFINITION are built from floor.cpp and definition.cpp here
(build/release has all three). Each figure is the least of --repeat runs, as other work on the
machine only adds. Nothing is asserted by time; it fails only when something does not run, or
when the program and yardstick.py disagree on an index or a category.
"""
import argparse
import csv
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from decimal import Decimal

HERE = os.path.dirname(os.path.abspath(__file__))
YARDSTICK = [sys.executable, os.path.join(HERE, "yardstick.py")]
EXAMPLES = os.path.join(HERE, "..", "..", "examples")


class Run:
    """User, system and wall seconds of one command, which must end with one of `statuses`."""

    def __init__(self, command, out=os.devnull, stdin=os.devnull, times=1, statuses=(0,)):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        begin = time.perf_counter()
        for _ in range(times):
            with open(out, "wb") as output, open(stdin, "rb") as source:
                process = subprocess.Popen(command, stdout=output, stdin=source)
                process.wait()
            if process.returncode not in statuses:
                sys.exit(f"run.py: status {process.returncode}: {' '.join(command)[:200]}")
        self.wall = (time.perf_counter() - begin) / times
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.user = (after.ru_utime - before.ru_utime) / times
        self.cpu = self.user + (after.ru_stime - before.ru_stime) / times


def least(repeat, *args, **kwargs):
    runs = [Run(*args, **kwargs) for _ in range(repeat)]
    best = runs[0]
    for name in ("wall", "user", "cpu"):
        setattr(best, name, min(getattr(run, name) for run in runs))
    return best


def memory_of(command):
    """The most KB of memory of one command. Not by wait4: what a process had before it became the
    command counts there, and here that would be Python."""
    with tempfile.NamedTemporaryFile("r") as figure:
        Run(["time", "--format", "%M", "--output", figure.name, *command])
        return int(figure.read())


def ratio(a, b, digits):
    """a / b, where b may be too short for the clock."""
    return f"{a / b:.{digits}f}" if b > 0 else "too short"


def say(what, figure, target=""):
    print(f"{what:<58} {figure:>9}  {target}", flush=True)


def one_file(options, path):
    times = 50 if options.files >= 1000 else 2
    ours = least(options.repeat, [options.program, "compute", path], times=times)
    floor = least(options.repeat, [options.floor, path], times=times)
    python = least(options.repeat, [*YARDSTICK, path], times=max(times // 10, 1))
    print(f"\none file of 47 levels: {1000 * ours.wall:.2f} ms, floor {1000 * floor.wall:.2f} ms, "
          f"Python {1000 * python.wall:.2f} ms")
    say("  user time, times the floor's", ratio(ours.user, floor.user, 2), "at most 2")
    say("  Python's wall time, times ours", ratio(python.wall, ours.wall, 1), "at least 10")
    say("  memory, MB", f"{memory_of([options.program, 'compute', path]) / 1024:.1f}", "below 10")
    definition = subprocess.run([options.definition], check=True, capture_output=True, text=True)
    say("  reading the definition of 59/2020, ms", f"{float(definition.stdout) / 1000:.3f}",
        "below 1")


def plans(options):
    """The slowest of many plans, beside computing the same file."""
    questions = [[f"bandar-lampung-{year}.yaml", "--target", target]
                 for year in (2021, 2022, 2023) for target in ("1.8", "2.6", "3.5", "4.2", "4.9")]
    teaching = os.path.join("teaching", "kabupaten-contoh-2024.yaml")
    questions += [[teaching, "--target", target] for target in ("2.6", "3.5", "4.2", "4.9")]
    questions += [[teaching, "--budget", "30", "--years", "3", "--max-rise", "1"]]
    worst = None
    for path, *what in questions:
        command = [options.program, "plan", os.path.join(EXAMPLES, path), *what]
        took = least(options.repeat, command, statuses=(0, 1)).wall  # 1: it cannot be reached
        if worst is None or took > worst[0]:
            worst = (took, path, what)
    compute = least(options.repeat, [options.program, "compute", os.path.join(EXAMPLES, worst[1])])
    print(f"\nplan, the slowest of {len(questions)}: {worst[1]} {' '.join(worst[2])}")
    say("  wall time, ms", f"{1000 * worst[0]:.1f}", "below 100")
    say("  times compute's", ratio(worst[0], compute.wall, 1))


def certainty(options):
    """The exact distribution of 47 indicators with three outcomes each: the whole command."""
    path = os.path.join(EXAMPLES, "bandar-lampung-2023.yaml")
    compute = least(options.repeat, [options.program, "compute", path])
    print("\ncertainty of 47 indicators with three outcomes each")
    for form in ("text", "json"):
        took = least(options.repeat, [options.program, "certainty", "--down", "0.1", "--up", "0.02",
                                      "--format", form, path])
        say(f"  {form}: wall time, ms", f"{1000 * took.wall:.1f}", "below 50")
        say("  times compute's", ratio(took.wall, compute.wall, 1))


def hard_plans(options, folder):
    """Many random plans that are hard on purpose, each once: the slowest, and the unproven."""
    from hard_plans import YEARS, hard_plan
    for name in YEARS:
        took, unproven = [], 0
        for seed in range(options.plans):
            text, what = hard_plan(name, seed)
            path, answer = os.path.join(folder, "hard.yaml"), os.path.join(folder, "hard.json")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            command = [options.program, "plan", path, "--format", "json", *what]
            took.append((Run(command, out=answer, statuses=(0, 1)).user, seed))
            with open(answer, encoding="utf-8") as file:
                unproven += not json.load(file)["optimal"]
        took.sort()
        print(f"\nplan, {len(took)} hard ones of {name}")
        say("  user time of the slowest, ms", f"{1000 * took[-1][0]:.0f} (seed {took[-1][1]})",
            "below 200")
        say("  above 200 ms", str(sum(t > 0.2 for t, _ in took)), "0")
        say("  not proven", str(unproven), "0")


def reports(options, folder):
    """The report of one institution over three years, and the one over many."""
    with tempfile.TemporaryDirectory() as work:
        page = os.path.join(work, "report.html")
        years = [os.path.join(EXAMPLES, f"bandar-lampung-{year}.yaml") for year in (2021, 2022, 2023)]
        one = least(options.repeat, [options.program, "report", *years, "-o", page])
        print("\nreport")
        say("  of three years, wall time, ms", f"{1000 * one.wall:.1f}", "below 50")
        say("  of three years, KB", f"{os.path.getsize(page) / 1000:.0f}", "below 200")
        names = [os.path.join(folder, name) for name in sorted(os.listdir(folder))[:621]]
        many = least(options.repeat, [options.program, "report", *names, "-o", page])
        say(f"  of {len(names)} institutions, wall time, ms", f"{1000 * many.wall:.0f}", "below 1000")
        say(f"  of {len(names)} institutions, KB", f"{os.path.getsize(page) / 1000:.0f}", "below 1000")


def workbooks(options, folder):
    """The worksheet of one institution, and a table of many taken in, as CSV and as a workbook."""
    with tempfile.TemporaryDirectory() as work:
        book = os.path.join(work, "sheet.xlsx")
        paths = [os.path.join(EXAMPLES, f"bandar-lampung-{year}.yaml") for year in (2022, 2023)]
        command = [options.program, "worksheet", paths[1], "--previous", paths[0], "--force", "-o", book]
        one = least(options.repeat, command)
        print("\nworkbooks")
        say("  worksheet of one institution, CPU time, ms", f"{1000 * one.cpu:.1f}", "below 50")
        say("  worksheet of one institution, KB", f"{os.path.getsize(book) / 1000:.1f}", "below 60")
        names = [os.path.join(folder, name) for name in sorted(os.listdir(folder))[:621]]
        computed, table = os.path.join(work, "computed.csv"), os.path.join(work, "table.csv")
        Run([options.program, "compute", "--details", "--format", "csv", *names], out=computed)
        with open(computed, newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        indicators = [name for name in rows[0] if name.isdigit()]
        lines = [["institution", "year", *indicators]]
        lines += [[row["institution"], row["year"], *(row[i] for i in indicators)] for row in rows]
        with open(table, "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(lines)
        tables = [table]
        try:
            import openpyxl
            book = openpyxl.Workbook()
            for line in lines:
                book.active.append([int(cell) if cell.isdigit() else cell for cell in line])
            tables.append(os.path.join(work, "table.xlsx"))
            book.save(tables[1])
        except ImportError:
            print("  openpyxl is not installed: no workbook was imported")
        for path in tables:
            out = os.path.join(work, "out.yaml")
            many = least(options.repeat, [options.program, "import", path, "--force", "-o", out])
            say(f"  import of {len(rows)} rows, {path.split('.')[-1]}, CPU time, ms",
                f"{1000 * many.cpu:.0f}", "below 1000")
        printed = subprocess.run([options.program, "compute", "--format", "csv", out], check=True,
                                 capture_output=True, text=True).stdout
        if [r["index_exact"] for r in csv.DictReader(printed.splitlines())] != [r["index_exact"] for r in rows]:
            sys.exit("run.py: what was imported has another index")


def agree(ours, python):
    with open(ours, newline="", encoding="utf-8") as a, open(python, newline="",
                                                               encoding="utf-8") as b:
        pairs = list(zip(csv.DictReader(a), csv.DictReader(b), strict=True))
    wrong = [x["file"] for x, y in pairs
             if Decimal(x["index_exact"]) != Decimal(y["index"]) or x["category"] != y["category"]]
    if wrong:
        sys.exit(f"run.py: another result than yardstick.py for {wrong[:3]}")
    return len(pairs)


def many_files(options, kind, folder):
    listing = folder + ".list"
    with open(listing, "w", encoding="utf-8") as file:
        for name in sorted(os.listdir(folder)):
            file.write(os.path.join(folder, name) + "\n")
    command = [options.program, "compute", "--format", "csv", folder]
    ours_csv, python_csv = folder + ".csv", folder + ".python.csv"
    two = least(options.repeat, [*command, "--jobs", "2"], out=ours_csv)
    one = least(options.repeat, [*command, "--jobs", "1"])
    floor = least(options.repeat, [options.floor, "-"], stdin=listing)
    python = least(options.repeat, [*YARDSTICK, folder], out=python_csv)
    count = agree(ours_csv, python_csv)
    print(f"\n{count} {kind} files: {two.wall:.2f} s with two jobs, {one.wall:.2f} s with one, "
          f"floor {floor.wall:.2f} s, Python {python.wall:.2f} s; the same results")
    say("  Python's wall time, times ours with two jobs", ratio(python.wall, two.wall, 1),
        "at least 4")
    say("  CPU time, times the floor's", ratio(one.cpu, floor.cpu, 2), "at most 1.25")
    say("  faster with two jobs than with one", ratio(one.wall, two.wall, 2), "at least 1.8")
    for what in (["compute", "--format", "jsonl"], ["rank", "--format", "csv"]):
        other = least(options.repeat, [options.program, *what, "--jobs", "1", folder])
        say(f"  {' '.join(what)}, CPU time, times the floor's", ratio(other.cpu, floor.cpu, 2))


def memory(options, folder):
    print(f"\n{options.many} files")
    base = memory_of([options.program, "rank", os.path.join(folder, "000000.yaml")])
    for form in ("csv", "jsonl"):
        most = memory_of([options.program, "compute", "--format", form, folder])
        say(f"  compute --format {form}, MB", f"{most / 1024:.1f}", "at most 64")
    most = memory_of([options.program, "rank", "--top", "3", folder])
    say("  rank, KB a file", f"{(most - base) / options.many:.2f}", "at most 1")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=4000)
    parser.add_argument("--many", type=int, default=100000)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--plans", type=int, default=300)
    for name in ("program", "floor", "definition"):
        parser.add_argument(name, type=os.path.abspath)
    options = parser.parse_args()
    try:
        import yaml  # noqa: F401
    except ImportError:
        print("skipped: PyYAML is not installed")
        sys.exit(77)
    if shutil.which("time") is None:
        print("skipped: the program 'time' is not installed")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as work:
        for kind, count in (("plain", options.files), ("annotated", options.files),
                            ("many", options.many)):
            subprocess.run([sys.executable, os.path.join(HERE, "make_files.py"),
                            "plain" if kind == "many" else kind, str(count),
                            os.path.join(work, kind)], check=True)
        one_file(options, os.path.join(work, "plain", "000001.yaml"))
        plans(options)
        certainty(options)
        hard_plans(options, work)
        reports(options, os.path.join(work, "plain"))
        workbooks(options, os.path.join(work, "plain"))
        many_files(options, "plain", os.path.join(work, "plain"))
        many_files(options, "annotated", os.path.join(work, "annotated"))
        memory(options, os.path.join(work, "many"))


main()
