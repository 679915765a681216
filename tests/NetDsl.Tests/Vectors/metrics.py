#!/usr/bin/env python3
"""Writes metrics.json: every metric of NetDsl.Evaluation by scikit-learn, numpy and scipy, or by its definition where they have none.

Scores are multiples of 1/32 and 1/16, so that many are tied. Each case is taken without weights, with weights of which some are zero,
and with weights of which some are negative.

usage: metrics.py > metrics.json      (scikit-learn 1.2, numpy 1.24, scipy 1.10)
"""
import json
import warnings

import numpy as np
from scipy import special, stats
from sklearn import calibration, metrics

warnings.simplefilter("ignore")
random = np.random.default_rng(20240117)


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


def weightings(samples):
    positive = np.round(random.gamma(2.0, 0.5, samples), 3)
    positive[random.choice(samples, 3, replace=False)] = 0
    signed = np.where(random.random(samples) < 0.2, -0.3, 1.0) * np.round(random.gamma(2.0, 0.5, samples), 3)
    return {"equal": None, "weighted": positive, "negative": signed}


def each_weighting(samples, function):
    return {name: {"weights": [] if w is None else w, **function(w, name)} for name, w in weightings(samples).items()}


def pairs_area(scores, labels, w):
    """The weighted share of pairs ranked rightly, ties by half, which is the area under the ROC curve for weights of any sign."""
    w = np.ones(len(scores)) if w is None else w
    s, b = labels == 1, labels == 0
    rank = (scores[s][:, None] > scores[b][None, :]) + 0.5 * (scores[s][:, None] == scores[b][None, :])
    return (w[s][:, None] * w[b][None, :] * rank).sum() / (w[s].sum() * w[b].sum())


def bins(probabilities, labels, w, edges):
    w = np.ones(len(probabilities)) if w is None else w
    place = np.searchsorted(edges[1:-1], probabilities)
    total = np.bincount(place, w, len(edges) - 1)
    keep = total > 0
    mean = np.bincount(place, w * probabilities, len(edges) - 1)[keep] / total[keep]
    fraction = np.bincount(place, w * labels, len(edges) - 1)[keep] / total[keep]
    gap = np.abs(mean - fraction)
    return {"edges": edges, "predicted": mean, "positive": fraction, "bin_weights": total[keep],
            "expected": (gap * total[keep]).sum() / total[keep].sum(), "maximum": gap.max()}


def scan(scores, labels, w, formula):
    w = np.ones(len(scores)) if w is None else w
    cuts = np.unique(scores[w != 0])[::-1]
    s = np.array([w[(scores >= cut) & (labels == 1)].sum() for cut in cuts])
    b = np.array([w[(scores >= cut) & (labels == 0)].sum() for cut in cuts])
    defined = b > 1e-12
    z = np.full(len(cuts), np.nan)
    if formula == "asimov":
        s0 = np.maximum(s, 0)
        z[defined] = np.sqrt(2 * ((s0 + b) * np.log(1 + s0 / np.where(defined, b, 1)) - s0)[defined])
    elif formula == "background":
        z[defined] = s[defined] / np.sqrt(b[defined])
    else:
        z[defined] = s[defined] / np.sqrt(s[defined] + b[defined])
    return {"signals": s, "backgrounds": b, "significances": z, "best": int(np.nanargmax(z))}


def binary():
    n = 60
    labels = (random.random(n) < 0.4).astype(int)
    scores = np.clip(np.round((random.normal(0.38, 0.2, n) + 0.25 * labels) * 32), 0, 32) / 32

    def case(w, name):
        guess = scores > 0.5
        fpr, tpr, thresholds = metrics.roc_curve(labels, scores, sample_weight=w, drop_intermediate=False)
        precisions, recalls, pr_thresholds = metrics.precision_recall_curve(labels, scores, sample_weight=w)
        report = {f"f{beta}": metrics.fbeta_score(labels, guess, beta=beta, sample_weight=w) for beta in (1, 2)}
        result = {
            "accuracy": metrics.accuracy_score(labels, guess, sample_weight=w),
            "precision": metrics.precision_score(labels, guess, sample_weight=w),
            "recall": metrics.recall_score(labels, guess, sample_weight=w),
            **report,
            "confusion": metrics.confusion_matrix(labels, guess, sample_weight=w),
            "confusion_true": metrics.confusion_matrix(labels, guess, sample_weight=w, normalize="true"),
            "confusion_pred": metrics.confusion_matrix(labels, guess, sample_weight=w, normalize="pred"),
            "confusion_all": metrics.confusion_matrix(labels, guess, sample_weight=w, normalize="all"),
            "fpr": fpr, "tpr": tpr, "thresholds": thresholds[1:], "area": pairs_area(scores, labels, w),
            "precisions": precisions, "recalls": recalls, "pr_thresholds": pr_thresholds,
            "average_precision": metrics.average_precision_score(labels, scores, sample_weight=w),
            "brier": np.average((labels - scores) ** 2, weights=w),
            "log_loss": metrics.log_loss(labels, scores, sample_weight=w),
            "uniform": bins(scores, labels, w, np.linspace(0, 1, 6)),
            "quantile": bins(scores, labels, w, np.percentile(scores, np.linspace(0, 1, 5) * 100)),
            "asimov": scan(scores, labels, w, "asimov"),
            "background": scan(scores, labels, w, "background"),
            "total": scan(scores, labels, w, "total"),
        }
        if name != "negative":
            result["roc_auc_score"] = metrics.roc_auc_score(labels, scores, sample_weight=w)
            result["brier_score_loss"] = metrics.brier_score_loss(labels, scores, sample_weight=w)
            result["efficiency"] = [np.interp(1 - r, fpr, tpr) for r in (0.55, 0.83, 0.987)]
            result["rejection"] = [1 - np.interp(e, tpr, fpr) for e in (0.31, 0.507, 0.93)]
        if name == "equal":
            for strategy, count in (("uniform", 5), ("quantile", 4)):
                positive, predicted = calibration.calibration_curve(labels, scores, n_bins=count, strategy=strategy)
                result[f"calibration_{strategy}"] = {"predicted": predicted, "positive": positive}
        return result

    return {"scores": scores, "labels": labels, "cases": each_weighting(n, case)}


def categorical():
    n, classes = 70, 4
    labels = random.choice(classes, n, p=[0.4, 0.3, 0.2, 0.1])
    prior = 0.6 + 1.6 * np.eye(classes)[labels]
    outputs = np.array([random.multinomial(16, random.dirichlet(row)) for row in prior]) / 16
    untied = np.array([random.dirichlet(row) for row in prior])
    every = list(range(classes))
    one_hot = np.eye(classes)[labels]

    def averages(function, **options):
        return {average: function(average=average, **options) for average in ("macro", "weighted", "micro")}

    def case(w, name):
        guess = outputs.argmax(axis=1)
        result = {
            "accuracy": metrics.accuracy_score(labels, guess, sample_weight=w),
            "top": [metrics.top_k_accuracy_score(labels, untied, k=k, sample_weight=w) for k in (1, 2, 3)],
            "confusion": metrics.confusion_matrix(labels, guess, sample_weight=w),
            "log_loss": metrics.log_loss(labels, outputs, sample_weight=w),
            "brier": np.average(((outputs - one_hot) ** 2).sum(axis=1), weights=w),
        }
        for beta in (1, 0.5):
            for average in (None, "macro", "weighted", "micro"):
                p, r, f, s = metrics.precision_recall_fscore_support(
                    labels, guess, beta=beta, labels=every, average=average, sample_weight=w, zero_division=0)
                result[f"report_{beta}_{average or 'classes'}"] = [p, r, f] + ([s] if average is None else [])
        if name != "negative":
            result["ovr"] = averages(lambda average: metrics.roc_auc_score(
                labels, outputs, multi_class="ovr", average=average, sample_weight=w))
            result["average_precision"] = averages(lambda average: metrics.average_precision_score(
                one_hot, outputs, average=average, sample_weight=w))
        if name == "equal":
            result["ovo"] = {average: metrics.roc_auc_score(labels, outputs, multi_class="ovo", average=average)
                             for average in ("macro", "weighted")}
        return result

    return {"outputs": outputs, "untied": untied, "labels": labels, "cases": each_weighting(n, case)}


def multilabel():
    n, count = 40, 3
    targets = (random.random((n, count)) < [0.5, 0.3, 0.2]).astype(int)
    outputs = np.clip(np.round((random.normal(0.35, 0.2, (n, count)) + 0.3 * targets) * 16), 0, 16) / 16

    def case(w, name):
        guess = (outputs > 0.5).astype(int)
        result = {}
        for average in (None, "macro", "weighted", "micro"):
            p, r, f, s = metrics.precision_recall_fscore_support(targets, guess, beta=2, average=average, sample_weight=w, zero_division=0)
            result[f"report_{average or 'classes'}"] = [p, r, f] + ([s] if average is None else [])
        result["accuracy"] = np.average((guess == targets).mean(axis=1), weights=w)
        result["log_loss"] = np.mean([metrics.log_loss(targets[:, i], outputs[:, i], sample_weight=w) for i in range(count)])
        result["brier"] = np.average(((outputs - targets) ** 2).mean(axis=1), weights=w)
        if name != "negative":
            for average in ("macro", "weighted", "micro"):
                result[f"auc_{average}"] = metrics.roc_auc_score(targets, outputs, average=average, sample_weight=w)
                result[f"ap_{average}"] = metrics.average_precision_score(targets, outputs, average=average, sample_weight=w)
        return result

    return {"outputs": outputs, "targets": targets, "cases": each_weighting(n, case)}


def regression():
    n, columns = 31, 3
    targets = np.round(random.normal(0, [1, 10, 0.1], (n, columns)) + [0, 100, -3], 4)
    outputs = np.round(targets * [0.9, 1.02, 0.5] + random.normal(0, [0.3, 4, 0.1], (n, columns)), 4)
    shares = [0.0, 0.025, 0.16, 0.5, 0.84, 0.975, 1.0]

    def inverted_cdf(values, w, share):
        order = np.argsort(values, kind="stable")
        values, w = values[order], w[order]
        reached = np.cumsum(w) >= share * w.sum()
        return values[np.argmax(reached & (w != 0))]

    def case(w, name):
        residuals = outputs - targets
        if w is None:
            quantiles = np.quantile(residuals, shares, axis=0).T
        else:
            quantiles = [[inverted_cdf(residuals[:, i], w, share) for share in shares] for i in range(columns)]
        both = ("raw_values", "uniform_average")
        return {
            "mae": [metrics.mean_absolute_error(targets, outputs, sample_weight=w, multioutput=m) for m in both],
            "mse": [metrics.mean_squared_error(targets, outputs, sample_weight=w, multioutput=m) for m in both],
            "rmse": [metrics.mean_squared_error(targets, outputs, sample_weight=w, multioutput=m, squared=False) for m in both],
            "r2": [metrics.r2_score(targets, outputs, sample_weight=w, multioutput=m) for m in both],
            "explained": [metrics.explained_variance_score(targets, outputs, sample_weight=w, multioutput=m) for m in both],
            "quantiles": quantiles,
        }

    return {"outputs": outputs, "targets": targets, "shares": shares, "cases": each_weighting(n, case)}


def kolmogorov_smirnov():
    def statistic(a, b, v, w):
        every = np.unique(np.concatenate([a, b]))
        return max(abs(v[a <= x].sum() / v.sum() - w[b <= x].sum() / w.sum()) for x in every)

    pairs = []
    for m, n, shift in ((30, 45, 0.1), (40, 40, 0.3), (1, 7, 0.0), (120, 23, 0.05)):
        a = np.round(random.random(m) * 64) / 64
        b = np.round((random.random(n) * (1 - shift) + shift) * 64) / 64
        v, w = weightings(m)["negative"] if m > 3 else np.ones(m), weightings(n)["weighted"]
        result = stats.ks_2samp(a, b, method="exact")
        pairs.append({"train": a, "test": b, "train_weights": v, "test_weights": w, "statistic": result.statistic,
                      "p": result.pvalue, "weighted_statistic": statistic(a, b, v, w),
                      "events": [v.sum() ** 2 / (v ** 2).sum(), w.sum() ** 2 / (w ** 2).sum()],
                      "weighted_p": special.kolmogorov(statistic(a, b, v, w) * np.sqrt(
                          1 / ((v ** 2).sum() / v.sum() ** 2 + (w ** 2).sum() / w.sum() ** 2)))})
    x = [0.05, 0.2, 0.5, 0.8, 1.1, 1.17, 1.18, 1.19, 1.5, 2.0, 3.0, 5.0]
    return {"pairs": pairs, "x": x, "survival": special.kolmogorov(x)}


vectors = {
    "binary": binary(),
    "categorical": categorical(),
    "multilabel": multilabel(),
    "regression": regression(),
    "kolmogorov_smirnov": kolmogorov_smirnov(),
}
print("{\n" + ",\n".join(f'"{name}": {json.dumps(plain(values))}' for name, values in vectors.items()) + "\n}")
