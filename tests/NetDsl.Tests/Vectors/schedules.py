#!/usr/bin/env python3
"""Writes schedules.json: the learning rates of some steps, by PyTorch's schedulers where it has the schedule, by Keras's formulas elsewhere.

usage: schedules.py > schedules.json      (python3-torch 1.13)
"""
import json
import math
import warnings

import torch

warnings.simplefilter("ignore")
STEPS = 60


def run(make, rate=0.1, steps=STEPS):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=rate)
    scheduler = make(optimizer)
    rates = []
    for _ in range(steps):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return rates


def formula(rate):
    return [rate(step) for step in range(STEPS)]


def polynomial(step, start=0.1, steps=25, end=0.01, power=2.0, cycle=False):
    if cycle:
        steps *= 1 if step == 0 else math.ceil(step / steps)
    else:
        step = min(step, steps)
    return (start - end) * (1 - step / steps) ** power + end


def cosine(step, start=0.01, steps=30, alpha=0.1, target=0.2, warmup=7):
    step = min(step, steps + warmup)
    if step < warmup:
        return step / warmup * (target - start) + start
    decayed = 0.5 * (1 + math.cos(math.pi * (step - warmup) / steps))
    return target * ((1 - alpha) * decayed + alpha)


def restarts(step, start=0.1, first=7, t_mul=2.0, m_mul=0.8, alpha=0.05):
    i, begin, length = 0, 0, first
    while step >= begin + length:
        begin, length, i = begin + length, length * t_mul, i + 1
    decayed = 0.5 * m_mul ** i * (1 + math.cos(math.pi * (step - begin) / length))
    return start * ((1 - alpha) * decayed + alpha)


schedule = torch.optim.lr_scheduler
vectors = {
    "step": run(lambda o: schedule.StepLR(o, step_size=7, gamma=0.3)),
    "exponential": run(lambda o: schedule.ExponentialLR(o, gamma=0.9)),
    "exponential_staircase": formula(lambda step: 0.1 * 0.5 ** (step // 8)),
    "piecewise": run(lambda o: schedule.LambdaLR(o, lambda step: 1 if step <= 10 else 0.5 if step <= 30 else 0.1)),
    "polynomial": formula(polynomial),
    "polynomial_cycle": formula(lambda step: polynomial(step, cycle=True)),
    "cosine": run(lambda o: schedule.CosineAnnealingLR(o, T_max=STEPS, eta_min=0)),
    "cosine_warmup": formula(cosine),
    "restarts": formula(restarts),
    "restarts_equal": run(lambda o: schedule.CosineAnnealingWarmRestarts(o, T_0=9)),
    "restarts_double": run(lambda o: schedule.CosineAnnealingWarmRestarts(o, T_0=5, T_mult=2)),
    "inverse_time": formula(lambda step: 0.1 / (1 + 0.5 * step / 4)),
    "inverse_time_staircase": formula(lambda step: 0.1 / (1 + 0.5 * (step // 4))),
    "warmup": run(lambda o: schedule.SequentialLR(
        o, [schedule.LinearLR(o, start_factor=0.2, total_iters=6), schedule.ExponentialLR(o, gamma=0.9)], milestones=[6])),
    "one_cycle": run(lambda o: schedule.OneCycleLR(o, max_lr=0.5, total_steps=40), steps=40),
    "one_cycle_steep": run(lambda o: schedule.OneCycleLR(o, max_lr=0.5, total_steps=STEPS, pct_start=0.55, div_factor=10, final_div_factor=100)),
}
print("{\n" + ",\n".join(f'"{name}": {json.dumps(values)}' for name, values in vectors.items()) + "\n}")
