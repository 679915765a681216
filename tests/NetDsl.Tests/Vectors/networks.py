#!/usr/bin/env python3
"""Writes the vectors of small networks: parameters, samples and targets drawn here, and what PyTorch makes of them in double precision.

For each network one safetensors file: `input`, `target` and the parameters by their names in single precision (so that a network of
either precision can start from exactly the same numbers), and in double precision `output`, `loss`, `grad/NAME` and `grad/input`.
Images are channels-last, kernels [height, width, in, out]; PyTorch's order is made and unmade here. Padding "same" is TensorFlow's, the odd
zero at the end, and is written out, since PyTorch has another.

usage: networks.py FOLDER      (python3-torch 1.13, python3-numpy 1.24)
"""
import json
import pathlib
import sys

import numpy as np
import torch
import torch.nn.functional as F

ACTIVATIONS = {
    "linear": lambda z: z,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "softmax": lambda z: torch.softmax(z, -1),
}


class Network:
    """Builds a network layer by layer while it computes it, drawing parameters as it comes to need them."""

    def __init__(self, seed, samples, *shape):
        self.random = np.random.RandomState(seed)
        self.parameters = {}
        self.counts = {}
        self.after = {}
        self.input = self.x = self.draw(1.0, samples, *shape)
        self.sums = None

    def draw(self, scale, *shape):
        values = (scale * self.random.standard_normal(shape)).astype(np.float32)
        return torch.tensor(values.astype(np.float64), requires_grad=True)

    def name(self, kind):
        index = self.counts.get(kind, 0)
        self.counts[kind] = index + 1
        return f"{kind}_{index}"

    def parameter(self, name, scale, *shape):
        self.parameters[name] = self.draw(scale, *shape)
        return self.parameters[name]

    def activate(self, z, activation):
        self.sums, self.x = z, ACTIVATIONS[activation](z)
        return self

    def dense(self, units, activation="linear", bias=True):
        name, inputs = self.name("dense"), self.x.shape[-1]
        z = self.x @ self.parameter(f"{name}/kernel", inputs ** -0.5, inputs, units)
        return self.activate(z + self.parameter(f"{name}/bias", 0.3, units) if bias else z, activation)

    def windowed(self, kernel, strides, padding, value, dilation=1):
        """The input for windows over its last dimensions before the channels: those before them as one batch, channels first."""
        axes = len(kernel)
        x = self.x.reshape(-1, *self.x.shape[-1 - axes:]).movedim(-1, 1)
        if padding == "valid":
            return x
        zeros = []
        for size, window, stride in zip(x.shape[2:], kernel, strides):
            reach = (window - 1) * dilation + 1
            total = reach - 1 if padding == "causal" else max((-(-size // stride) - 1) * stride + reach - size, 0)
            before = total if padding == "causal" else total // 2
            zeros = [before, total - before] + zeros
        return F.pad(x, zeros, value=value)

    def restored(self, z):
        """Channels last again, and the dimensions before the windows' as they were."""
        return z.movedim(1, -1).reshape(*self.x.shape[:self.x.dim() - z.dim() + 1], *z.shape[2:], z.shape[1])

    def convolution(self, kind, function, filters, kernel, strides, padding, activation, bias, dilation=1):
        name, channels = self.name(kind), self.x.shape[-1]
        w = self.parameter(f"{name}/kernel", (np.prod(kernel) * channels) ** -0.5, *kernel, channels, filters)
        b = self.parameter(f"{name}/bias", 0.3, filters) if bias else None
        x = self.windowed(kernel, strides, padding, 0.0, dilation)
        z = function(x, w.movedim((-1, -2), (0, 1)), b, stride=strides, dilation=dilation)
        return self.activate(self.restored(z), activation)

    def conv1d(self, filters, kernel, strides=1, padding="valid", activation="linear", bias=True, dilation=1):
        return self.convolution("conv1d", F.conv1d, filters, (kernel,), (strides,), padding, activation, bias, dilation)

    def conv2d(self, filters, kernel, strides=(1, 1), padding="valid", activation="linear", bias=True, dilation=1):
        return self.convolution("conv2d", F.conv2d, filters, kernel, strides, padding, activation, bias, dilation)

    def conv3d(self, filters, kernel, strides=(1, 1, 1), padding="valid", activation="linear", bias=True, dilation=1):
        return self.convolution("conv3d", F.conv3d, filters, kernel, strides, padding, activation, bias, dilation)

    def channelwise(self, name, kernel, strides, padding, multiplier, dilation, bias):
        """Each channel by itself: output channels are [channel, multiplier]."""
        channels = self.x.shape[-1]
        w = self.parameter(f"{name}/depthwise_kernel", np.prod(kernel) ** -0.5, *kernel, channels, multiplier)
        b = self.parameter(f"{name}/bias", 0.3, channels * multiplier) if bias else None
        x = self.windowed(kernel, strides, padding, 0.0, dilation)
        w = w.reshape(*kernel, channels * multiplier).movedim(-1, 0).unsqueeze(1)
        function = F.conv1d if len(kernel) == 1 else F.conv2d
        return self.restored(function(x, w, b, stride=strides, dilation=dilation, groups=channels))

    def depthwise(self, kernel, strides=None, padding="valid", activation="linear", multiplier=1, dilation=1, bias=True):
        strides = strides or (1,) * len(kernel)
        return self.activate(
            self.channelwise(self.name(f"depthwiseconv{len(kernel)}d"), kernel, strides, padding, multiplier, dilation, bias), activation)

    def separable(self, filters, kernel, strides=None, padding="valid", activation="linear", multiplier=1, dilation=1):
        name = self.name(f"separableconv{len(kernel)}d")
        z = self.channelwise(name, kernel, strides or (1,) * len(kernel), padding, multiplier, dilation, False)
        w = self.parameter(f"{name}/pointwise_kernel", z.shape[-1] ** -0.5, *(1 for _ in kernel), z.shape[-1], filters)
        return self.activate(z @ w.reshape(-1, filters) + self.parameter(f"{name}/bias", 0.3, filters), activation)

    def transposed(self, filters, kernel, strides, size, padding="valid", activation="linear", dilation=1, bias=True):
        """The gradient of a convolution over an output of so many places, with TensorFlow's padding: the full one, cut or filled up."""
        axes, name, channels = len(kernel), self.name(f"conv{len(kernel)}dtranspose"), self.x.shape[-1]
        w = self.parameter(f"{name}/kernel", (np.prod(kernel) * channels) ** -0.5, *kernel, filters, channels)
        b = self.parameter(f"{name}/bias", 0.3, filters) if bias else 0.0
        x = self.x.reshape(-1, *self.x.shape[-1 - axes:]).movedim(-1, 1)
        function = F.conv_transpose1d if axes == 1 else F.conv_transpose2d
        z = function(x, w.movedim((-1, -2), (0, 1)), stride=strides, dilation=dilation)
        zeros = []
        for inputs, window, stride, outputs, full in zip(x.shape[2:], kernel, strides, size, z.shape[2:]):
            total = max((inputs - 1) * stride + (window - 1) * dilation + 1 - outputs, 0)
            before = total // 2 if padding == "same" else 0
            zeros = [-before, outputs - full + before] + zeros
        return self.activate(self.restored(F.pad(z, zeros)) + b, activation)

    def pool(self, window, strides=None, padding="valid"):
        strides = strides or window
        x = self.windowed(window, strides, padding, -torch.inf)
        self.x = self.restored((F.max_pool1d if len(window) == 1 else F.max_pool2d)(x, window, strides))
        return self

    def statistic(self, name, positive):
        """A parameter that is not trained: of a variance, so far from 0 as variances are."""
        values = self.parameter(name, 0.5, self.x.shape[-1])
        values = values.abs() + 0.5 if positive else values
        self.parameters[name] = values.detach().to(torch.float32).to(torch.float64)
        return self.parameters[name]

    def scaled(self, name, z, scale, center):
        z = z * self.parameter(f"{name}/gamma", 1.0, z.shape[-1]) if scale else z
        self.x = z + self.parameter(f"{name}/beta", 0.5, z.shape[-1]) if center else z
        return self

    def batch_normalization(self, training, epsilon=1e-3, scale=True, center=True):
        """With the statistics of the batch or of before; the moving ones go towards the biased variance, as in Keras."""
        name, places = self.name("batchnormalization"), tuple(range(self.x.dim() - 1))
        mean, variance = self.statistic(f"{name}/moving_mean", False), self.statistic(f"{name}/moving_variance", True)
        if training:
            moving = {"moving_mean": mean, "moving_variance": variance}
            mean, variance = self.x.mean(places), self.x.var(places, unbiased=False)
            for key, value in (("moving_mean", mean), ("moving_variance", variance)):
                self.after[f"after/{name}/{key}"] = 0.99 * moving[key] + 0.01 * value
        return self.scaled(name, (self.x - mean) / torch.sqrt(variance + epsilon), scale, center)

    def layer_normalization(self, epsilon=1e-3, scale=True, center=True):
        return self.scaled(self.name("layernormalization"), F.layer_norm(self.x, self.x.shape[-1:], eps=epsilon), scale, center)

    def normalization(self):
        name = self.name("normalization")
        mean, variance = self.statistic(f"{name}/mean", False), self.statistic(f"{name}/variance", True)
        self.x = (self.x - mean) / torch.sqrt(variance)
        return self

    def mean_of_steps(self):
        self.x = self.x.mean(-2)
        return self

    def flatten(self):
        self.x = self.x.reshape(self.x.shape[0], -1)
        return self

    def recurrent(self, kind, units, gates, sequences, backwards, function, order=None, inner=False):
        """PyTorch's own layer over each sequence: kernels transposed, gates in PyTorch's order, a bias for each of its two products."""
        name, features = self.name(kind), self.x.shape[-1]
        kernel = self.parameter(f"{name}/kernel", features ** -0.5, features, gates * units)
        recurrent = self.parameter(f"{name}/recurrent_kernel", units ** -0.5, units, gates * units)
        bias = self.parameter(f"{name}/bias", 0.3, *([2] if inner else []), gates * units)

        def ordered(w):
            return w if order is None else torch.cat([w[..., gate * units:(gate + 1) * units] for gate in order], -1)

        biases = [ordered(bias[0]), ordered(bias[1])] if inner else [ordered(bias), torch.zeros_like(bias)]
        x = self.x.reshape(-1, *self.x.shape[-2:])
        x = x.flip(1) if backwards else x
        states = function(x, [ordered(kernel).T, ordered(recurrent).T, *biases])
        states = states.reshape(*self.x.shape[:-1], units)
        return self.activate(states if sequences else states[..., -1, :], "linear")

    def simple_rnn(self, units, activation="tanh", sequences=False, backwards=False):
        function = getattr(torch._VF, f"rnn_{activation}")
        return self.recurrent("simplernn", units, 1, sequences, backwards, lambda x, w: function(
            x, x.new_zeros(1, len(x), units), w, True, 1, 0.0, True, False, True)[0])

    def lstm(self, units, sequences=False, backwards=False):
        return self.recurrent("lstm", units, 4, sequences, backwards, lambda x, w: torch._VF.lstm(
            x, [x.new_zeros(1, len(x), units)] * 2, w, True, 1, 0.0, True, False, True)[0])

    def gru(self, units, sequences=False, backwards=False):
        return self.recurrent("gru", units, 3, sequences, backwards, lambda x, w: torch._VF.gru(
            x, x.new_zeros(1, len(x), units), w, True, 1, 0.0, True, False, True)[0], order=(1, 0, 2), inner=True)

    def gru_reset_before(self, units, sequences=False, backwards=False):
        """PyTorch has no such layer, so the equations of Cho et al. (2014) are written out."""
        def states(x, weights):
            kernel, recurrent, bias, _ = weights
            h, all_states = x.new_zeros(len(x), units), []
            for step in range(x.shape[1]):
                z, r, g = (x[:, step] @ kernel.T + bias).split(units, -1)
                of_z, of_r, of_g = recurrent.T.split(units, -1)
                z, r = torch.sigmoid(z + h @ of_z), torch.sigmoid(r + h @ of_r)
                h = z * h + (1 - z) * torch.tanh(g + (r * h) @ of_g)
                all_states.append(h)
            return torch.stack(all_states, 1)

        return self.recurrent("gru", units, 3, sequences, backwards, states)

    def bidirectional_lstm(self, units, sequences=False):
        """PyTorch's own layer of both directions, whose states after the last step are those of the last step taken in each."""
        name, features = self.name("lstm"), self.x.shape[-1]
        weights = []
        for prefix in ("", "backward_"):
            kernel = self.parameter(f"{name}/{prefix}kernel", features ** -0.5, features, 4 * units)
            recurrent = self.parameter(f"{name}/{prefix}recurrent_kernel", units ** -0.5, units, 4 * units)
            bias = self.parameter(f"{name}/{prefix}bias", 0.3, 4 * units)
            weights += [kernel.T, recurrent.T, bias, torch.zeros_like(bias)]
        zeros = [self.x.new_zeros(2, len(self.x), units)] * 2
        y = torch._VF.lstm(self.x, zeros, weights, True, 1, 0.0, True, True, True)[0]
        return self.activate(y if sequences else torch.cat([y[:, -1, :units], y[:, 0, units:]], -1), "linear")

    def numbers(self, count):
        """Makes the input whole numbers, which have no gradient."""
        self.input = torch.tensor(self.random.randint(0, count, self.x.shape).astype(np.float64))
        self.input.grad = torch.zeros_like(self.input)
        self.x = self.input
        return self

    def embedding(self, count, values):
        table = self.parameter(f"{self.name('embedding')}/embeddings", 1.0, count, values)
        return self.activate(F.embedding(self.x.long(), table), "linear")

    # The losses. Where PyTorch has the fused form, from the weighted sums, it is used.
    def mean_squared_error(self):
        self.target = self.draw(1.0, *self.x.shape)
        self.loss = F.mse_loss(self.x, self.target)
        return self

    def labels(self):
        self.target = torch.tensor(self.random.randint(0, 2, self.x.shape).astype(np.float64))

    def one_hot(self):
        classes = self.x.shape[-1]
        self.target = torch.tensor(np.eye(classes)[self.random.randint(0, classes, self.x.shape[:-1])])

    def binary_crossentropy(self, fused):
        self.labels()
        self.loss = F.binary_cross_entropy_with_logits(self.sums, self.target) if fused else F.binary_cross_entropy(self.x, self.target)
        return self

    def categorical_crossentropy(self, fused):
        self.one_hot()
        logs = torch.log_softmax(self.sums, -1) if fused else torch.log(self.x)
        self.loss = -(self.target * logs).sum(-1).mean()
        return self

    def write(self, path):
        self.loss.backward()
        single = {"input": self.input, "target": self.target, **self.parameters}
        double = {"output": self.x, "loss": self.loss, "grad/input": self.input.grad,
                  **{f"grad/{name}": torch.zeros_like(value) if value.grad is None else value.grad for name, value in self.parameters.items()},
                  **self.after}
        write_safetensors(path, [(name, "F64", value.detach().numpy().astype("<f8")) for name, value in sorted(double.items())]
                          + [(name, "F32", value.detach().numpy().astype("<f4")) for name, value in sorted(single.items())])


def write_safetensors(path, tensors):
    """The format is small enough to write it by hand: the length of the header, the header, the values."""
    header, end = {}, 0
    for name, dtype, values in tensors:
        header[name] = {"dtype": dtype, "shape": list(values.shape), "data_offsets": [end, end + values.nbytes]}
        end += values.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(len(text).to_bytes(8, "little") + text + b"".join(np.ascontiguousarray(v).tobytes() for _, _, v in tensors))


def normalized_by_batch(training):
    return Network(20, 7, 4, 4, 3).conv2d(5, (3, 3), padding="same").batch_normalization(training) \
        .conv2d(18, (3, 3), padding="same", activation="tanh").batch_normalization(training, scale=False).flatten() \
        .dense(9).batch_normalization(training, epsilon=0.01, center=False).dense(3, "softmax").categorical_crossentropy(fused=True)


NETWORKS = {
    "convolution_valid": lambda: Network(1, 5, 9, 8, 3).conv2d(5, (3, 3), activation="relu").pool((2, 2)).flatten()
    .dense(6, "tanh").dense(3, "softmax").categorical_crossentropy(fused=True),

    "convolution_same": lambda: Network(2, 9, 9, 8, 2).conv2d(5, (3, 2), (2, 2), "same", "tanh").conv2d(6, (1, 1), activation="sigmoid")
    .pool((3, 3), (1, 1), "same").conv2d(4, (2, 4), (1, 3), "same", "relu").flatten().dense(1, "sigmoid").binary_crossentropy(fused=True),

    "convolution_strided": lambda: Network(3, 7, 12, 14, 1).conv2d(17, (2, 2), (3, 3), activation="tanh", bias=False)
    .pool((2, 3), (1, 2), "same").conv2d(6, (4, 3), activation="linear").flatten().dense(3).mean_squared_error(),

    "convolution_output": lambda: Network(4, 3, 5, 7, 2).conv2d(4, (3, 5), padding="same", activation="softmax")
    .conv2d(3, (2, 2), activation="sigmoid").mean_squared_error(),

    "pooling_output": lambda: Network(5, 4, 7, 5, 3).conv2d(4, (2, 2), activation="linear").pool((3, 2), (2, 2), "same").mean_squared_error(),

    "dense_activations": lambda: Network(6, 21, 17).dense(19, "sigmoid").dense(7, "softmax").dense(33, "relu").dense(5, "tanh", bias=False)
    .dense(2, "linear").mean_squared_error(),

    "dense_leading": lambda: Network(7, 3, 2, 3, 5).dense(7, "tanh").dense(4, "softmax").categorical_crossentropy(fused=True),

    "conv1d_leading": lambda: Network(15, 5, 2, 3, 11, 3).conv1d(5, 4, 2, "same", "tanh").pool((3,), (1,), "same")
    .conv1d(17, 1, 3, activation="sigmoid", bias=False).conv1d(4, 2).mean_squared_error(),

    "conv2d_leading": lambda: Network(16, 4, 3, 6, 5, 2).conv2d(5, (3, 2), padding="same", activation="relu").pool((2, 3), (2, 1))
    .conv2d(6, (2, 2), (1, 2), "same", "tanh").flatten().dense(2, "sigmoid").mean_squared_error(),

    "detector": lambda: Network(17, 3, 4, 4, 32, 2).conv1d(5, 7, padding="same", activation="relu").pool((4,))
    .conv1d(6, 5, padding="same", activation="relu").pool((2,)).conv1d(7, 3, padding="same", activation="relu").mean_of_steps()
    .conv2d(8, (3, 3), padding="same", activation="relu").conv2d(8, (3, 3), padding="same", activation="relu").pool((2, 2))
    .conv2d(9, (3, 3), padding="same", activation="relu").flatten().dense(10, "relu").dense(3).mean_squared_error(),

    "normalized_by_batch": lambda: normalized_by_batch(training=False),
    "normalized_by_batch_training": lambda: normalized_by_batch(training=True),
    "normalized_by_layer": lambda: Network(21, 5, 2, 6).normalization().dense(33, "tanh").layer_normalization()
    .dense(8).layer_normalization(epsilon=0.01, scale=False).flatten().dense(2).mean_squared_error(),

    "simple_rnn": lambda: Network(18, 9, 6, 3).simple_rnn(18, "relu", sequences=True).simple_rnn(4, backwards=True).mean_squared_error(),
    "lstm": lambda: Network(19, 5, 7, 3).lstm(17, sequences=True).lstm(5, backwards=True).dense(2).mean_squared_error(),
    "lstm_leading": lambda: Network(20, 3, 2, 3, 5, 2).lstm(6, sequences=True, backwards=True).lstm(3).mean_squared_error(),
    "lstm_bidirectional": lambda: Network(24, 5, 6, 3).bidirectional_lstm(7, sequences=True).bidirectional_lstm(3).mean_squared_error(),
    "gru": lambda: Network(21, 5, 6, 3).gru(13, sequences=True).gru(4, backwards=True).mean_squared_error(),
    "gru_reset_before": lambda: Network(22, 5, 5, 3).gru_reset_before(7, sequences=True).gru_reset_before(4, backwards=True).mean_squared_error(),
    "embedding": lambda: Network(23, 9, 6).numbers(11).embedding(11, 5).lstm(4).dense(2).mean_squared_error(),

    "convolution_dilated": lambda: Network(18, 3, 2, 13, 3).conv1d(5, 3, 1, "causal", "tanh", dilation=2)
    .conv1d(17, 2, 1, "same", "sigmoid", dilation=3).conv1d(3, 4, 2, "causal", "relu").conv1d(2, 2, dilation=4).mean_squared_error(),

    "convolution_volume": lambda: Network(19, 3, 5, 4, 6, 2).conv3d(3, (2, 3, 2), (1, 2, 1), "same", "tanh")
    .conv3d(4, (2, 2, 3), (2, 1, 1), activation="sigmoid").conv3d(2, (2, 1, 2)).mean_squared_error(),

    "depthwise": lambda: Network(20, 3, 8, 7, 5).depthwise((3, 3), None, "same", "sigmoid").depthwise((2, 3), (2, 2), "same", "tanh", 3)
    .depthwise((2, 2), activation="relu", dilation=2, bias=False).mean_squared_error(),

    "depthwise_steps": lambda: Network(21, 3, 2, 14, 17).depthwise((5,), None, "same", "relu", 2, 2).depthwise((3,), (2,)).mean_squared_error(),

    "separable": lambda: Network(22, 3, 6, 7, 4).separable(6, (3, 3), (2, 2), "same", "tanh", 2).separable(18, (2, 3), activation="sigmoid")
    .flatten().dense(2).mean_squared_error(),

    "separable_steps": lambda: Network(23, 3, 2, 11, 3).separable(5, (3,), None, "same", "relu", dilation=2).separable(3, (4,), (3,)).mean_squared_error(),

    "transposed": lambda: Network(24, 3, 3, 4, 5).transposed(6, (3, 2), (2, 2), (6, 8), "same", "sigmoid")
    .transposed(3, (4, 3), (2, 1), (11, 8), "same", "tanh").transposed(2, (1, 2), (1, 3), (11, 24), "valid").mean_squared_error(),

    "transposed_steps": lambda: Network(25, 3, 2, 5, 3).transposed(5, (4,), (3,), (18,), "valid", "relu").transposed(2, (3,), (1,), (22,), "valid", "tanh", 2)
    .mean_squared_error(),

    "mse_softmax": lambda: Network(8, 8, 4).dense(6, "relu").dense(3, "softmax").mean_squared_error(),
    "mse_sigmoid": lambda: Network(9, 8, 3).dense(4, "sigmoid").dense(2, "sigmoid").mean_squared_error(),
    "mse_tanh": lambda: Network(10, 8, 3).dense(4, "tanh").dense(2, "tanh").mean_squared_error(),
    "mse_relu": lambda: Network(11, 8, 3).dense(9, "tanh").dense(5, "relu").mean_squared_error(),
    "bce_labels": lambda: Network(12, 2, 6).dense(8, "tanh").dense(7, "sigmoid").binary_crossentropy(fused=True),
    "bce_softmax": lambda: Network(13, 6, 4).dense(8, "tanh").dense(2, "softmax").binary_crossentropy(fused=False),
    "cce_sigmoid": lambda: Network(14, 6, 4).dense(8, "tanh").dense(3, "sigmoid").categorical_crossentropy(fused=False),
}

if __name__ == "__main__":
    for network, make in NETWORKS.items():
        make().write(pathlib.Path(sys.argv[1]) / f"{network}.safetensors")
