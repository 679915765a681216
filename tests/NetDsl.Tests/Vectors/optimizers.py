#!/usr/bin/env python3
"""Writes optimizers.json: ten steps of each optimiser on a quadratic, by PyTorch in double precision.

PyTorch's Adam divides by sqrt(v / (1 - beta2^t)) + epsilon, Keras by sqrt(v) + epsilon with the correction in the step size; they agree where
PyTorch's epsilon is Keras's / sqrt(1 - beta2^t), which is set before each step.

usage: optimizers.py > optimizers.json      (python3-torch 1.13)
"""
import json
import math

import torch

START = [1.0, -2.0, 0.5, 3.0, -0.25, 1e-3, -7.0]
CURVATURE = [1.0, 0.1, 10.0, 0.01, 2.0, 1.0, 0.5]
STEPS = 10
EPSILON = 1e-7


def run(make):
    w = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    curvature = torch.tensor(CURVATURE, dtype=torch.float64)
    optimizer = make([w])
    trace = []
    for step in range(1, STEPS + 1):
        optimizer.zero_grad()
        (0.5 * curvature * w * w).sum().backward()
        for group in optimizer.param_groups:
            if "betas" in group:
                group["eps"] = EPSILON / math.sqrt(1 - group["betas"][1] ** step)
        optimizer.step()
        trace.append(w.detach().tolist())
    return trace


vectors = {
    "start": START,
    "curvature": CURVATURE,
    "sgd": run(lambda p: torch.optim.SGD(p, lr=0.01)),
    "momentum": run(lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9)),
    "nesterov": run(lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True)),
    "adam": run(lambda p: torch.optim.Adam(p)),
    "adam_fast": run(lambda p: torch.optim.Adam(p, lr=0.1, betas=(0.8, 0.95))),
    "adadelta": run(lambda p: torch.optim.Adadelta(p, lr=0.001, rho=0.95, eps=EPSILON)),
    "adadelta_torch": run(lambda p: torch.optim.Adadelta(p)),
}
print("{\n" + ",\n".join(f'"{name}": {json.dumps(values)}' for name, values in vectors.items()) + "\n}")
