"""Logistic regression of a few features, by Newton's method."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from audiosep_core.engine.calibration import sigmoid

Values = NDArray[np.float64]
_ROUNDS = 50


def fit_logistic(features: Values, wanted: Values, weights: Values | None = None, ridge: float = 1e-3) -> Values:
    """Coefficients (1 + n,), the first one constant, for features (rows, n) and answers (rows,) of 0 and 1.

    Args:
        features, wanted: The rows.
        weights: Of the rows. ridge: Keeps coefficients small where the answers can be parted without error.
    """
    x = np.column_stack([np.ones(len(features)), features])
    weights = np.ones(len(x)) if weights is None else weights
    penalty = ridge * len(x) * np.eye(x.shape[1])
    penalty[0, 0] = 1e-9
    beta = np.zeros(x.shape[1])
    for _ in range(_ROUNDS):
        p = np.asarray(sigmoid(x @ beta))
        slope = x.T @ (weights * (wanted - p)) - penalty @ beta
        curve = (x * (weights * p * (1 - p))[:, None]).T @ x + penalty
        change = np.linalg.solve(curve, slope)
        beta += np.clip(change, -5.0, 5.0)
        if float(np.abs(change).max()) < 1e-8:
            break
    return beta
