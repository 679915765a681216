#!/usr/bin/env python3
"""Writes small HDF5 files of every kind with h5py, pandas and PyTables, and beside each what h5py reads from it.

NAME.json lists every dataset by its path: shape, chunks, filters, and its values in row-major order, field by field for tables. Numbers that JSON
cannot say are strings. "refused" marks what is listed and cannot be read. Attributes are kept the same way.

usage: hdf5.py FOLDER      (h5py 3.7 with HDF5 1.10, pandas 1.5, PyTables 3.7, numpy 1.24)
"""
import json
import os
import pathlib
import sys
import warnings

import h5py
import numpy as np
import pandas as pd
import tables

warnings.simplefilter("ignore")
folder = pathlib.Path(sys.argv[1])
random = np.random.default_rng(20240117)
FILTERS = {1: "deflate", 2: "shuffle", 3: "fletcher32", 4: "szip", 5: "nbit", 6: "scaleoffset", 307: "bzip2", 32000: "lzf", 32001: "blosc"}
READABLE = {1, 2, 3, 32000}


class Refused(Exception):
    pass


def number(value):
    if isinstance(value, (bool, np.bool_)):
        return int(value)
    if isinstance(value, np.integer):
        return int(value)
    value = float(value)
    return value if np.isfinite(value) else str(value)


def text(value):
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            return value.decode("latin-1")
    return value


def plain(values, dtype):
    """Values of one type as a flat list, or a list for each field."""
    if dtype.subdtype is not None:
        return plain(values, dtype.subdtype[0])
    if dtype.names is not None:
        fields = {}
        for name in dtype.names:
            try:
                inner = plain(values[name], dtype[name])
            except Refused:
                continue
            if isinstance(inner, dict):
                fields.update({f"{name}.{key}": column for key, column in inner.items()})
            else:
                fields[name] = inner
        return fields
    kind = h5py.check_string_dtype(dtype)
    if kind is not None:
        return [text(value) for value in np.asarray(values).ravel()]
    if h5py.check_ref_dtype(dtype) or h5py.check_vlen_dtype(dtype) or dtype.kind == "O":
        raise Refused()
    if dtype.kind in "VM":
        return [byte for value in np.asarray(values).ravel() for byte in value.tobytes()]
    if dtype.kind == "c":
        return {"r": plain(values.real, values.real.dtype), "i": plain(values.imag, values.imag.dtype)}
    if dtype.kind == "f" and dtype.itemsize > 8:
        raise Refused()
    return [number(value) for value in np.asarray(values).ravel()]


def describe_attributes(item):
    attributes = {}
    for name in item.attrs:
        identity = item.attrs.get_id(name)
        if identity.get_space().get_simple_extent_type() == h5py.h5s.NULL:
            attributes[name] = {"shape": [], "values": []}
            continue
        shape = list(identity.shape)
        try:
            kind = identity.get_type()
            if kind.get_class() == h5py.h5t.VLEN or (kind.get_class() == h5py.h5t.STRING and kind.is_variable_str()):
                if kind.get_class() == h5py.h5t.VLEN:
                    raise Refused()
                value = item.attrs[name]
                values = [text(v) for v in (value.ravel() if isinstance(value, np.ndarray) else [value])]
            else:
                dtype = identity.dtype
                raw = np.empty(identity.shape, dtype)
                identity.read(raw)
                values = plain(raw, dtype)
                if isinstance(values, dict):
                    raise Refused()
            attributes[name] = {"shape": shape, "values": values}
        except (Refused, TypeError, OSError):
            attributes[name] = {"shape": shape, "refused": True}
    return attributes


def describe(dataset):
    creation = dataset.id.get_create_plist()
    filters = [creation.get_filter(i)[0] for i in range(creation.get_nfilters())]
    entry = {
        "shape": list(dataset.shape or []),
        "chunks": list(dataset.chunks) if dataset.chunks else None,
        "filters": [FILTERS[f] for f in filters],
        "attributes": describe_attributes(dataset),
    }
    virtual = creation.get_layout() == h5py.h5d.VIRTUAL or creation.get_external_count() > 0
    try:
        if virtual or not set(filters) <= READABLE:
            raise Refused()
        entry["values"] = [] if dataset.shape is None else plain(dataset[()], dataset.dtype)
    except (Refused, TypeError):
        entry["refused"] = True
    return entry


def expect(name):
    found = {"datasets": {}, "groups": {}, "types": []}
    with h5py.File(folder / f"{name}.h5", "r") as file:
        def walk(group, seen):
            found["groups"][group.name] = {"links": sorted(group), "attributes": describe_attributes(group)}
            for key in group:
                try:
                    item = group[key]
                except (KeyError, OSError, RuntimeError):
                    continue
                identity = h5py.h5o.get_info(item.id).addr
                path = group.name.rstrip("/") + "/" + key
                if isinstance(item, h5py.Group):
                    if identity not in seen:
                        walk(file[path], seen | {identity})
                elif isinstance(item, h5py.Dataset) and "_i_table" not in path:  # thousands of zeros in the index of a table
                    found["datasets"][path] = describe(item)
                elif isinstance(item, h5py.Datatype):
                    found["types"].append(path)

        walk(file["/"], {h5py.h5o.get_info(file["/"].id).addr})
    (folder / f"{name}.json").write_text(json.dumps(found, indent=None, separators=(",", ":"), sort_keys=True, allow_nan=False) + "\n")


def h5(name, **options):
    return h5py.File(folder / f"{name}.h5", "w", **options)


def ramp(shape, dtype="f4"):
    return np.arange(np.prod(shape)).reshape(shape).astype(dtype)


def low_level(file, name, creation, data, dtype=None):
    data = np.asarray(data)
    kind = dtype or h5py.h5t.py_create(data.dtype)
    dataset = h5py.h5d.create(file.id, name.encode(), kind, h5py.h5s.create_simple(data.shape), creation)
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, data, kind)


def creation_list():
    return h5py.h5p.create(h5py.h5p.DATASET_CREATE)


def write_numbers(file):
    for kind in ("i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8"):
        for order in "<>":
            dtype = np.dtype(order + kind)
            if dtype.kind == "f":
                values = np.array([[0, -0.5, 1.25, np.inf], [-np.inf, np.nan, np.finfo(dtype).max, np.finfo(dtype).tiny]])
            else:
                info = np.iinfo(dtype)
                values = np.array([[info.min, 0, 1, 2], [100, info.max - 1, info.max // 2, info.max]], dtype)
            if dtype.itemsize > 1 or order == "<":
                file[f"{'little' if order == '<' else 'big'}_{kind}"] = values.astype(dtype)


def write_kinds_of_numbers():
    for name, options in (("numbers", {}), ("numbers_latest", {"libver": "latest"}), ("numbers_108", {"libver": "v108"})):
        with h5(name, **options) as file:
            write_numbers(file)
    with h5("odd_numbers") as file:
        file["long_double"] = np.arange(4, dtype="longdouble")
        file["complex"] = np.array([1 + 2j, 3 - 4j])
        file["large"] = ramp((700,), "i8") - 350


def write_layouts():
    with h5("layouts") as file:
        compact = creation_list()
        compact.set_layout(h5py.h5d.COMPACT)
        low_level(file, "compact", compact, ramp((3, 5)))
        file["contiguous"] = ramp((4, 3, 2), "i2")
        file.create_dataset("chunked", data=ramp((10, 7), "f8"), chunks=(4, 3))
        file.create_dataset("chunked_3d", data=ramp((5, 4, 3), "u2"), chunks=(2, 3, 2))
        file.create_dataset("chunked_1d", data=ramp((300,), "i4"), chunks=(7,))
        grown = file.create_dataset("grown", data=ramp((6, 4)), chunks=(4, 4), maxshape=(None, 4))
        grown.resize((9, 4))
        grown[8] = 5
        shrunk = file.create_dataset("shrunk", data=ramp((9, 9)), chunks=(2, 2), maxshape=(None, None))
        shrunk.resize((5, 3))
    with h5("filters") as file:
        data = np.repeat(ramp((60, 5), "i4"), 3, axis=1) // 4
        for level in (0, 1, 4, 9):
            file.create_dataset(f"deflate_{level}", data=data, chunks=(16, 8), compression="gzip", compression_opts=level)
        file.create_dataset("shuffle", data=data, chunks=(16, 15), shuffle=True)
        file.create_dataset("fletcher32", data=data, chunks=(16, 15), fletcher32=True)
        file.create_dataset("fletcher32_odd", data=ramp((11, 3), "u1"), chunks=(5, 3), fletcher32=True)
        file.create_dataset("lzf", data=data, chunks=(16, 15), compression="lzf")
        file.create_dataset("lzf_random", data=random.integers(0, 255, (40, 3), "u1"), chunks=(16, 3), compression="lzf")
        for kind in ("u1", "i2", "f4", ">f4", "f8", ">i8"):
            file.create_dataset(f"all_{kind.replace('>', 'big_')}", data=data.astype(kind), chunks=(33, 15), compression="gzip", shuffle=True,
                                fletcher32=True)
        file.create_dataset("lzf_shuffle_sum", data=data.astype("f8"), chunks=(33, 15), compression="lzf", shuffle=True, fletcher32=True)
        file.create_dataset("szip_like_scale", data=data, chunks=(16, 15), scaleoffset=0)
        rows = np.zeros(50, [("a", "i4"), ("b", "f8"), ("c", "i2")])
        rows["a"], rows["b"], rows["c"] = np.arange(50), np.sqrt(np.arange(50)), -np.arange(50)
        file.create_dataset("shuffled_rows", data=rows, chunks=(17,), compression="gzip", shuffle=True)


def write_latest():
    with h5("latest_indexes", libver="latest") as file:
        data = ramp((9, 7), "i4")
        gzip = {"compression": "gzip", "shuffle": True}
        for suffix, options in (("", {}), ("_deflate", gzip)):
            file.create_dataset(f"single{suffix}", data=data, chunks=(9, 7), **options)
            file.create_dataset(f"fixed{suffix}", data=data, chunks=(2, 3), **options)
            file.create_dataset(f"fixed_larger{suffix}", data=data, chunks=(2, 3), maxshape=(20, 11), **options)
            file.create_dataset(f"extensible{suffix}", data=data, chunks=(2, 3), maxshape=(None, 7), **options)
            file.create_dataset(f"extensible_second{suffix}", data=data, chunks=(2, 3), maxshape=(9, None), **options)
            file.create_dataset(f"tree{suffix}", data=data, chunks=(2, 3), maxshape=(None, None), **options)
            partly = file.create_dataset(f"partly{suffix}", (9, 7), "i4", chunks=(2, 3), maxshape=(None, 7), fillvalue=-3, **options)
            partly[4:6, 3:6] = 8
        early = creation_list()
        early.set_chunk((2, 3))
        early.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
        low_level(file, "implicit", early, data)
    with h5("latest_long", libver="latest") as file:
        file.create_dataset("extensible", data=ramp((1500,), "u1"), chunks=(5,), maxshape=(None,))
        file.create_dataset("extensible_deflate", data=ramp((100,), "u1"), chunks=(1,), maxshape=(None,), compression="gzip")
        file.create_dataset("fixed_paged", data=ramp((1100,), "u1"), chunks=(1,))
        file.create_dataset("tree", data=ramp((20, 15), "u1"), chunks=(1, 1), maxshape=(None, None))
    with h5("latest_rows", libver="latest") as file:
        rows = np.zeros(6, [("energy", ">f4"), ("hits", "u2", (2, 2)), ("kind", "S5"), ("inner", [("x", "f8"), ("y", ">i2")])])
        rows["energy"], rows["hits"] = np.arange(6) / 4, np.arange(24).reshape(6, 2, 2)
        rows["kind"], rows["inner"]["x"], rows["inner"]["y"] = [b"gamma", b"p", b"", b"Fe", b"He", b"nuclei"[:5]], -np.arange(6), 7
        file["rows"] = rows


def write_groups():
    with h5("many_names") as file:
        group = file.create_group("many")
        file["value"] = 42
        for i in range(300):
            group[f"name_{i:03}"] = h5py.SoftLink("/value")
    with h5("dense", libver="latest") as file:
        group = file.create_group("many", track_order=True)
        file["value"] = 42
        for i in range(60):
            group[f"a rather long name of a link number {i}"] = h5py.SoftLink("/value") if i % 3 else file["value"]
        for i in range(30):
            group.attrs[f"attribute_{i}"] = ramp((i,), "i2")
        group.attrs["huge"] = ramp((700,), "f8")
        group.attrs["text"] = "Grüße"
    with h5("links") as file:
        file["a/b/value"] = ramp((3,))
        file["hard"] = file["a/b/value"]
        file["soft"] = h5py.SoftLink("/a/b/value")
        file["a/relative"] = h5py.SoftLink("b/value")
        file["dangling"] = h5py.SoftLink("/nowhere/at/all")
        file["external"] = h5py.ExternalLink("other.h5", "/there")
        file["a/b/circle"] = file["a"]
        file["a/softcircle"] = h5py.SoftLink("/a/softcircle")
        file["soft_group"] = h5py.SoftLink("/a/b")
    with h5("userblock", userblock_size=512) as file:
        file["x"] = ramp((2, 3), "f8")
        file["x"].attrs["MATLAB_class"] = np.bytes_("double")
        file.create_dataset("packed", data=ramp((20, 10), "f8"), chunks=(10, 10), compression="gzip", compression_opts=3)
    raw = bytearray((folder / "userblock.h5").read_bytes())
    raw[:124] = b"MATLAB 7.3 MAT-file, Platform: GLNXA64, made by hand for a test".ljust(124)
    (folder / "userblock.h5").write_bytes(raw)
    with h5("attributes") as file:
        file["x"] = ramp((2,))
        for target in (file, file["x"]):
            target.attrs["number"] = 3.5
            target.attrs["numbers"] = np.array([[1, 2], [3, 4]], ">i4")
            target.attrs["text"] = "variable ü"
            target.attrs["texts"] = ["one", "", "three"]
            target.attrs["fixed"] = np.bytes_("fixed")
            target.attrs["fixed_array"] = np.array([b"ab", b"cde"])
            target.attrs["truth"] = True
            target.attrs["empty"] = h5py.Empty("f4")
            target.attrs["reference"] = file["x"].ref
            target.attrs["rows"] = np.zeros(2, [("a", "i4"), ("b", "f4")])
    with h5("scales") as file:
        for axis, length in (("time", 4), ("lat", 3)):
            file[axis] = ramp((length,))
            file[axis].make_scale(axis)
        file["temperature"] = ramp((4, 3))
        file["temperature"].dims[0].attach_scale(file["time"])
        file["temperature"].dims[1].attach_scale(file["lat"])
        file["temperature"].attrs["_FillValue"] = np.float32(9.96921e36)


def write_types():
    with h5("texts") as file:
        words = ["", "a", "naïve", "東京", "space ", "a\tb"]
        file["variable_utf8"] = words
        file.create_dataset("variable_ascii", data=[b"x", b"", b"yz"], dtype=h5py.string_dtype("ascii"))
        file.create_dataset("fixed_utf8", data=[word.encode() for word in words], dtype=h5py.string_dtype("utf-8", 9))
        file["fixed"] = np.array([[b"alpha", b"be"], [b"", b"delta"]])
        file["scalar"] = "just one"
        file["fixed_scalar"] = np.bytes_("fixed one")
        file["latin"] = np.array([b"caf\xe9", b"ok"])
        file.create_dataset("chunked", data=[f"text {i}" for i in range(40)], chunks=(16,), compression="gzip")
        many = file.create_dataset("unwritten", (5,), h5py.string_dtype(), chunks=(2,))
        many[3] = "three"
        for name, padding in (("spaces", h5py.h5t.STR_SPACEPAD), ("terminated", h5py.h5t.STR_NULLTERM)):
            kind = h5py.h5t.C_S1.copy()
            kind.set_size(6)
            kind.set_strpad(padding)
            low_level(file, name, creation_list(), np.array([b"ab    ", b"cdefgh"] if name == "spaces" else [b"ab\0\0\0\0", b"cdefg\0"]), kind)
    with h5("tables") as file:
        inner = [("x", "f4"), ("deep", [("n", "i8"), ("flag", "?")])]
        dtype = np.dtype([("id", "<i8"), ("big", ">f8"), ("short", ">i2"), ("name", "S6"), ("hits", "f4", (3,)), ("inner", inner), ("half", "f2"),
                          ("label", h5py.string_dtype()), ("u", "u1")])
        rows = np.zeros(9, dtype)
        for i in range(9):
            rows[i] = (i, i / 3, -i, f"n{i}", [i, i + 0.5, -i], (i / 8, (i * 10, i % 2)), i / 2, f"label {i}", 250 + i % 6)
        file["contiguous"] = rows
        file.create_dataset("chunked", data=rows, chunks=(4,))
        file.create_dataset("deflate", data=rows, chunks=(4,), compression="gzip", shuffle=True)
        file["aligned"] = np.array([(1, 2.5), (3, 4.5)], np.dtype([("a", "i1"), ("b", "f8")], align=True))
        file["two_extents"] = np.array([[(1, 2.5), (3, 4.5)], [(5, 6), (7, 8)]], [("a", "i1"), ("b", "f8")])
        file["names.with"] = np.array([(1, 2)], [("a.b", "i4"), ("c", "i4")])
    with h5("enums") as file:
        file["truth"] = np.array([[True, False], [False, True]])
        colours = h5py.enum_dtype({"red": 0, "green": 1, "blue": -7}, basetype="i2")
        file.create_dataset("colours", data=np.array([0, 1, -7, 0]), dtype=colours)
        file.create_dataset("big", data=np.array([3, 1, 70000]), dtype=h5py.enum_dtype({"a": 3, "b": 1, "c": 70000}, basetype=">u4"))
        kind = h5py.h5t.array_create(h5py.h5t.IEEE_F32BE, (2, 3))
        low_level_array(file, "arrays", kind, ramp((4, 2, 3), ">f4"))
    with h5("named_types") as file:
        file["number"] = np.dtype(">f4")
        file["row"] = np.dtype([("a", "i4"), ("b", "S3")])
        file.create_dataset("numbers", data=ramp((3,)), dtype=file["number"])
        file.create_dataset("rows", data=np.array([(1, b"ab"), (2, b"cde")], [("a", "i4"), ("b", "S3")]), dtype=file["row"])
        file["numbers"].attrs.create("shared", np.float32(2.5), dtype=file["number"])
    with h5("others") as file:
        file["opaque"] = np.array([b"abcd", b"\0\1\2\xff"], "V4")
        file.create_dataset("dates", data=np.array(["2020-01-02", "1969-12-31"], "M8[s]").astype(h5py.opaque_dtype("M8[s]")))
        file["references"] = np.array([file["opaque"].ref, file["dates"].ref], h5py.ref_dtype)
        sequences = file.create_dataset("sequences", (2,), h5py.vlen_dtype("i4"))
        sequences[0], sequences[1] = [1, 2, 3], []
        low_level(file, "bits", creation_list(), np.array([1, 255, 7], "u1"), h5py.h5t.STD_B8LE)
        low_level(file, "bits_big", creation_list(), np.array([1, 65535, 258], ">u2"), h5py.h5t.STD_B16BE)
    with h5("empty") as file:
        file["null"] = h5py.Empty("f4")
        file["scalar"] = 7.25
        file["scalar_big"] = np.array(-5, ">i8")
        file["no_rows"] = np.zeros((0, 3), "f4")
        file["no_columns"] = np.zeros((3, 0), "i2")
        file.create_dataset("no_chunks", (0,), "f8", chunks=(10,), maxshape=(None,))
        file["no_texts"] = np.array([], h5py.string_dtype())
        file["scalar_row"] = np.array((1, 2.5), [("a", "i4"), ("b", "f4")])
        file.create_group("group")
    with h5("fills") as file:
        file.create_dataset("zeros", (3, 4), "f4")
        file.create_dataset("value", (3, 4), ">i4", fillvalue=-9)
        part = file.create_dataset("chunks", (10, 10), "f4", chunks=(4, 4), fillvalue=2.5)
        part[5:7, 1:9] = 1
        dtype = np.dtype([("a", "i4"), ("b", "f8")])
        rows = file.create_dataset("rows", (7,), dtype, chunks=(3,), fillvalue=np.array((5, -0.5), dtype))
        rows[4] = (1, 2)
        file.create_dataset("huge", (1 << 40, 3), "f4", chunks=(1024, 3))
    del_huge()


def low_level_array(file, name, kind, data):
    dataset = h5py.h5d.create(file.id, name.encode(), kind, h5py.h5s.create_simple(data.shape[:1]))
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, data, kind)


def del_huge():
    """The dataset that is declared far larger than any memory gets a file of its own, and no list of its values."""
    with h5py.File(folder / "fills.h5", "a") as file:
        del file["huge"]
    with h5("huge") as file:
        huge = file.create_dataset("huge", (1 << 40, 3), "f4", chunks=(1024, 3), fillvalue=1.5)
        huge[1 << 39] = [1, 2, 3]


def write_others():
    frame = pd.DataFrame({
        "energy": np.linspace(0, 1, 12),
        "count": np.arange(12, dtype="i4"),
        "good": np.arange(12) % 3 == 0,
        "name": [f"event {i}" for i in range(12)],
        "kind": pd.Categorical(["proton", "iron", "helium"] * 4),
        "time": pd.date_range("2020-01-01", periods=12),
        "small": np.arange(12, dtype="f4") / 4,
    })
    for name, options in (("pandas_table", {}), ("pandas_columns", {"data_columns": True, "complevel": 5, "complib": "zlib"})):
        frame.to_hdf(folder / f"{name}.h5", "events", format="table", mode="w", index=False, **options)
    frame.drop(columns=["kind", "name"]).to_hdf(folder / "pandas_fixed.h5", "events", format="fixed", mode="w")
    pd.Series([1.5, 2.5], index=["a", "b"]).to_hdf(folder / "pandas_series.h5", "series", mode="w")
    with tables.open_file(str(folder / "pytables.h5"), "w", title="A title") as file:
        class Event(tables.IsDescription):
            energy = tables.Float32Col()
            good = tables.BoolCol()
            name = tables.StringCol(8)
            hits = tables.UInt16Col(shape=(2, 3))
            kind = tables.EnumCol(["p", "he"], "p", "uint8")

            class inner(tables.IsDescription):
                x = tables.Float64Col()
                when = tables.Int64Col()

        table = file.create_table("/", "events", Event, "Some events", chunkshape=4)
        for i in range(7):
            row = table.row
            row["energy"], row["good"], row["name"], row["inner/x"] = i / 2, i % 2, f"e{i}", -i
            row["hits"] = np.arange(6).reshape(2, 3) + i
            row.append()
        table.flush()
        zlib = tables.Filters(complevel=5, complib="zlib", shuffle=True, fletcher32=True)
        file.create_array("/group", "plain", ramp((3, 4), "f8"), createparents=True)
        file.create_carray("/group", "packed", obj=ramp((30, 4), "i2"), filters=zlib, chunkshape=(8, 4))
        file.create_earray("/group", "grows", obj=ramp((11, 2), ">f4"), chunkshape=(4, 2))
        file.create_array("/group", "texts", [b"one", b"three"])
        file.create_carray("/group", "truth", obj=np.array([True, False, True]), chunkshape=(3,))
        file.create_carray("/group", "blosc", obj=ramp((64,), "f4"), chunkshape=(64,), filters=tables.Filters(complevel=5, complib="blosc"))
        sequences = file.create_vlarray("/group", "sequences", tables.Int32Atom(), chunkshape=2)
        sequences.append([1, 2])
        objects = file.create_vlarray("/group", "objects", tables.ObjectAtom(), chunkshape=2)
        objects.append(["as pandas", "keeps", "text", "in its fixed format"])


def write_refused():
    with h5("elsewhere") as file:
        file["here"] = ramp((4,))
        layout = h5py.VirtualLayout((4,), "f4")
        layout[:] = h5py.VirtualSource(file["here"])
        file.create_virtual_dataset("virtual", layout)
        file.create_dataset("external", data=ramp((4,)), external=[("external.raw", 0, 16)])
    pathlib.Path("external.raw").unlink()
    with h5("four_bytes", fs_strategy=None) as file:
        file["x"] = ramp((3,))
    creation = h5py.h5p.create(h5py.h5p.FILE_CREATE)
    if hasattr(creation, "set_sizes"):
        creation.set_sizes(4, 4)
        identity = h5py.h5f.create(str(folder / "four_bytes.h5").encode(), h5py.h5f.ACC_TRUNC, creation)
        with h5py.File(identity) as file:
            file["x"] = ramp((3,))
            file.create_dataset("chunked", data=ramp((10, 4)), chunks=(3, 2), compression="gzip")
            file["texts"] = ["one", "two"]
            file.attrs["a"] = "b"
    else:
        (folder / "four_bytes.h5").unlink()


folder.mkdir(exist_ok=True)
folder = folder.resolve()
os.chdir(folder)
for write in (write_kinds_of_numbers, write_layouts, write_latest, write_groups, write_types, write_others, write_refused):
    write()
for path in sorted(folder.glob("*.h5")):
    if path.stem != "huge":
        expect(path.stem)
