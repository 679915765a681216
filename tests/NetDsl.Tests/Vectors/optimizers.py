#!/usr/bin/env python3
"""Writes optimizers.json: ten steps of each optimiser on a quadratic, in double precision.

By PyTorch, where its formula is Keras's:
  * PyTorch's Adam divides by sqrt(v / (1 - beta2^t)) + epsilon, Keras by sqrt(v) + epsilon with the correction in the step size; they agree where
    PyTorch's epsilon is Keras's / sqrt(1 - beta2^t), which is set before each step. Likewise AMSGrad and AdamW.
  * PyTorch adds epsilon outside of the root in RMSprop and Adagrad and inside of the maximum in Adamax: the keys that end in _torch are its, with
    an epsilon of 0 or so small that it does not matter.
  * L-BFGS, which Keras lacks, makes one iteration a step, with the line search for the strong Wolfe conditions.
By Keras's formulas written in numpy (keras/src/optimizers, version 3): adagrad, rmsprop*, adamax, and clipping and decay, which PyTorch has
elsewhere; and nadam, whose schedule PyTorch has only with momentum_decay = 1, and version 1.13 with one factor mu(t) too many.

usage: optimizers.py > optimizers.json      (python3-torch 1.13)
"""
import json
import math

import numpy
import torch

START = [1.0, -2.0, 0.5, 3.0, -0.25, 1e-3, -7.0]
CURVATURE = [1.0, 0.1, 10.0, 0.01, 2.0, 1.0, 0.5]
ROSENBROCK_START = [-1.2, 1.0]
STEPS = 10
EPSILON = 1e-7
TINY = 1e-37


def run(make, adapt=False):
    w = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    curvature = torch.tensor(CURVATURE, dtype=torch.float64)
    optimizer = make([w])
    trace = []
    for step in range(1, STEPS + 1):
        optimizer.zero_grad()
        (0.5 * curvature * w * w).sum().backward()
        for group in optimizer.param_groups:
            if adapt:
                group["eps"] = EPSILON / math.sqrt(1 - group["betas"][1] ** step)
        optimizer.step()
        trace.append(w.detach().tolist())
    return trace


def quadratic(w):
    return (0.5 * torch.tensor(CURVATURE, dtype=torch.float64) * w * w).sum()


def rosenbrock(w):
    return 100 * (w[1] - w[0] ** 2) ** 2 + (1 - w[0]) ** 2


def run_lbfgs(function, start, history):
    w = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS(
        [w], lr=1, max_iter=1, history_size=history, line_search_fn="strong_wolfe", tolerance_grad=0, tolerance_change=1e-30)

    def closure():
        optimizer.zero_grad()
        loss = function(w)
        loss.backward()
        return loss

    trace = []
    for _ in range(STEPS):
        optimizer.step(closure)
        trace.append(w.detach().tolist())
    return trace


def run_formula(update):
    w = numpy.array(START)
    state = {}
    trace = []
    for step in range(1, STEPS + 1):
        w = update(w, numpy.array(CURVATURE) * w, state, step)
        trace.append(w.tolist())
    return trace


def adagrad(rate=0.001):
    def update(w, g, state, step):
        state["a"] = state.get("a", 0.1) + g * g
        return w - rate * g / numpy.sqrt(state["a"] + EPSILON)
    return run_formula(update)


def rmsprop(rate=0.001, rho=0.9, momentum=0.0, centered=False):
    def update(w, g, state, step):
        state["v"] = rho * state.get("v", 0) + (1 - rho) * g * g
        denominator = state["v"] + EPSILON
        if centered:
            state["m"] = rho * state.get("m", 0) + (1 - rho) * g
            denominator = denominator - state["m"] ** 2
        state["b"] = momentum * state.get("b", 0) + rate * g / numpy.sqrt(denominator)
        return w - state["b"]
    return run_formula(update)


def adamax(rate=0.001, beta1=0.9, beta2=0.999):
    def update(w, g, state, step):
        m = state.get("m", 0)
        state["m"] = m + (g - m) * (1 - beta1)
        state["u"] = numpy.maximum(beta2 * state.get("u", 0), abs(g))
        return w - rate * state["m"] / ((1 - beta1 ** step) * (state["u"] + EPSILON))
    return run_formula(update)


def nadam(rate=0.001, beta1=0.9, beta2=0.999):
    def update(w, g, state, step):
        u, u_next = (beta1 * (1 - 0.5 * 0.96 ** t) for t in (step, step + 1))
        state["u"] = state.get("u", 1.0) * u
        m, v = state.get("m", 0), state.get("v", 0)
        state["m"] = m + (g - m) * (1 - beta1)
        state["v"] = v + (g * g - v) * (1 - beta2)
        m_hat = u_next * state["m"] / (1 - state["u"] * u_next) + (1 - u) * g / (1 - state["u"])
        v_hat = state["v"] / (1 - beta2 ** step)
        return w - m_hat * rate / (numpy.sqrt(v_hat) + EPSILON)
    return run_formula(update)


def sgd(rate, clip=lambda g: g, decay=0.0):
    return run_formula(lambda w, g, state, step: w - w * decay * rate - rate * clip(g))


def clip_norm(most):
    return lambda g: g * most / max(numpy.sqrt((g * g).sum()), most)


vectors = {
    "start": START,
    "curvature": CURVATURE,
    "sgd": run(lambda p: torch.optim.SGD(p, lr=0.01)),
    "momentum": run(lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9)),
    "nesterov": run(lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True)),
    "adam": run(lambda p: torch.optim.Adam(p), adapt=True),
    "adam_fast": run(lambda p: torch.optim.Adam(p, lr=0.1, betas=(0.8, 0.95)), adapt=True),
    "adadelta": run(lambda p: torch.optim.Adadelta(p, lr=0.001, rho=0.95, eps=EPSILON)),
    "adadelta_torch": run(lambda p: torch.optim.Adadelta(p)),
    "amsgrad": run(lambda p: torch.optim.Adam(p, lr=0.3, betas=(0.5, 0.8), amsgrad=True), adapt=True),
    "adamw": run(lambda p: torch.optim.AdamW(p, lr=0.001, weight_decay=0.004), adapt=True),
    "adamw_strong": run(lambda p: torch.optim.AdamW(p, lr=0.1, weight_decay=0.5), adapt=True),
    "nadam": nadam(),
    "nadam_fast": nadam(rate=0.1, beta1=0.8, beta2=0.95),
    "adamax": adamax(),
    "adamax_torch": run(lambda p: torch.optim.Adamax(p, lr=0.2, betas=(0.7, 0.8), eps=TINY)),
    "adagrad": adagrad(),
    "adagrad_torch": run(lambda p: torch.optim.Adagrad(p, lr=0.1, initial_accumulator_value=0.1, eps=0)),
    "rmsprop": rmsprop(),
    "rmsprop_momentum": rmsprop(rate=0.01, momentum=0.9),
    "rmsprop_centered": rmsprop(rate=0.01, centered=True),
    "rmsprop_centered_momentum": rmsprop(rate=0.01, rho=0.8, momentum=0.5, centered=True),
    "rmsprop_torch": run(lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.95, eps=0, momentum=0.9, centered=True)),
    "clip_value": sgd(0.1, clip=lambda g: numpy.clip(g, -0.3, 0.3)),
    "clip_norm": sgd(0.1, clip=clip_norm(0.7)),
    "weight_decay": sgd(0.1, decay=0.2),
    "lbfgs": run_lbfgs(quadratic, START, history=10),
    "lbfgs_short": run_lbfgs(quadratic, START, history=3),
    "lbfgs_rosenbrock": run_lbfgs(rosenbrock, ROSENBROCK_START, history=10),
}
print("{\n" + ",\n".join(f'"{name}": {json.dumps(values)}' for name, values in vectors.items()) + "\n}")
