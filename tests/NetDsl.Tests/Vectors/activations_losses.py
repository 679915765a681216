#!/usr/bin/env python3
"""Writes the vectors of activations and losses, in the form of networks.py. Where PyTorch has no such function, Keras 3's formula is written out
and PyTorch differentiates it.

usage: activations_losses.py FOLDER      (python3-torch 1.13, python3-numpy 1.24)
"""
import pathlib
import sys

import numpy as np
import torch
import torch.nn.functional as F

import networks

EPSILON = 1e-7

networks.ACTIVATIONS.update({
    # PyTorch's own takes a sixth in single precision.
    "hard_sigmoid": lambda z: (z / 6 + 0.5).clamp(0, 1),
    "relu6": F.relu6,
    "leaky_relu": lambda z: F.leaky_relu(z, 0.2),
    "elu": F.elu,
    "selu": F.selu,
    "gelu": F.gelu,
    "silu": F.silu,
    "softplus": F.softplus,
    "softsign": F.softsign,
    "exponential": torch.exp,
    "log_softmax": lambda z: torch.log_softmax(z, -1),
    "leaky_relu_layer": lambda z: F.leaky_relu(z, 0.3),
    "gelu_tanh": lambda z: F.gelu(z, approximate="tanh"),
    "elu_half": lambda z: F.elu(z, 0.5),
    "relu_general": lambda z: torch.where(z >= 0.8, torch.full_like(z, 0.8), torch.where(z >= 0.1, z, 0.1 * (z - 0.1))),
})


def smoothed(t, amount, nothing):
    return t * (1 - amount) + amount * nothing


class Network(networks.Network):
    def activation(self, activation):
        return self.activate(self.x, activation)

    def prelu(self, *shape):
        alpha = self.parameter(f"{self.name('prelu')}/alpha", 0.4, *shape)
        self.x = torch.where(self.x > 0, self.x, alpha * self.x)
        return self

    def values(self, loss, low=None):
        """A loss of values, as a function of y and t."""
        self.target = self.draw(1.0, *self.x.shape)
        if low is not None:
            self.target = (self.target.detach().abs() + low).float().double()
        self.loss = loss(self.x, self.target.detach())
        return self

    def margins(self, loss):
        """A loss of labels 0 and 1, which Keras makes -1 and 1."""
        self.labels()
        self.loss = loss(self.x, 2 * self.target - 1).mean()
        return self

    def classes(self, loss):
        self.one_hot()
        self.loss = loss(self.x, self.target).mean()
        return self

    def numbers(self, logarithms):
        t = torch.tensor(self.random.randint(0, self.x.shape[-1], self.x.shape[:-1]))
        self.target = t.double()
        self.loss = F.nll_loss(self.x, t) if logarithms else F.cross_entropy(self.sums, t)
        return self

    def binary(self, loss):
        self.labels()
        self.loss = loss(self.sums, self.target).mean()
        return self

    def shares(self):
        t = torch.softmax(self.draw(1.0, *self.x.shape), -1).detach().float().double()
        self.target = t
        self.loss = F.kl_div(torch.log(self.x), t, reduction="none").sum(-1).mean()
        return self


def binary_focal(z, t, gamma=1.5, alpha=0.3):
    t = smoothed(t, 0.1, 0.5)
    y = torch.sigmoid(z)
    p = t * y + (1 - t) * (1 - y)
    entropy = F.binary_cross_entropy_with_logits(z, t, reduction="none")
    return (t * alpha + (1 - t) * (1 - alpha)) * (1 - p) ** gamma * entropy


def log_cosh(y, t):
    e = y - t
    return (e + F.softplus(-2 * e) - np.log(2)).mean()


def log_error(y, t):
    return (torch.log(y.clamp(min=EPSILON) + 1) - torch.log(t.clamp(min=EPSILON) + 1)).square().mean()


def categorical_hinge(y, t):
    return F.relu(((1 - t) * y).max(-1).values - (t * y).sum(-1) + 1)


NETWORKS = {
    "activations_smooth": lambda: Network(31, 7, 9).dense(17, "silu").dense(11, "gelu").dense(9, "elu").dense(7, "selu").dense(19, "softplus")
    .dense(6, "softsign").dense(5, "exponential").dense(4, "log_softmax").dense(2).mean_squared_error(),

    "activations_piecewise": lambda: Network(32, 7, 9).dense(17, "hard_sigmoid").dense(11, "relu6").dense(33, "leaky_relu").dense(2)
    .mean_squared_error(),

    "activation_layers": lambda: Network(33, 5, 6, 5, 2).conv2d(5, (2, 2)).activation("leaky_relu_layer").pool((2, 2)).activation("gelu_tanh")
    .flatten().dense(9).activation("elu_half").dense(5).activation("relu_general").dense(3).activation("silu").mean_squared_error(),

    "prelu": lambda: Network(34, 5, 5, 4, 3).conv2d(19, (2, 2)).prelu(1, 1, 19).conv2d(4, (2, 2)).prelu(3, 2, 4).flatten().dense(5).prelu(5)
    .dense(2).mean_squared_error(),

    "loss_mae": lambda: Network(41, 6, 6).dense(5).values(F.l1_loss),
    "loss_msle": lambda: Network(42, 6, 6).dense(5, "softplus").values(log_error, low=0.0),
    "loss_mape": lambda: Network(43, 6, 6).dense(5).values(lambda y, t: 100 * ((t - y) / t.abs().clamp(min=EPSILON)).abs().mean(), low=0.3),
    "loss_huber": lambda: Network(44, 6, 6).dense(5).values(lambda y, t: F.huber_loss(y, t, delta=0.7)),
    "loss_log_cosh": lambda: Network(45, 6, 6).dense(5).values(log_cosh),
    "loss_poisson": lambda: Network(46, 6, 6).dense(5, "exponential").values(lambda y, t: (y - t * torch.log(y + EPSILON)).mean(), low=0.0),
    "loss_cosine": lambda: Network(47, 6, 6).dense(5).values(lambda y, t: -F.cosine_similarity(y, t, -1).mean()),
    "loss_hinge": lambda: Network(48, 6, 6).dense(5, "tanh").margins(lambda y, t: F.relu(1 - t * y)),
    "loss_squared_hinge": lambda: Network(49, 6, 6).dense(5).margins(lambda y, t: F.relu(1 - t * y).square()),
    "loss_perceptron": lambda: Network(50, 6, 6).dense(5).margins(lambda y, t: F.relu(-t * y)),
    "loss_categorical_hinge": lambda: Network(51, 6, 6).dense(5).classes(categorical_hinge),
    "loss_kld": lambda: Network(52, 6, 6).dense(5, "softmax").shares(),
    "loss_sparse": lambda: Network(53, 6, 6).dense(5, "softmax").numbers(logarithms=False),
    "loss_sparse_logs": lambda: Network(54, 6, 6).dense(5, "log_softmax").numbers(logarithms=True),
    "loss_binary_focal": lambda: Network(55, 6, 6).dense(5, "sigmoid").binary(binary_focal),
    "loss_categorical_focal": lambda: Network(56, 6, 6).dense(5, "softmax")
    .classes(lambda y, t: (-0.25 * (1 - y) ** 2 * t * torch.log(y)).sum(-1)),
    "loss_bce_smoothed": lambda: Network(57, 6, 6).dense(5, "sigmoid")
    .binary(lambda z, t: F.binary_cross_entropy_with_logits(z, smoothed(t, 0.2, 0.5), reduction="none")),
    "loss_cce_smoothed": lambda: Network(58, 6, 6).dense(5, "softmax")
    .classes(lambda y, t: -(smoothed(t, 0.2, 1 / 5) * torch.log(y)).sum(-1)),
}

if __name__ == "__main__":
    for network, make in NETWORKS.items():
        make().write(pathlib.Path(sys.argv[1]) / f"{network}.safetensors")
