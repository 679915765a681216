#!/usr/bin/env python3
"""Writes preparation.json: the steps of a preparation by scikit-learn, splits into folds, and histograms and quartiles by numpy.

Data are multiples of 1/64, which single precision holds. Steps are fitted to the first rows and applied to all; a missing value is null.

usage: preparation.py > preparation.json      (scikit-learn 1.2, numpy 1.24)
"""
import json
import sys

import numpy as np
from sklearn import impute, model_selection, pipeline, preprocessing

random = np.random.default_rng(20240601)
ROWS, TRAIN = 60, 40


def plain(value):
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, (np.floating, float)):
        return None if np.isnan(value) else float(value)
    return int(value) if isinstance(value, np.integer) else value


def rounded(values):
    return np.round(values * 64) / 64


def fitted(step, data, **numbers):
    step.fit(data[:TRAIN])
    return {"prepared": step.transform(data), **{name: getattr(step, name + "_") for name in numbers}}


def table():
    columns = [random.normal(0, 1, ROWS), random.normal(1000, 3, ROWS), random.gamma(2, 20, ROWS),
               np.full(ROWS, 7.5), random.integers(0, 4, ROWS)]
    return rounded(np.stack(columns, axis=1))


complete = table()
holes = table()
holes[random.random(holes.shape) < 0.2] = np.nan
holes[:, 3] = 7.5
images = rounded(random.normal([5, -300], [2, 40], (12, 3, 4, 2)))
colours = np.array(["red", "green", "blue"])[random.integers(0, 3, ROWS)]
numbers = random.choice([1.5, 2.0, -4.25], ROWS)
targets = rounded(random.normal([100, -3], [25, 0.5], (ROWS, 2)))

scaler = preprocessing.StandardScaler
channels = scaler().fit(images.reshape(-1, 2))
span = preprocessing.MinMaxScaler().fit(images.reshape(-1, 2))
low, high = np.quantile(complete[:TRAIN], [0.1, 0.8], axis=0)
one_hot = preprocessing.OneHotEncoder(categories=[["red", "green", "blue"], [-4.25, 1.5, 2.0]], sparse_output=False)
chain = pipeline.make_pipeline(impute.SimpleImputer(strategy="median", add_indicator=True), scaler())
target_scaler = scaler().fit(targets[:TRAIN])

json.dump(plain({
    "train": TRAIN,
    "complete": complete,
    "holes": holes,
    "images": images,
    "colours": colours,
    "numbers": numbers,
    "targets": targets,
    "standard": {**fitted(scaler(), complete), "mean": scaler().fit(complete[:TRAIN]).mean_, "std": scaler().fit(complete[:TRAIN]).scale_},
    "standard_holes": {**fitted(scaler(), holes), "mean": scaler().fit(holes[:TRAIN]).mean_, "std": scaler().fit(holes[:TRAIN]).scale_},
    "standard_channels": {"mean": channels.mean_, "std": channels.scale_, "prepared": channels.transform(images.reshape(-1, 2))},
    "min_max": {**fitted(preprocessing.MinMaxScaler((-1, 3)), complete, scale=0, min=0)},
    "min_max_holes": {**fitted(preprocessing.MinMaxScaler(), holes, scale=0, min=0)},
    "min_max_channels": {"scale": span.scale_, "min": span.min_, "prepared": span.transform(images.reshape(-1, 2))},
    "log": np.log1p(np.abs(complete)),
    "signed_log": np.sign(complete) * np.log1p(np.abs(complete)),
    "log_offset": np.log(complete + 100),
    "clip": np.clip(complete, -0.5, 2),
    "clip_quantiles": np.clip(complete, low, high),
    "impute_mean": fitted(impute.SimpleImputer(), holes, statistics=0),
    "impute_median": fitted(impute.SimpleImputer(strategy="median"), holes, statistics=0),
    "impute_most_frequent": fitted(impute.SimpleImputer(strategy="most_frequent"), holes, statistics=0),
    "impute_constant": fitted(impute.SimpleImputer(strategy="constant", fill_value=-2.5), holes),
    "impute_indicator": fitted(impute.SimpleImputer(add_indicator=True), holes),
    "impute_standard": {**fitted(chain, holes)},
    "one_hot": one_hot.fit_transform(np.stack([colours.astype(object), numbers.astype(object)], axis=1)),
    "target": {"mean": target_scaler.mean_, "std": target_scaler.scale_, "prepared": target_scaler.transform(targets)},
    "time_series": [[train[-1] + 1, test[0], test[-1] + 1] for train, test in model_selection.TimeSeriesSplit(5).split(np.arange(23))],
    "group_folds": [len(test) for _, test in model_selection.GroupKFold(3).split(np.arange(ROWS), groups=(np.arange(ROWS) ** 2 // 97))],
    "histograms": [dict(zip(("counts", "edges"), np.histogram(column[~np.isnan(column)], 20))) for column in holes.T],
    "quartiles": np.nanquantile(holes, [0.25, 0.5, 0.75], axis=0).T,
}), sys.stdout, separators=(",", ":"))
print()
