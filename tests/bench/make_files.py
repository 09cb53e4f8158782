#!/usr/bin/env python3
"""Writes COUNT assessments of random levels into FOLDER, the same ones for the same arguments.

    make_files.py plain|annotated COUNT FOLDER

plain: 47 levels. annotated: with a unit and a note on every indicator.
"""
import os
import random
import sys

TREE = {
    "kebijakan": {"kebijakan-tata-kelola": range(1, 11)},
    "tata-kelola": {"perencanaan-strategis": range(11, 15), "tik": range(15, 19),
                    "penyelenggara": range(19, 21)},
    "manajemen": {"penerapan-manajemen": range(21, 29), "audit-tik": range(29, 32)},
    "layanan": {"layanan-administrasi": range(32, 42), "layanan-publik": range(42, 48)},
}
UNITS = ["Bappeda", "Dinas Kominfo", "Bagian Organisasi", "Inspektorat", "BKPSDM", "BPKAD"]
NOTES = ["belum ditetapkan, masih berupa konsep", "sudah ada SK, belum dievaluasi",
         "diterapkan pada sebagian perangkat daerah", "reviu dilakukan setiap tahun",
         "kolaborasi dengan instansi lain melalui layanan berbagi pakai data"]


def assessment(number, annotated, rng):
    yield f"institution: Pemerintah Kabupaten Contoh {number:06}"
    yield "year: 2024"
    yield "kind: kabupaten"
    yield f"province: Provinsi {number % 38:02}"
    yield "stage: final"
    yield "scores:"
    for domain, aspects in TREE.items():
        yield f"  {domain}:"
        for aspect, indicators in aspects.items():
            yield f"    {aspect}:"
            for indicator in indicators:
                level = rng.randint(1, 5)
                if annotated:
                    yield f"      {indicator}:"
                    yield f"        level: {level}"
                    yield f"        unit: {rng.choice(UNITS)}"
                    yield f"        note: {rng.choice(NOTES)}"
                else:
                    yield f"      {indicator}: {level}"


def main():
    kind, count, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    if kind not in ("plain", "annotated"):
        sys.exit(__doc__)
    os.makedirs(folder, exist_ok=True)
    rng = random.Random(59)
    for number in range(count):
        path = os.path.join(folder, f"{number:06}.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(assessment(number, kind == "annotated", rng)) + "\n")


main()
