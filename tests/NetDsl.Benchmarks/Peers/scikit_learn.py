"""scikit-learn's MLPClassifier (Adam, ReLU) as a peer of `compare`: it trains the tables.

    scikit_learn.py THREADS    answers requests; PeerProcess.cs describes the exchange

Its products use the threads that OMP_NUM_THREADS allows.
"""
import statistics
import sys
import time
import warnings

import numpy
import sklearn
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

# name: features, hidden layers, classes
WORKLOADS = {
    "tabular": (26, (64, 32), 2),
    "jet-latency": (16, (64, 32, 32), 5),
    "mnist-mlp": (784, (128, 64), 10),
}
BATCHES = 50
EPOCHS = 4
LEAST_FITS = 3


def training_rate(workload, batch, seconds):
    """Samples in a second: the median over fits of a few epochs, which are what a caller can time."""
    features, hidden, classes = workload
    random = numpy.random.default_rng(0)
    inputs = random.standard_normal((BATCHES * batch, features), dtype=numpy.float32)
    targets = random.integers(classes, size=len(inputs))
    rates, end = [], time.perf_counter() + seconds
    while len(rates) < LEAST_FITS or time.perf_counter() < end:
        model = MLPClassifier(hidden, batch_size=batch, max_iter=EPOCHS, tol=0, n_iter_no_change=EPOCHS + 1)
        start = time.perf_counter()
        model.fit(inputs, targets)
        rates.append(EPOCHS * len(inputs) / (time.perf_counter() - start))
    return statistics.median(rates)


warnings.simplefilter("ignore", ConvergenceWarning)
print("scikit-learn", sklearn.__version__, flush=True)
for line in sys.stdin:
    figure, name, batch, seconds = line.split()
    known = figure == "training" and name in WORKLOADS
    print(training_rate(WORKLOADS[name], int(batch), float(seconds)) if known else "none", flush=True)
