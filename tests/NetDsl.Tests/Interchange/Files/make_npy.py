"""Writes the NPY files of this folder with NumPy: python3 make_npy.py. The value at (i, j) is 10 i + j, minus 10 where there are signs."""
import os

import numpy as np
from numpy.lib import format as npy

HERE = os.path.dirname(os.path.abspath(__file__))


def write(name, array, version=(1, 0)):
    with open(os.path.join(HERE, name + ".npy"), "wb") as file:
        npy.write_array(file, array, version)


rows, columns = 2, 3
base = np.add.outer(10 * np.arange(rows), np.arange(columns))
for code in ("f2", "f4", "f8", "i1", "i2", "i4", "i8"):
    for order in "<>":
        if code != "i1" or order == "<":
            write(("little_" if order == "<" else "big_") + code, (base - 10).astype(order + code))
for code in ("u1", "u2", "u4", "u8"):
    write("little_" + code, base.astype("<" + code))
write("big_u2", base.astype(">u2"))
write("little_b1", base % 2 == 1)
write("fortran_f4", np.asfortranarray((base - 10).astype("<f4")))
write("version_2", (base - 10).astype("<f4"), (2, 0))
write("version_3", (base - 10).astype("<f4"), (3, 0))
write("scalar", np.array(42.5))
write("empty", np.zeros((0, 3), "<f4"))
write("vector", np.arange(4, dtype="<f4"))
cube = np.add.outer(100 * np.arange(2), np.add.outer(10 * np.arange(3), np.arange(4)))
write("fortran_cube", np.asfortranarray(cube.astype("<f8")))
write("records", np.zeros(2, dtype=[("a", "<f4"), ("b", "<i4")]))
write("complex", np.zeros(2, dtype="<c8"))
