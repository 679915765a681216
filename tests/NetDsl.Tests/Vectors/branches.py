#!/usr/bin/env python3
"""Writes the vectors of networks that branch: joins, several inputs and outputs, shared parameters, as networks.py does for chains.

Several inputs, outputs and targets lie one after the other in a row, and the loss is the weighted sum of the outputs' losses.

usage: branches.py FOLDER      (python3-torch 1.13, python3-numpy 1.24)
"""
import pathlib
import sys

import numpy as np
import torch
import torch.nn.functional as F

from networks import Network


class Branches(Network):
    """A network whose layers can be given their input: at(tensor)."""

    def at(self, x):
        self.x = x
        return self

    def again(self, dense, activation):
        """A dense layer with the parameters of another."""
        z = self.x @ self.parameters[f"{dense}/kernel"] + self.parameters[f"{dense}/bias"]
        return self.activate(z, activation)


def residual():
    n = Branches(21, 5, 5, 6, 3)
    shortcut = n.conv2d(6, (3, 3), padding="same", activation="relu").x
    branch = n.conv2d(6, (3, 3), padding="same", activation="tanh").conv2d(6, (3, 3), padding="same").x
    return n.at(branch + shortcut).flatten().dense(3, "softmax").categorical_crossentropy(fused=True)


def inception():
    n = Branches(22, 5, 6, 5, 4)
    stem = n.conv2d(4, (1, 1), activation="relu").x
    a = n.conv2d(16, (1, 1), activation="relu").x
    b = n.at(stem).conv2d(8, (3, 3), padding="same", activation="tanh").x
    c = n.at(stem).pool((3, 3), (1, 1), "same").x
    return n.at(torch.cat([a, b, c], -1)).conv2d(2, (2, 2)).mean_squared_error()


def joins():
    n = Branches(23, 9, 5)
    a = n.dense(21, "tanh").x
    b = n.at(n.input).dense(21, "sigmoid").x
    c = n.at(n.input).dense(21).x
    largest = torch.maximum(torch.maximum(a, b), c)
    mean = (a * b * c - torch.minimum(a, c) + largest + b) / 3
    return n.at(torch.cat([mean, n.input], -1)).dense(2).mean_squared_error()


def ends():
    n = Branches(24, 7, 4 * 6 * 2 + 3)
    image, event = n.input[:, :48].reshape(-1, 4, 6, 2), n.input[:, 48:]
    n.at(image).conv2d(5, (3, 3), activation="relu").flatten()
    features = n.at(torch.cat([n.x, event], -1)).dense(9, "tanh").x
    kind = n.dense(3, "softmax").categorical_crossentropy(fused=True)
    x, targets, loss = [kind.x], [kind.target], 0.3 * kind.loss
    energy = n.at(torch.cat([n.x, features], -1)).dense(1).mean_squared_error()
    x, targets, loss = x + [energy.x], targets + [energy.target], loss + 2 * energy.loss
    flags = n.at(features).dense(2, "sigmoid").binary_crossentropy(fused=True)
    n.x, n.target, n.loss = torch.cat(x + [flags.x], -1), torch.cat(targets + [flags.target], -1), loss + flags.loss
    return n


def shared():
    n = Branches(25, 9, 12)
    left = n.at(n.input[:, :6]).dense(6, "tanh").x
    right = n.at(n.input[:, 6:]).again("dense_0", "tanh").x
    n.counts["dense"] += 1
    return n.at(left - right).dense(1).mean_squared_error()


if __name__ == "__main__":
    for make in [residual, inception, joins, ends, shared]:
        make().write(pathlib.Path(sys.argv[1]) / f"branches_{make.__name__}.safetensors")
