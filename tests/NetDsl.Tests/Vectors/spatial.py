#!/usr/bin/env python3
"""Writes the vectors of networks of pooling, upsampling and layers that rearrange values, in the manner of networks.py.

PyTorch has no pooling for the smallest value, which is minus the largest of the negated ones, and no padding "same" of TensorFlow's kind: a
mean there is the sum over what is inside divided by how many there are.

usage: spatial.py FOLDER      (python3-torch 1.13, python3-numpy 1.24)
"""
import pathlib
import sys

import torch
import torch.nn.functional as F

from networks import Network

MAX = {1: F.max_pool1d, 2: F.max_pool2d, 3: F.max_pool3d}
AVERAGE = {1: F.avg_pool1d, 2: F.avg_pool2d, 3: F.avg_pool3d}


class SpatialNetwork(Network):
    def largest(self, window, strides, padding="valid", sign=1):
        x = self.windowed(window, strides, padding, -sign * torch.inf)
        self.x = self.restored(sign * MAX[len(window)](sign * x, window, strides))
        return self

    def smallest(self, window, strides, padding="valid"):
        return self.largest(window, strides, padding, sign=-1)

    def average(self, window, strides, padding="valid"):
        function = AVERAGE[len(window)]
        sums = function(self.windowed(window, strides, padding, 0.0), window, strides)
        whole, self.x = self.x, torch.ones_like(self.x)
        inside = function(self.windowed(window, strides, padding, 0.0), window, strides)
        self.x = whole
        self.x = self.restored(sums / inside)
        return self

    def up(self, factors, mode="nearest"):
        x = self.windowed(factors, factors, "valid", 0.0)
        corners = {} if mode == "nearest" else {"align_corners": False}
        self.x = self.restored(F.interpolate(x, scale_factor=tuple(map(float, factors)), mode=mode, **corners))
        return self

    def then(self, function):
        self.x = function(self.x)
        return self


NETWORKS = {
    "spatial_images": lambda: SpatialNetwork(31, 4, 5, 4, 2).conv2d(3, (2, 2), activation="tanh")
    .then(lambda x: F.pad(x, (0, 0, 2, 1, 1, 0))).average((3, 2), (2, 2), "same").up((2, 3), "bilinear")
    .then(lambda x: x[:, 1:, 0:-2]).conv2d(5, (3, 3), padding="same", activation="relu").smallest((2, 2), (1, 2))
    .up((1, 2)).flatten().dense(2).mean_squared_error(),

    "spatial_volumes": lambda: SpatialNetwork(32, 3, 3, 4, 5, 2).dense(3, "tanh").largest((2, 2, 2), (2, 2, 2), "same")
    .then(lambda x: F.pad(x, (0, 0, 1, 0, 0, 1, 0, 0))).average((2, 3, 1), (1, 2, 1)).up((2, 1, 2)).smallest((3, 1, 2), (1, 1, 2), "same")
    .then(lambda x: x[:, 1:, :, 0:]).then(lambda x: x.amax((1, 2, 3))).dense(2).mean_squared_error(),

    "spatial_orders": lambda: SpatialNetwork(33, 4, 5, 6).dense(4, "tanh").then(lambda x: x.permute(0, 2, 1)).dense(3, "sigmoid")
    .then(lambda x: x.reshape(-1, 2, 6)).then(lambda x: x.repeat_interleave(3, 1)).conv1d(5, 3, padding="same", activation="tanh")
    .then(lambda x: x.reshape(-1, 5, 2, 3).permute(0, 3, 1, 2)).then(lambda x: x.amin((1, 2))).then(lambda x: x[:, None, :].expand(-1, 4, -1))
    .average((3,), (1,), "same").dense(2).mean_squared_error(),
}

if __name__ == "__main__":
    for network, make in NETWORKS.items():
        make().write(pathlib.Path(sys.argv[1]) / f"{network}.safetensors")
