#!/usr/bin/env python3
"""Writes data_files/csv_*: tables as pandas and numpy write them, and csv_files.json: for each what a reader must find.

Numbers are given as float32, by the bits in hexadecimal, so that nothing is rounded on the way; null where one is missing.

usage: csv_files.py      (pandas 1.5, numpy 1.24), in this folder
"""
import csv
import json
import os

import numpy as np
import pandas as pd

random = np.random.default_rng(20240118)
folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data_files")
rows = 7
wide = random.normal(size=rows) * 10.0 ** random.integers(-12, 12, rows)
table = pd.DataFrame({
    "x": wide,
    "single": wide.astype(np.float32),
    "whole": random.integers(-(2 ** 40), 2 ** 40, rows),
    "flag": random.integers(0, 2, rows).astype(bool),
})
with_missing = table.assign(x=np.where(np.arange(rows) % 3 == 1, np.nan, wide))
named = pd.DataFrame({"größe": wide, "класс": [["été", "naïve, yes", 'say "no"'][i % 3] for i in range(rows)], "note": ["a\nb", "c"] * 3 + ["d"]})
dated = pd.DataFrame({"when": pd.date_range("2024-02-27 23:30", periods=rows, freq="36min"), "day": pd.date_range("1999-12-30", periods=rows), "x": wide})
files = {}


def bits(values):
    return [None if np.isnan(value) else f"{np.float32(value).view(np.uint32):08x}" for value in np.asarray(values, dtype=np.float64)]


def numbers(frame):
    return {name: bits(frame[name]) for name in frame.columns if frame[name].dtype.kind in "fiub"}


def write(name, frame, expected=None, **arguments):
    frame.to_csv(os.path.join(folder, "csv_" + name), **{"lineterminator": "\n", **arguments})
    files["csv_" + name] = {
        "delimiter": arguments.get("sep", ","),
        "header": arguments.get("header", True) is not False,
        "columns": expected if expected is not None else numbers(frame),
    }


index = {"0": bits(np.arange(rows))}
write("default.csv", table, {**index, **numbers(table)})
write("no_index.csv", table, index=False)
write("missing.csv", with_missing, index=False)
write("missing_as_na.csv", with_missing, index=False, na_rep="NA")
write("missing_as_nan.csv", with_missing, index=False, na_rep="nan")
write("quote_all.csv", with_missing, index=False, quoting=csv.QUOTE_ALL)
write("quote_text.csv", table, index=False, quoting=csv.QUOTE_NONNUMERIC)
write("tabs.tsv", with_missing, index=False, sep="\t")
write("semicolons.csv", table, index=False, sep=";")
write("crlf.csv", with_missing, index=False, lineterminator="\r\n")
write("bom.csv", table, index=False, encoding="utf-8-sig")
write("utf16.csv", table, index=False, encoding="utf-16")
write("packed.csv.gz", table, index=False, compression={"method": "gzip", "mtime": 1})
write("exponents.csv", table, {name: bits(np.array([f"{value:.9e}" for value in table[name]], dtype=float)) if table[name].dtype.kind == "f"
                               else bits(table[name]) for name in table.columns}, index=False, float_format="%.9e")
write("no_header.csv", table, {str(i): bits(table[name]) for i, name in enumerate(table.columns)}, index=False, header=False)
write("unicode.csv", named, {"größe": bits(wide)}, index=False)
write("escaped.csv", named, {"größe": bits(wide)}, index=False, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
write("dates.csv", dated, {"x": bits(wide)}, index=False)
files["csv_unicode.csv"]["labels"] = files["csv_escaped.csv"]["labels"] = {"column": "класс", "values": list(named["класс"])}
files["csv_dates.csv"]["times"] = {
    name: [float(value) for value in dated[name].astype("int64") / 1e9] for name in ["when", "day"]
}

path = os.path.join(folder, "csv_savetxt.csv")
np.savetxt(path, table[["x", "whole"]].to_numpy(), delimiter=",", header="x,whole", comments="")
files["csv_savetxt.csv"] = {"delimiter": ",", "header": True, "columns": {name: bits([float(f"{value:.18e}") for value in table[name]]) for name in ["x", "whole"]}}
path = os.path.join(folder, "csv_savetxt_spaces.txt")
np.savetxt(path, table[["x", "whole"]].to_numpy(), fmt="%.6g")
files["csv_savetxt_spaces.txt"] = {
    "delimiter": " ", "header": False, "columns": {str(i): bits([float(f"{value:.6g}") for value in table[name]]) for i, name in enumerate(["x", "whole"])},
}

with open(os.path.join(os.path.dirname(folder), "csv_files.json"), "w", encoding="utf-8") as out:
    json.dump(files, out, indent=1, ensure_ascii=False)
    out.write("\n")
