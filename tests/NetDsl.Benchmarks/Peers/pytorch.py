"""PyTorch on the CPU as a peer of `compare` and `scaling`.

    pytorch.py THREADS                         answers requests; PeerProcess.cs describes the exchange
    pytorch.py --export FOLDER WORKLOAD ...    writes FOLDER/WORKLOAD.onnx for ONNX Runtime

Needs PyTorch; the export needs the package onnx as well.
"""
import os
import re
import statistics
import sys
import time

import torch
from torch import nn

SLICES = 10
WARM_UP_PART = 0.2
WARM_UP_CALLS = 5


def perceptron(widths, activation):
    """Dense layers with the activation between them; the last gives weighted sums, which the loss takes."""
    layers = [nn.Linear(widths[0], widths[1])]
    for inputs, outputs in zip(widths[1:], widths[2:]):
        layers += [activation(), nn.Linear(inputs, outputs)]
    return nn.Sequential(*layers)


def shower_cnn():
    def block(inputs, outputs):
        return [nn.Conv2d(inputs, outputs, kernel_size=5, padding=2), nn.ReLU(), nn.MaxPool2d(2)]

    head = [nn.Flatten(), nn.Linear(8 * 8 * 64, 1024), nn.ReLU(), nn.Dropout(0.5), nn.Linear(1024, 2)]
    return nn.Sequential(*block(1, 32), *block(32, 64), *head)


class Detector(nn.Module):
    """Samples are [6, 6, 2, 128]: the two layers' waveforms of each detector, channels before time as PyTorch wants them."""

    def __init__(self):
        super().__init__()
        stages = []
        for inputs, outputs, width, end in ((2, 16, 7, nn.MaxPool1d(4)), (16, 24, 5, nn.MaxPool1d(4)), (24, 28, 3, nn.AdaptiveAvgPool1d(1))):
            stages += [nn.Conv1d(inputs, outputs, width, padding=width // 2), nn.ReLU(), end]
        self.in_time = nn.Sequential(*stages)
        self.in_space = nn.Sequential(
            nn.Conv2d(28, 64, 3, padding=1), nn.ReLU(),
            nn.Conv2d(64, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(64, 96, 3, padding=1), nn.ReLU(),
            nn.Flatten(), nn.Linear(3 * 3 * 96, 64), nn.ReLU(), nn.Linear(64, 3))

    def forward(self, waveforms):
        features = self.in_time(waveforms.flatten(0, 2))
        return self.in_space(features.view(-1, 6, 6, 28).permute(0, 3, 1, 2))


def labels(batch):
    return torch.randint(2, (batch, 1)).float()


def classes(count):
    return lambda batch: torch.randint(count, (batch,))


def adam(parameters):
    return torch.optim.Adam(parameters)


# name: model, shape of a sample, targets of a batch, loss, optimiser
WORKLOADS = {
    "truth": (lambda: nn.Sequential(perceptron([3, 4, 1], nn.Sigmoid), nn.Sigmoid()), [3], lambda batch: torch.randn(batch, 1),
              nn.MSELoss(), lambda parameters: torch.optim.SGD(parameters, lr=0.5)),
    "tabular": (lambda: perceptron([26, 64, 32, 1], nn.ReLU), [26], labels, nn.BCEWithLogitsLoss(), adam),
    "jet-latency": (lambda: perceptron([16, 64, 32, 32, 5], nn.ReLU), [16], classes(5), nn.CrossEntropyLoss(), adam),
    "higgs": (lambda: perceptron([28, 300, 300, 300, 300, 1], nn.Tanh), [28], labels, nn.BCEWithLogitsLoss(),
              lambda parameters: torch.optim.SGD(parameters, lr=0.05, momentum=0.9)),
    "mnist-mlp": (lambda: perceptron([784, 128, 64, 10], nn.ReLU), [784], classes(10), nn.CrossEntropyLoss(), adam),
    "shower-cnn": (shower_cnn, [1, 32, 32], classes(2), nn.CrossEntropyLoss(), adam),
    "detector": (Detector, [6, 6, 2, 128], lambda batch: torch.randn(batch, 3), nn.MSELoss(),
                 lambda parameters: torch.optim.Adadelta(parameters)),
}


def find(workload):
    """A reference workload, or mlp-WIDTH: 32 inputs, two layers of WIDTH, one label."""
    width = re.fullmatch(r"mlp-(\d+)", workload)
    if width:
        return lambda: perceptron([32, int(width[1]), int(width[1]), 1], nn.ReLU), [32], labels, nn.BCEWithLogitsLoss(), adam
    return WORKLOADS.get(workload)


def rate(call, samples, seconds):
    """Samples in a second: the median over tenths of the time, after a fifth of it to warm up."""
    calls, end = 0, time.perf_counter() + WARM_UP_PART * seconds
    while calls < WARM_UP_CALLS or time.perf_counter() < end:
        call()
        calls += 1
    rates = []
    for _ in range(SLICES):
        calls, start = 0, time.perf_counter()
        elapsed = 0
        while elapsed < seconds / SLICES:
            call()
            calls += 1
            elapsed = time.perf_counter() - start
        rates.append(calls * samples / elapsed)
    return statistics.median(rates)


def training_rate(workload, batch, seconds):
    make, shape, targets, loss, optimizer = workload
    model, inputs, wanted = make(), torch.randn(batch, *shape), targets(batch)
    rule = optimizer(model.parameters())

    def step():
        rule.zero_grad(set_to_none=True)
        loss(model(inputs), wanted).backward()
        rule.step()

    return rate(step, batch, seconds)


def prediction_rate(workload, batch, seconds):
    """The faster of the plain model and the one that is traced and frozen, half of the time for each."""
    make, shape, *_ = workload
    model, inputs = make().eval(), torch.randn(batch, *shape)
    with torch.no_grad():
        traced = torch.jit.optimize_for_inference(torch.jit.trace(model, inputs))
        return max(rate(lambda: form(inputs), batch, seconds / 2) for form in (model, traced))


def export(folder, name):
    make, shape, *_ = find(name)
    torch.onnx.export(make().eval(), torch.randn(2, *shape), os.path.join(folder, name + ".onnx"), opset_version=13, input_names=["input"],
                      output_names=["output"], dynamic_axes={"input": {0: "batch"}, "output": {0: "batch"}})


def answer_requests():
    figures = {"training": training_rate, "prediction": prediction_rate}
    print("PyTorch", torch.__version__, flush=True)
    for line in sys.stdin:
        figure, name, batch, seconds = line.split()
        workload = find(name)
        known = figure in figures and workload is not None
        print(figures[figure](workload, int(batch), float(seconds)) if known else "none", flush=True)


torch.manual_seed(0)
if sys.argv[1] == "--export":
    for workload_name in sys.argv[3:]:
        export(sys.argv[2], workload_name)
else:
    torch.set_num_threads(int(sys.argv[1]))
    answer_requests()
