#!/usr/bin/env python3
"""Writes small NPY, NPZ and FITS files of many kinds into data_files, by numpy and astropy, and what they hold into *_expected.json.

usage: data_arrays.py      (numpy 1.24, astropy 5.2)
"""
import gzip
import json
import os
import warnings
import zipfile

import numpy as np
from astropy.io import fits

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data_files")
os.makedirs(folder, exist_ok=True)
warnings.simplefilter("ignore")
random = np.random.default_rng(20240601)


def path(name):
    return os.path.join(folder, name)


def plain(value):
    """A value as JSON: null for what is missing, infinities as text, exact numbers otherwise."""
    if isinstance(value, (bytes, str)):
        text = value.decode() if isinstance(value, bytes) else value
        return text.rstrip(" ") or None
    if isinstance(value, (bool, np.bool_)):
        return int(value)
    if isinstance(value, (complex, np.complexfloating)):
        raise TypeError("complex numbers are two")
    if isinstance(value, np.datetime64):
        return None if np.isnat(value) else float(value.astype("M8[ns]").astype(np.int64) / 1e9)
    if isinstance(value, (int, np.integer)):
        return int(value)
    if np.isnan(value):
        return None
    return str(value) if np.isinf(value) else float(value)


def described(array, missing=None):
    """The shape and all values of an array; complex numbers as pairs."""
    array = np.asarray(array)
    if array.dtype.kind == "c":
        array = np.stack([array.real, array.imag], axis=-1)
    values = [plain(value) for value in array.ravel()]
    if missing is not None:
        values = [None if gone else value for value, gone in zip(values, np.asarray(missing).ravel())]
    return {"shape": list(array.shape), "values": values}


def table(array, prefix=""):
    """The columns of a structured array; the fields of records within records are called OUTER.INNER."""
    columns = {}
    for name in array.dtype.names:
        if array.dtype[name].names:
            columns.update(table(array[name], f"{prefix}{name}."))
        elif array.dtype[name].kind not in "cO":
            columns[prefix + name] = described(array[name])
    return columns


def numbers(dtype, shape=(5, 4)):
    dtype = np.dtype(dtype)
    if dtype.kind == "b":
        return random.random(shape) < 0.5
    if dtype.kind in "iu":
        info = np.iinfo(dtype)
        values = random.integers(info.min, info.max, shape, dtype=dtype.newbyteorder("="), endpoint=True)
        values.flat[0], values.flat[1] = info.min, info.max
        return values.astype(dtype)
    values = random.normal(0, 100, shape).astype(dtype)
    values.flat[0], values.flat[1] = np.finfo(dtype).max, np.finfo(dtype).tiny
    values.flat[2], values.flat[3] = np.nan, -np.inf
    return values


def records(order, align):
    inner = np.dtype([("x", order + "f4"), ("y", order + "i2")], align=align)
    dtype = np.dtype(
        [("flag", "?"), ("mass", order + "f8"), ("count", order + "u8"), ("hits", order + "i2", (2, 3)), ("kind", "S6"), ("name", order + "U5"),
         ("when", order + "M8[ms]"), ("day", order + "M8[D]"), ("place", inner), ("amplitude", order + "c8"), ("half", order + "f2"), ("tiny", "i1")],
        align=align)
    array = np.zeros(6, dtype)
    array["flag"] = [True, False, True, True, False, False]
    array["mass"] = random.normal(0, 1e200, 6)
    array["mass"][2] = np.nan
    array["count"] = [0, 1, 2 ** 53, 2 ** 53 + 1, 2 ** 63, 2 ** 64 - 1]
    array["hits"] = random.integers(-32768, 32767, (6, 2, 3))
    array["kind"] = [b"muon", b"photon", b"", b"e", b"muon", b"a b"]
    array["name"] = ["µ", "γ", "", "été", "𝛑⁺", "plain"]
    array["when"] = np.array(["2008-08-04T15:43:36.125", "1969-12-31T23:59:59.5", "NaT", "2100-01-01", "1970-01-01", "2001-09-09T01:46:40"], "M8[ms]")
    array["day"] = np.array(["2008-08-04", "1950-02-28", "NaT", "2100-01-01", "1970-01-01", "2001-09-09"], "M8[D]")
    array["place"]["x"] = random.normal(size=6)
    array["place"]["y"] = random.integers(-9, 9, 6)
    array["half"] = random.normal(size=6)
    array["tiny"] = [-128, 127, 0, 1, -1, 5]
    return array


def npy():
    expected = {}

    def save(name, array, version=None):
        with open(path(f"npy_{name}.npy"), "wb") as file:
            np.lib.format.write_array(file, array, version, allow_pickle=False)
        is_table = bool(array.dtype.names)
        expected[f"npy_{name}.npy"] = {"columns": table(array)} if is_table else described(array)

    for kind in ("f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"):
        save(f"little_{kind}", numbers("<" + kind))
        save(f"big_{kind}", np.asfortranarray(numbers(">" + kind, (3, 2, 4))))
    save("scalar", np.array(7, "<i8"))
    save("one", np.array([2.5], "<f4"))
    save("empty", np.zeros((0, 3), "<f4"))
    save("version_2", numbers("<f4"), (2, 0))
    save("version_3", numbers("<f4"), (3, 0))
    save("records", records("<", align=False))
    save("records_big_aligned", records(">", align=True))
    named = np.zeros(3, [("Größe", "<f4"), (("a title", "short"), "<i4")])
    named["Größe"] = [1, 2, 3]
    named["short"] = [4, 5, 6]
    save("records_version_3", named)
    save("bytes", np.array([b"muon", b"photon", b"muon", b"e"]))
    save("text", np.array(["µ", "γ", "µ", "𝛑⁺"], "<U3"))
    save("text_big", np.array(["µ", "γ", "µ", "𝛑⁺"], ">U3"))
    write("npy", expected)


def npz():
    expected = {}

    def save(name, packed=False, **arrays):
        (np.savez_compressed if packed else np.savez)(path(f"npz_{name}.npz"), **arrays)
        same_times(path(f"npz_{name}.npz"))
        expected[f"npz_{name}.npz"] = {
            key: {"columns": table(array)} if array.dtype.names else described(array) for key, array in arrays.items()}

    several = {"x": random.normal(size=(7, 3, 2)).astype("f4"), "y": random.integers(0, 3, 7), "w": random.random(7), "flags": np.asfortranarray(numbers("b1"))}
    save("stored", **several)
    save("packed", packed=True, **several)
    save("names", features=random.normal(size=(4, 2)).astype(">f8"), labels=np.array(["b", "a", "c", "a"]), sample_weights=np.array([1, 2, 3, 4], "i2"))
    save("zeros", packed=True, features=np.zeros((100, 20), "u1"), targets=np.zeros((100, 1), "f4"))
    save("records", packed=True, events=records("<", align=False))
    write("npz", expected)


def same_times(name):
    """The same bytes at any time of the day."""
    with zipfile.ZipFile(name) as file:
        entries = [(info, file.read(info)) for info in file.infolist()]
    with zipfile.ZipFile(name, "w") as file:
        for info, content in entries:
            again = zipfile.ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0))
            again.compress_type = info.compress_type
            with file.open(again, "w", force_zip64=True) as entry:
                entry.write(content)


def fits_files():
    expected = {}

    def save(name, *hdus, packed=False):
        file = fits.HDUList([fits.PrimaryHDU(), *hdus] if not isinstance(hdus[0], fits.PrimaryHDU) else list(hdus))
        full = path(f"fits_{name}.fits")
        file.writeto(full, overwrite=True)
        with open(full, "rb") as content:
            patched = content.read().replace(b"XZERO", b"TZERO").replace(b"XSCAL", b"TSCAL")
        with open(full, "wb") as content:
            content.write(patched)
        with fits.open(full, uint=True, character_as_bytes=False) as again:
            expected[f"fits_{name}.fits" + (".gz" if packed else "")] = [described_hdu(hdu) for hdu in again]
        if packed:
            with open(full, "rb") as content, open(full + ".gz", "wb") as out:
                out.write(gzip.compress(content.read(), mtime=0))
            os.remove(full)

    def described_hdu(hdu):
        result = {"name": hdu.name, "kind": "BinaryTable" if isinstance(hdu, fits.BinTableHDU) else "Image"}
        if not isinstance(hdu, fits.BinTableHDU):
            result["shape"] = [] if hdu.data is None else list(hdu.data.shape)
            result["values"] = None if hdu.data is None else described(hdu.data)["values"]
            return result
        result["shape"] = [len(hdu.data)]
        result["columns"] = {}
        for column in hdu.columns:
            result["columns"][column.name] = {"format": column.format, "unit": column.unit, **described_column(hdu, column)}
        return result

    def described_column(hdu, column):
        data = hdu.data[column.name]
        if column.format[0] in "PQ" or column.format[:2] in ("1P", "1Q"):
            parts = [np.asarray(part) for part in data]
            if parts[0].dtype.kind in "SU" or "A(" in column.format:
                return {"shape": [len(parts)], "values": [plain("".join(np.atleast_1d(part).tolist()) or "") for part in data]}
            if len({part.shape for part in parts}) > 1:
                return {"problem": "elements in row"}
            data = np.stack(parts)
        if data.dtype.kind in "SU" and data.ndim > 1:
            return {"texts": [described(data[:, i]) for i in range(data.shape[1])]}
        missing = None
        raw = np.asarray(hdu.data).view(np.ndarray)[column.name] if column.null is not None else None
        if raw is not None:
            missing = raw == column.null
        if column.format.endswith("L"):
            raw = np.asarray(hdu.data).view(np.ndarray)[column.name]
            missing = raw == 0
        return described(data, missing)

    rows = 5
    c = fits.Column
    floats = random.normal(size=(rows, 48)).astype("f4")
    floats[1, 3] = np.nan
    save("types", fits.BinTableHDU.from_columns([
        c("logical", "L", array=np.array([True, False, True, True, False])),
        c("bits", "11X", array=random.random((rows, 11)) < 0.5),
        c("byte", "B", array=random.integers(0, 256, rows).astype("u1"), unit="count"),
        c("short", "I", array=np.array([-32768, 32767, 0, 1, -1], "i2")),
        c("int", "J", array=np.array([-2 ** 31, 2 ** 31 - 1, 0, 7, -7], "i4")),
        c("long", "K", array=np.array([-2 ** 63, 2 ** 63 - 1, 2 ** 53 + 1, 7, -7], "i8")),
        c("text", "12A", array=np.array(["3FGL J0000.1", "a b", "", "trailing  ", " leading"])),
        c("single", "E", array=np.array([1.5, np.nan, np.inf, -1e-40, 3.4e38], "f4"), unit="MeV"),
        c("double", "D", array=np.array([1.5, np.nan, -np.inf, 5e-324, 1.7e308])),
        c("complex", "C", array=random.normal(size=rows) + 1j * random.normal(size=rows)),
        c("wide complex", "2M", array=random.normal(size=(rows, 2)) + 1j * random.normal(size=(rows, 2))),
        c("nothing", "0E"),
        c("history", "48E", array=floats, unit="ph/cm^2/s"),
    ], name="TYPES"))
    save("nulls", fits.BinTableHDU.from_columns([
        c("B", "B", array=np.array([0, 255, 3, 255, 1], "u1"), null=255),
        c("I", "I", array=np.array([-99, 1, 2, -99, 3], "i2"), null=-99),
        c("J", "2J", array=np.array([[1, -1], [-1, 2], [3, 4], [5, 6], [-1, -1]], "i4"), null=-1),
        c("K", "K", array=np.array([2 ** 62, 1, 2, 3, 4], "i8"), null=2 ** 62),
    ], name="NULLS"))
    unsigned = fits.BinTableHDU.from_columns([
        c("u2", "I", bzero=32768, array=np.array([0, 65535, 32768, 1, 2], "u2")),
        c("u4", "J", bzero=2 ** 31, array=np.array([0, 2 ** 32 - 1, 2 ** 31, 1, 2], "u4")),
        c("u8", "K", bzero=2 ** 63, array=np.array([0, 2 ** 64 - 1, 2 ** 63, 2 ** 53 + 1, 2], "u8")),
        c("i1", "B", array=np.array([0, 255, 128, 129, 127], "u1")),
        c("scaled", "I", array=np.array([0, 1, 12, -32768, 32767], "i2")),
        c("scaled single", "E", array=np.array([0, 1, 0.5, -7, 1e20], "f4")),
    ], name="SCALED")
    # What astropy reads but cannot write: see save.
    unsigned.header.update({"XZERO4": -128, "XSCAL5": 0.25, "XZERO5": -3.0, "XSCAL6": 1e-3, "XZERO6": 1.0})
    save("scaled", unsigned)
    save("texts", fits.BinTableHDU.from_columns([
        c("names", "12A", dim="(4,3)", array=np.array([["ab", "c", "defg"], ["", "x", "y"], ["1", "2", "3"]])),
        c("class", "5A", array=np.array(["bll", "fsrq", "psr"])),
    ], name="TEXTS"))
    save("arrays", fits.BinTableHDU.from_columns([
        c("cube", "24D", dim="(4,3,2)", array=random.normal(size=(4, 2, 3, 4))),
        c("pair", "2I", array=random.integers(-9, 9, (4, 2)).astype("i2")),
        c("unsigned pairs", "4J", dim="(2,2)", bzero=2 ** 31, array=random.integers(0, 2 ** 32, (4, 2, 2)).astype("u4")),
    ], name="ARRAYS"))

    def parts(lengths, dtype):
        return np.array([random.integers(0, 99, length).astype(dtype) for length in lengths] + [None], dtype=object)[:-1]

    save("any_length", fits.BinTableHDU.from_columns([
        c("equal", "PE()", array=parts([3, 3, 3, 3], "f4")),
        c("ragged", "PJ()", array=parts([1, 4, 0, 2], "i4")),
        c("wide", "QD()", array=parts([2, 2, 2, 2], "f8")),
        c("x", "E", array=np.arange(4, dtype="f4")),
    ], name="ANY_LENGTH"))
    image = fits.ImageHDU(np.arange(24, dtype="f4").reshape(2, 3, 4), name="CUBE")
    blank = fits.ImageHDU(np.array([[1, 2, -1], [4, 5, 6]], "i2"), name="BLANK")
    blank.header["BLANK"] = -1
    blank.header["BSCALE"] = 0.5
    blank.header["BZERO"] = 10.0
    primary = fits.PrimaryHDU(random.normal(size=(3, 5)))
    primary.header["LONGTEXT"] = "a text that goes on from card to card, with a 'quotation' and an ampersand & " * 3
    primary.header["HIERARCH a long keyword"] = 3
    primary.header.add_history("written for a test")
    second = fits.BinTableHDU.from_columns([c("y", "D", array=np.arange(3.0))], name="SECOND")
    third = fits.BinTableHDU.from_columns([c("z", "J", array=np.arange(70, dtype="i4"))], name="THIRD")
    save("several", primary, image, second, blank, fits.ImageHDU(np.array([[0, 65535]], "u2"), name="UNSIGNED"), third)
    save("packed", fits.BinTableHDU.from_columns([
        c("Source_Name", "18A", array=np.array([f"3FGL J{i:04d}.0" for i in range(30)])),
        c("Flux", "E", array=random.random(30).astype("f4")),
        c("Flux_History", "48E", array=random.random((30, 48)).astype("f4")),
        c("CLASS1", "5A", array=np.array(["PSR", "bll", "fsrq"] * 10)),
    ], name="LAT_Point_Source_Catalog"), packed=True)
    write("fits", expected)


def write(prefix, expected):
    with open(path(f"{prefix}_expected.json"), "w", encoding="utf-8") as file:
        file.write("{\n" + ",\n".join(f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in expected.items()) + "\n}\n")


npy()
npz()
fits_files()
